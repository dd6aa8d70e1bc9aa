/** Macros that only read the array's struct, or Python's objects: they work without the table. */
const INLINE = new RegExp(
  `^PyArray_(?:${[
    'NDIM|DATA|BYTES|DIMS?|SHAPE|STRIDES?|BASE|DESCR|DTYPE|FLAGS|FLAGSWAP|CHKFLAGS|TYPE|GETPTR[1-4]',
    'IS_[CF]_CONTIGUOUS|IS(?:WRITEABLE|ALIGNED|CONTIGUOUS|FORTRAN|ONESEGMENT|NBO|NOTSWAPPED|BYTESWAPPED)',
    'IS(?:BEHAVED|CARRAY|FARRAY)(?:_RO)?',
    'IS(?:BOOL|COMPLEX|DATETIME|FLEXIBLE|FLOAT|INTEGER|NUMBER|OBJECT|SIGNED|STRING|UNSIGNED)',
    'IsPython(?:Number|Scalar)|EquivByteorders|SAFEALIGNEDCOPY|REFCOUNT|MIN|MAX',
    '(?:ITER|MultiIter)_(?:DATA|NEXTi?|GOTO(?:1D)?|NOTDONE|RESET)',
    'CLEARFLAGS|ENABLEFLAGS|HANDLER|malloc|free|realloc|[A-Z]*ORDER',
  ].join('|')})$`,
);

/** A function, or one of the types that stand in the table beside them. */
const CALL =
  /\b(PyArray_\w+|PyUFunc_\w+)\s*\(|&\s*(PyArray(?:Descr|Iter|MultiIter)?_Type|Py[A-Z]\w*ArrType_Type)\b/g;

/** @returns the first function, or type, that a text without comments takes from the table */
export function tableCall(text: string): string | null {
  return tableCalls(text)[0]?.name ?? null;
}

/**
 * pybind11's own names of NumPy's functions end in `_`; what `#define` names stands for other code.
 *
 * @returns all of them, with where each stands
 */
export function tableCalls(
  text: string,
): readonly { readonly name: string; readonly index: number }[] {
  return [...text.matchAll(CALL)]
    .map(({ 1: called, 2: type, index }) => ({ name: called ?? type ?? '', index }))
    .filter(({ name }) => !INLINE.test(name) && !name.endsWith('_'))
    .filter(
      ({ index }) => !/#[ \t]*define[ \t]+$/.test(text.slice(Math.max(0, index - 40), index)),
    );
}
