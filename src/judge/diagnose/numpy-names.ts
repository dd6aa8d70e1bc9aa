import { compareMinors, minorOf } from '../../packaging/numpy-releases.ts';

/**
 * What stands in the place of names that NumPy removed. Those that NumPy's own message tells
 * (`numpy/_expired_attrs_2_0.py`) are here as well: `from numpy import x` does not tell them.
 * From the release notes of 1.18, 1.20, 1.24, 1.25, 2.0, 2.4.
 */
const INSTEAD: Readonly<Record<string, string>> = {
  // 1.24: aliases of builtins.
  'numpy.bool': 'bool',
  'numpy.int': 'int',
  'numpy.float': 'float',
  'numpy.complex': 'complex',
  'numpy.object': 'object',
  'numpy.str': 'str',
  'numpy.unicode': 'str',
  'numpy.typeDict': 'numpy.sctypeDict',
  // 2.0: scalar types and constants.
  'numpy.bool8': 'numpy.bool_',
  'numpy.int0': 'numpy.intp',
  'numpy.uint0': 'numpy.uintp',
  'numpy.object0': 'numpy.object_',
  'numpy.str0': 'numpy.str_',
  'numpy.bytes0': 'numpy.bytes_',
  'numpy.void0': 'numpy.void',
  'numpy.float_': 'numpy.float64',
  'numpy.complex_': 'numpy.complex128',
  'numpy.cfloat': 'numpy.complex128',
  'numpy.singlecomplex': 'numpy.complex64',
  'numpy.longfloat': 'numpy.longdouble',
  'numpy.longcomplex': 'numpy.clongdouble',
  'numpy.clongfloat': 'numpy.clongdouble',
  'numpy.string_': 'numpy.bytes_',
  'numpy.unicode_': 'numpy.str_',
  'numpy.Inf': 'numpy.inf',
  'numpy.Infinity': 'numpy.inf',
  'numpy.infty': 'numpy.inf',
  'numpy.PINF': 'numpy.inf',
  'numpy.NINF': '-numpy.inf',
  'numpy.NaN': 'numpy.nan',
  'numpy.PZERO': '0.0',
  'numpy.NZERO': '-0.0',
  // 2.0: functions and classes.
  'numpy.product': 'numpy.prod',
  'numpy.cumproduct': 'numpy.cumprod',
  'numpy.sometrue': 'numpy.any',
  'numpy.alltrue': 'numpy.all',
  'numpy.round_': 'numpy.round',
  'numpy.msort': 'numpy.sort(a, axis=0)',
  'numpy.mat': 'numpy.asmatrix',
  'numpy.asfarray': 'numpy.asarray',
  'numpy.find_common_type': 'numpy.result_type',
  'numpy.issubclass_': 'issubclass',
  'numpy.issubsctype': 'numpy.issubdtype',
  'numpy.obj2sctype': 'numpy.dtype(x).type',
  'numpy.sctype2char': 'numpy.dtype(x).char',
  'numpy.nbytes': 'numpy.dtype(x).itemsize',
  'numpy.cast': 'numpy.asarray(x, dtype=…)',
  'numpy.safe_eval': 'ast.literal_eval',
  'numpy.source': 'inspect.getsource',
  'numpy.recfromcsv': 'numpy.genfromtxt',
  'numpy.recfromtxt': 'numpy.genfromtxt',
  'numpy.geterrobj': 'numpy.errstate',
  'numpy.seterrobj': 'numpy.errstate',
  'numpy.byte_bounds': 'numpy.lib.array_utils.byte_bounds',
  'numpy.DataSource': 'numpy.lib.npyio.DataSource',
  'numpy.ComplexWarning': 'numpy.exceptions.ComplexWarning',
  'numpy.VisibleDeprecationWarning': 'numpy.exceptions.VisibleDeprecationWarning',
  'numpy.RankWarning': 'numpy.exceptions.RankWarning',
  'numpy.TooHardError': 'numpy.exceptions.TooHardError',
  'numpy.AxisError': 'numpy.exceptions.AxisError',
  'numpy.ModuleDeprecationWarning': 'DeprecationWarning',
  // 2.4.
  'numpy.in1d': 'numpy.isin',
  'numpy.trapz': 'numpy.trapezoid` (since NumPy 2.0) or `scipy.integrate.trapezoid',
  'numpy.row_stack': 'numpy.vstack',
  // Before.
  'numpy.rank': 'numpy.ndim',
  'numpy.testing.Tester': 'pytest',
  'numpy.testing.rand': 'numpy.random.rand',
  'numpy.testing.decorators': 'pytest.mark',
  'numpy.testing.nosetester': 'pytest',
  'numpy.testing.noseclasses': 'pytest',
  'numpy.testing.utils': 'numpy.testing',
  'numpy.core.umath_tests': 'numpy.einsum` or `numpy.matmul',
  'numpy.distutils': 'meson-python`, `scikit-build-core` or `setuptools',
};

