import { describe, expect, it, test } from '@jest/globals';
import { diagnose } from '../../../src/judge/diagnose/diagnose.ts';
import { diagnoseBuildFailure } from '../../../src/judge/set-up/build-failure.ts';
import { evidenceOf, load, observed, raisedBy, SITE } from './made-evidence.ts';

const TOO_OLD = 'build-np-headers-too-old';
const REMOVED = 'build-np2-removed-c-api';
const MISSING = 'build-np-headers-missing';

describe('what a compiler says of a name of NumPy’s headers', () => {
  it.each([
    // g++ 12, headers of NumPy 2.0.2.
    ['error: ‘NPY_INFINITY’ was not declared in this scope; did you mean ‘FP_INFINITE’?', REMOVED],
    [
      'error: ‘PyArray_DOUBLE’ was not declared in this scope; did you mean ‘PyArray_DTYPE’?',
      REMOVED,
    ],
    [
      'error: ‘PyArray_FromDims’ was not declared in this scope; did you mean ‘PyArray_FromFile’?',
      REMOVED,
    ],
    ["error: use of undeclared identifier 'NPY_IN_ARRAY'", REMOVED],
    [
      "error: call to undeclared function 'PyArray_FromDims'; ISO C99 and later do not support implicit function declarations",
      REMOVED,
    ],
    ["error C3861: 'PyArray_FromDims': identifier not found", REMOVED],
    ["error C2065: 'NPY_CARRAY': undeclared identifier", REMOVED],
    ['fatal error: numpy/noprefix.h: No such file or directory', REMOVED],
    ["fatal error: 'numpy/noprefix.h' file not found", REMOVED],
    // The access functions no longer cast: g++, gcc 14, clang 16, clang++, MSVC, nvcc.
    [
      'error: cannot convert ‘PyObject*’ {aka ‘_object*’} to ‘const PyArrayObject*’ {aka ‘const tagPyArrayObject_fields*’}',
      REMOVED,
    ],
    [
      'error: passing argument 1 of ‘PyArray_NDIM’ from incompatible pointer type [-Wincompatible-pointer-types]',
      REMOVED,
    ],
    [
      "error: incompatible pointer types passing 'PyObject *' (aka 'struct _object *') to parameter of type 'const PyArrayObject *'",
      REMOVED,
    ],
    [
      "error: cannot initialize a parameter of type 'const PyArrayObject *' with an lvalue of type 'PyObject *'",
      REMOVED,
    ],
    [
      "error C2664: 'int PyArray_NDIM(const PyArrayObject *)': cannot convert argument 1 from 'PyObject *' to 'const PyArrayObject *'",
      REMOVED,
    ],
    [
      'error: argument of type "PyObject *" is incompatible with parameter of type "const PyArrayObject *"',
      REMOVED,
    ],
    // The other way round was never allowed.
    ['error: cannot convert ‘PyArrayObject*’ to ‘PyObject*’ in initialization', 'build-failed'],
    // Macros that return.
    ['error: ‘NUMPY_IMPORT_ARRAY_RETVAL’ was not declared in this scope', 'build-np-import-array'],
    ['error: return-statement with a value, in function returning ‘void’', 'build-failed'],
    // g++ 12 and gcc 12, headers of NumPy 1.26.4.
    [
      'error: ‘PyDataType_ELSIZE’ was not declared in this scope; did you mean ‘PyDataType_ISUNSIZED’?',
      TOO_OLD,
    ],
    [
      'error: implicit declaration of function ‘PyDataType_ELSIZE’; did you mean ‘PyDataType_ISUNSIZED’? [-Werror=implicit-function-declaration]',
      TOO_OLD,
    ],
    ['fatal error: numpy/npy_2_compat.h: No such file or directory', TOO_OLD],
    [
      "fatal error C1083: Cannot open include file: 'numpy/npy_2_compat.h': No such file or directory",
      TOO_OLD,
    ],
    // No NumPy at all.
    ['fatal error: numpy/arrayobject.h: No such file or directory', MISSING],
    ['fatal error: numpy/ndarraytypes.h: No such file or directory', MISSING],
    // Somebody else's.
    ['error: ‘PyArray_MyOwn’ was not declared in this scope', 'build-failed'],
    ['error: ‘MY_NPY_INFINITY’ was not declared in this scope', 'build-failed'],
  ])('%s: %s', (text, kind) => {
    expect(diagnoseBuildFailure(`src/core.c:3:20: ${text}\n`, 'build').kind).toBe(kind);
  });
});

function undefinedSymbol(text: string) {
  const raised = raisedBy(`ImportError: ${text}`);
  return diagnose(
    evidenceOf({
      observation: observed({
        outcome: { kind: 'raised' },
        exceptions: [raised],
        events: [load('begin', 'pkg._ext'), load('fail', 'pkg._ext', [raised])],
      }),
    }),
  );
}

const FILE = `${SITE}pkg/_ext.cpython-311-x86_64-linux-gnu.so`;

test.each([
  [`${FILE}: undefined symbol: PyDataType_ELSIZE`, /Build with `numpy>=2\.0`/],
  [
    `dlopen(${FILE}, 0x0002): symbol not found in flat namespace '_PyDataType_ELSIZE'`,
    /Build with `numpy>=2\.0`/,
  ],
  [`Error relocating ${FILE}: npy_csetreal: symbol not found`, /Build with `numpy>=2\.0`/],
  [`${FILE}: undefined symbol: PyArray_FromDims`, /build with `numpy<2`/],
  [`${FILE}: undefined symbol: PyArray_Zeros`, /Include the header/],
])('%s: a macro of NumPy, not a function of Python', (text, fix) => {
  const found = undefinedSymbol(text);
  expect(found).toMatchObject({ kind: 'np-undefined-name', category: 'numpy-abi' });
  expect(found?.fix).toMatch(fix);
});

test.each([
  [`${FILE}: undefined symbol: PyUnicode_READY`, 'py-undefined-symbol'],
  [`${FILE}: undefined symbol: _PyGen_Send`, 'py-undefined-symbol'],
  [`${FILE}: undefined symbol: npy_half_to_float`, 'ld-undefined-symbol'],
  [`${FILE}: undefined symbol: cblas_dgemm`, 'ld-undefined-symbol'],
])('%s: %s, as ever', (text, kind) => {
  expect(undefinedSymbol(text)).toMatchObject({ kind });
});
