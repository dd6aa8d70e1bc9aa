/**
 * Names of NumPy's C headers that not every release has: what 2.x dropped and what it brought,
 * by comparing the headers of 1.26.4, 2.0.2 and 2.3.5. Sources of regular expressions.
 */

const FLAGS =
  'CONTIGUOUS|ALIGNED|NOTSWAPPED|WRITEABLE|BEHAVED(?:_NS)?|(?:IN|OUT|INOUT)_F?ARRAY|[CF]ARRAY(?:_RO)?|[CF]_CONTIGUOUS|FORTRAN|OWNDATA|FORCECAST|ENSURE(?:ARRAY|COPY)|ELEMENTSTRIDES|UPDATE_ALL\\w*|DEFAULT';
const OTHER = 'INFINITY|NAN|MAXARGS|[NP]ZERO|CHAR|MAX_ELSIZE|REFCOUNT|SIGINT_(?:ON|OFF)|INT_?\\w*';
const OLD_TYPES =
  'U?(?:BYTE|SHORT|INT|LONG|LONGLONG|INTP|INT\\d+)|C?(?:FLOAT|DOUBLE|LONGDOUBLE)|(?:FLOAT|COMPLEX)\\d+|BOOL|CHAR|STRING|UNICODE|OBJECT|VOID|HALF|DATETIME|TIMEDELTA|NTYPES|NOTYPE|USERDEF|[A-Z]+LTR|[CF]ORTRANORDER|[AC]\\w*ORDER';
const FUNCTIONS =
  'As[12]D|Cast(?:Any)?To|CopyAndTranspose|CopyObject\\w*|DatetimeStructToDatetime|DatetimeToDatetimeStruct|ENABLEFLAGS|EquivArrTypes\\w*|FieldNames|FillObjectArray|FromDims\\w*|Get(?:ArrayParamsFromObject|CastFunc|NumericOps)|MapIter\\w+|MoveInto|NewFlagsObject|RemoveLargest|ScalarFromObject|Set(?:DatetimeParseFunction|NumericOps)|Type(?:NumFromName|strConvert)|Typed\\w*|XDECREF_ERR';
const UFUNC = 'GenericFunction|GetPyValues|SetUsesArraysAsData|checkfperr|handlefperr';

/** Macros and functions that NumPy 2's headers no longer have. */
export const GONE_IN_NUMPY_2 = `NPY_(?:${FLAGS}|${OTHER})|PyArray_(?:${FUNCTIONS}|${OLD_TYPES})|PyUFunc_(?:${UFUNC})`;

/** Macros and functions that NumPy 1's headers do not have. */
export const NEW_IN_NUMPY_2 =
  'PyDataType_(?:ELSIZE|SET_ELSIZE|FLAGS|NAMES|SUBARRAY|ISLEGACY|GetArrFuncs)|PyArray_(?:ImportNumPyAPI|RUNTIME_VERSION|DescrProto|StringDTypeObject|MultiIter_(?:DIMS|INDEX|ITERS|NDIM|NUMITER|SIZE))|PyUFunc_(?:ImportUFuncAPI|GiveFloatingpointErrors|ProcessCoreDimsFunc)|NPY_(?:CSET(?:REAL|IMAG)[FL]?|DEFAULT_INT|DTYPE|RAVEL_AXIS|VSTRING|NTYPES_LEGACY|MAXDIMS_LEGACY_ITERS)|npy_cset(?:real|imag)[fl]?|NpyString_\\w+|NpyDatetime_\\w+|NpyIter_GetTransferFlags';

/** Header files that came with NumPy 2. */
export const NEW_HEADERS = 'npy_2_compat|npy_2_complexcompat|dtype_api';

/** Header files that NumPy 2 dropped. */
export const GONE_HEADERS =
  'noprefix|old_defines|oldnumeric|npy_interrupt|npy_1_7_deprecated_api|experimental_dtype_api|_dtype_api';

/** A name of NumPy's C-API at all: its functions are macros over a table, so no library has them. */
export const NUMPY_C_NAME =
  '(?:PyArray_|PyUFunc_|PyDataType_|PyArrayScalar_|PyDataMem_|PyDimMem_|NpyIter_|NpyString_|NpyDatetime_|npy_cset|NPY_)\\w+';

const ERROR = String.raw`(?:error|error [A-Z]\d+): `;
const ANY_OBJECT = String.raw`(?:\bPyObject|\b_object) ?\*`;

/**
 * How compilers say that a `PyObject *` is given to one of the access functions (`PyArray_NDIM`, …):
 * up to NumPy 1.26 they were macros that cast by themselves.
 */
export const NO_ARRAY_OBJECT = `${ERROR}[^\\n]*(?:${ANY_OBJECT}[^\\n]*\\bPyArrayObject ?\\*|cannot initialize a parameter of type '(?:const )?PyArrayObject \\*'[^\\n]*${ANY_OBJECT}|passing argument \\d of .PyArray_\\w+. from incompatible pointer type)`;

/** `import_array()` returns from the function that it stands in: how compilers say that it may not. */
export const RETURNS_FROM = [
  // gcc and MSVC name NumPy's header, where the macro is defined.
  String.raw`__(?:multiarray|ufunc)_api\.h(?::\d+:\d+|\(\d+\)): ${ERROR}[^\n]*(?:return|NULL|nullptr|void ?\*)`,
  // gcc 14 and clang name the place where it is used: the reader of a log adds what stands there.
  String.raw`${ERROR}(?:void function '\w+' should not return a value|incompatible pointer to integer conversion returning 'void \*'|returning .void ?\*. from a function with (?:result|return) type .int.|'return': cannot convert from 'nullptr'|'\w+': 'void' function returning a value)[^\n]*\bimport_(?:array|umath)\b`,
].join('|');