// Private since 2.0: what they held stands in `numpy` itself.
const LIB =
  /^numpy\.lib\.(?:arraypad|arraysetops|function_base|histograms|index_tricks|nanfunctions|polynomial|shape_base|twodim_base|type_check|ufunclike|utils)$/;

/** The first minor release that has them. From the release notes; `numpy.pow` means the whole name. */
const SINCE: Readonly<Record<string, readonly string[]>> = {
  '1.16': ['numpy.core._multiarray_umath'],
  '1.20': ['numpy.typing', 'numpy.broadcast_shapes'],
  '1.21': ['numpy.typing.NDArray'],
  '1.23': ['numpy.from_dlpack'],
  '1.25': ['numpy.exceptions', 'numpy.dtypes'],
  '2.0': [
    ...[
      'acos',
      'acosh',
      'asin',
      'asinh',
      'atan',
      'atan2',
      'atanh',
      'concat',
      'permute_dims',
      'pow',
    ],
    ...['astype', 'bitwise_count', 'bitwise_invert', 'bitwise_left_shift', 'bitwise_right_shift'],
    ...['isdtype', 'matrix_transpose', 'trapezoid', 'vecdot', 'unique_all', 'unique_counts'],
    ...['unique_inverse', 'unique_values', 'strings', '_core', 'lib.array_utils', 'ulong'],
  ].map((name) => `numpy.${name}`),
  '2.1': ['numpy.unstack', 'numpy.cumulative_sum', 'numpy.cumulative_prod'],
  '2.2': ['numpy.matvec', 'numpy.vecmat'],
};

/** @returns what to use in place of a name that NumPy removed, as code without backticks around it */
export function successorOf(name: string): string | undefined {
  if (LIB.test(name)) return 'numpy';
  return Object.hasOwn(INSTEAD, name) ? INSTEAD[name] : undefined;
}

/** Words that other packages have as well: alone they do not tell that NumPy was asked. */
const ANYBODYS =
  /\.(?:bool|int|float|complex|object|str|unicode|product|mat|cast|source|nbytes|rank|rand)$/;

/** @returns whether a name that was removed is so much NumPy's own that it tells where it is from */
export function isNumpysAlone(name: string): boolean {
  return successorOf(name) !== undefined && !ANYBODYS.test(name);
}

/**
 * @param numpy the NumPy that does not have the name; null when it is not known
 * @returns the minor release that brought the name, if that is newer than this NumPy
 */
export function arrivedAfter(name: string, numpy: string | null): string | undefined {
  if (numpy !== null && !/^\d+\.\d+/.test(numpy)) return undefined;
  // What a module gained later counts, not when the module came.
  const minor = Object.keys(SINCE).findLast((one) =>
    SINCE[one]?.some((known) => name === known || name.startsWith(`${known}.`)),
  );
  // Whichever it is: names that came to stay are missing in older ones only.
  if (minor === undefined || numpy === null) return minor;
  return compareMinors(minorOf(numpy), minor) < 0 ? minor : undefined;
}
