import { capiFacts } from '../../src/binary/capi.ts';

// Texts as the headers of the releases leave them in binaries, cut to what decides.
const NEW_PATHS =
  'numpy._core._multiarray_umath\0numpy.core._multiarray_umath\0numpy._core.multiarray failed to import';
const ABI = 'module compiled against ABI version 0x%x but this version of numpy is 0x%x';
const OLD_API = 'module compiled against API version 0x%x but this version of numpy is 0x%x';
const target = (version: string): string =>
  `module was compiled against NumPy C-API version 0x%x (NumPy ${version}) but the running NumPy has C-API version 0x%x. `;
const CAPSULE = '_ARRAY_API\0_ARRAY_API not found\0_ARRAY_API is not PyCapsule object';
const PYBIND11 = 'pybind11 numpy support requires numpy >= 1.7.0';
const ASKS = 'numpy.core\0numpy._core\0__version__\0numpy.lib\0NumpyVersion\0major';
const RUST = 'Failed to access NumPy array API capsule';
const SIZES = '%.200s.%.200s size changed, may indicate binary incompatibility. Expected %zd';
const OLD_PATH = 'numpy.core._multiarray_umath\0numpy.core.multiarray failed to import';

const bytes = (...texts: readonly string[]): Buffer =>
  Buffer.from(`\0${texts.join('\0')}\0`, 'latin1');

describe('capiFacts()', () => {
  it.each([
    ['2.x with its target', [NEW_PATHS, ABI, target('1.20'), CAPSULE], '2.x', '1.20', []],
    ['2.x, two targets', [NEW_PATHS, target('1.9'), target('1.23'), CAPSULE], '2.x', '1.23', []],
    ['2.x, later spelling', [NEW_PATHS, target('1.25+'), CAPSULE], '2.x', '1.25', []],
    ['import_umath only, 2.x', [NEW_PATHS, '_UFUNC_API not found'], '2.x', null, []],
    ['1.16 to 1.26', [OLD_PATH, ABI, OLD_API, CAPSULE], '1.x', null, []],
    ['1.15', ['numpy.core.multiarray', ABI, OLD_API, CAPSULE], '1.x', null, []],
    ['import_umath only, 1.x', [OLD_PATH, '_UFUNC_API not found'], '1.x', null, []],
    ['pybind11 2.11', [PYBIND11, 'numpy.core.multiarray', '_ARRAY_API'], 'lazy-1.x', null, []],
    ['pybind11 2.12', [PYBIND11, ASKS, '_ARRAY_API'], 'lazy-2.x', null, []],
    [
      'pybind11 2.11 beside 1.x',
      [OLD_PATH, ABI, OLD_API, CAPSULE, PYBIND11],
      '1.x',
      null,
      ['lazy-1.x'],
    ],
    [
      'pybind11 2.11 beside 2.x',
      [NEW_PATHS, ABI, target('1.20'), CAPSULE, PYBIND11],
      '2.x',
      '1.20',
      ['lazy-1.x'],
    ],
    [
      'pybind11 2.12 beside 2.x',
      [NEW_PATHS, target('1.20'), CAPSULE, PYBIND11, ASKS],
      '2.x',
      '1.20',
      ['lazy-2.x'],
    ],
    [
      'both headers in one file',
      [NEW_PATHS, OLD_API, target('1.20'), CAPSULE],
      '1.x',
      '1.20',
      ['2.x'],
    ],
    [
      'rust-numpy 0.19',
      [`pyo3 numpy.core.multiarray${RUST}numpy-0.19.0/src/npyffi/array.rs_ARRAY_APIAlready`],
      'lazy-1.x',
      null,
      [],
    ],
    [
      'rust-numpy 0.26',
      [
        `pyo3 _ARRAY_APInumpy.libNumpyVersionmajornumpy.corenumpy._core${RUST}`,
        ABI,
        'module was compiled against NumPy C-API version 0x\xc0\x08 (NumPy \xc0,)',
      ],
      'lazy-2.x',
      null,
      [],
    ],
    ['own lookup', ['numpy.core.multiarray', '_ARRAY_API'], 'lazy-1.x', null, []],
    ['own lookup by capsule', ['numpy.core.multiarray._ARRAY_API'], 'lazy-1.x', null, []],
    [
      'own lookup of both',
      ['numpy.core.multiarray', 'numpy._core.multiarray', '_ARRAY_API'],
      'lazy-2.x',
      null,
      [],
    ],
    ['Cython, sizes only', [SIZES, 'numpy', 'ndarray', 'flatiter'], 'cython-sizes', null, []],
    [
      'Cython 3 texts of failed imports',
      [SIZES, 'numpy', 'flatiter', 'numpy._core.umath failed to import'],
      'cython-sizes',
      null,
      [],
    ],
    ['Cython, one type', [SIZES, 'numpy', 'ndarray'], 'unknown', null, []],
    ['Cython, builtin types only', [SIZES, 'builtins', 'numpy'], 'none', null, []],
    ['table of another file', ['numpy', 'PyArray_API'], 'unknown', null, []],
    ["another module's table", ['numpy', 'scipy_linalg_ARRAY_API'], 'none', null, []],
    ['Python use only', ['numpy', 'array'], 'none', null, []],
    ['no NumPy', ['_ARRAY_API', OLD_API.replace('numpy', 'it')], 'none', null, []],
  ] as const)('%s', (_what, texts, era, wanted, also) => {
    expect(capiFacts(bytes(...texts))).toEqual({ era, target: wanted, also });
  });
});
