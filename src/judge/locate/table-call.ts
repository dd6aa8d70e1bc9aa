/** Macros that only read the array's struct: they work without the table. */
const INLINE =
  /^PyArray_(?:NDIM|DATA|BYTES|DIMS?|SHAPE|STRIDES?|BASE|DESCR|DTYPE|FLAGS|CHKFLAGS|TYPE|GETPTR[1-4]|IS_[CF]_CONTIGUOUS|ISWRITEABLE|ISALIGNED|ISCONTIGUOUS|ISFORTRAN|CLEARFLAGS|ENABLEFLAGS|HANDLER|malloc|free|realloc|[A-Z]*ORDER)$/;

const CALL = /\b(PyArray_\w+|PyUFunc_\w+)\s*\(/g;

/** @returns the first function that a text without comments calls through the table */
export function tableCall(text: string): string | null {
  return tableCalls(text)[0]?.name ?? null;
}

/** @returns all of them, with where each stands */
export function tableCalls(
  text: string,
): readonly { readonly name: string; readonly index: number }[] {
  return [...text.matchAll(CALL)]
    .map(({ 1: name = '', index }) => ({ name, index }))
    .filter(({ name }) => !INLINE.test(name));
}
