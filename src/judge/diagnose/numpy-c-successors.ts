/** What to write in place of C-API that NumPy 2 removed, by what a compiler says; the last is for all. */
const SUCCESSORS: readonly (readonly [RegExp, string])[] = [
  [
    /\b_?PyArrayObject\b|passing argument/,
    'Cast what is given to the access functions, `PyArray_NDIM((PyArrayObject *)obj)`: up to NumPy 1.26 they were macros that took any pointer.',
  ],
  [
    /\bsubarray\b/,
    'Replace `descr->subarray` by `PyDataType_SUBARRAY(descr)` of `numpy/npy_2_compat.h`. Where the lines are Cython’s own (`__pyx_…`), generate the file anew with Cython ≥ 3.0, where NumPy ≥ 2.0 is installed, instead of shipping it.',
  ],
  [
    /PyArray_Descr/,
    'Replace the field by `PyDataType_ELSIZE(descr)`, `PyDataType_NAMES(descr)` or the like of `numpy/npy_2_compat.h`. Where the lines are Cython’s own (`__pyx_…`), generate the file anew with Cython ≥ 3.0 instead of shipping it.',
  ],
  [
    /npy_c(?:double|float|longdouble)/,
    'Read a complex number’s parts by `npy_creal(z)` and `npy_cimag(z)`.',
  ],
  [
    /\bu?(?:int|long)_t\b/,
    'In Cython write `np.npy_long` (C’s `long`, as before) or `np.int64_t` for `np.int_t`.',
  ],
  [
    /(?:)/,
    'Replace what the compiler names by its successor (`NPY_ARRAY_C_CONTIGUOUS`, `INFINITY`, `PyArray_SimpleNew`; include `numpy/npy_2_compat.h`).',
  ],
];

/** @returns a sentence that says what to write instead */
export function successorIn(text: string): string {
  return SUCCESSORS.find(([pattern]) => pattern.test(text))?.[1] ?? '';
}
