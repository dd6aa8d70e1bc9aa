/** What CPython, NumPy and Cython say with an exception of that type, and with no other. */
const TYPES: readonly (readonly [RegExp, string])[] = [
  [/^No module named /, 'ModuleNotFoundError'],
  [
    /^(?:cannot import name |DLL load failed|dlopen\(|dynamic module does not define|initialization of |numpy\.\S+ failed to import|Error (?:loading shared library|relocating) |Unable to import module |\S+\.so[\w.]*: )/,
    'ImportError',
  ],
  [/^\S+ size changed, may indicate|^numpy\.\w+ has the wrong size/, 'ValueError'],
  [/^module compiled against A[BP]I version|^module was compiled against NumPy/, 'RuntimeError'],
  [/^module '[\w.]+' has no attribute |^_(?:ARRAY|UFUNC)_API not found/, 'AttributeError'],
];

/** @returns the type of the exception that a known message has, undefined for other messages */
export function typeOfMessage(message: string): string | undefined {
  return TYPES.find(([pattern]) => pattern.test(message))?.[1];
}
