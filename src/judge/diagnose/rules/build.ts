import { BUILD_NUMPY, DEFINITION, requirement, WHERE } from '../../../model/look.ts';
import { firstWheels } from '../../../packaging/numpy-for-python.ts';
import { HEADER_NOT_FOUND } from '../no-such-file.ts';
import { successorIn } from '../numpy-c-successors.ts';
import {
  GONE_HEADERS,
  GONE_IN_NUMPY_2,
  NEW_HEADERS,
  NEW_IN_NUMPY_2,
  NO_ARRAY_OBJECT,
  RETURNS_FROM,
} from '../numpy-header-names.ts';
import { type BuildRule, buildKind, ERROR, Q } from './build-rule.ts';
import { INSTALL_RULES } from './install.ts';

const DOC = 'https://numpy.org/doc/stable/dev/depending_on_numpy.html';
const MIGRATION = 'https://numpy.org/doc/stable/numpy_2_0_migration_guide.html';
const WHATSNEW = 'https://docs.python.org/3/whatsnew/';
const NUMPY_FIELDS = 'elsize|names|fields|subarray|alignment|metadata|c_metadata|type_num|flags';
const ARRAY_FIELDS = 'data|nd|dimensions|strides|base|descr|flags|weakreflist';
const CLOSE = `[’'"\`]`;
/** How compilers say that nothing of these names is known, in C and in C++. */
const unknownName = (names: string): string =>
  `${ERROR}.*(?:${Q}(?:${names})[’'"\`](?:.*undeclared|.*was not declared|: identifier not found)|(?:undeclared (?:identifier|function)|implicit declaration of function) ${Q}(?:${names})[’'"\`])`;
/** Types of NumPy 1's `__init__.pxd` that NumPy 2's no longer has. */
const GONE_IN_CYTHON = String.raw`'u?(?:int|long)_t' is not a type identifier|: Invalid type\. .*\b\w+\.u?(?:int|long)_t\b`;
/** NumPy 2's complex numbers are those of C99, which have no fields. */
const COMPLEX_FIELDS = String.raw`${ERROR}[^\n]*(?:npy_c(?:double|float|longdouble)\b[^\n]*has no member named ${Q}(?:real|imag)|request for member ${Q}(?:real|imag)[^\n]*npy_c(?:double|float|longdouble)|member reference base type ${Q}(?:const )?npy_c(?:double|float|longdouble))`;
/** The symbol that `PY_ARRAY_UNIQUE_SYMBOL` or `PY_UFUNC_UNIQUE_SYMBOL` names, as people name it. */
const TABLE = String.raw`_?(\w*(?:(?:ARRAY|UFUNC|UMATH|NUMPY)\w*API|(?:Array|UFunc|NumPy)\w*_API))\b`;
/** How GNU ld, lld, Apple’s ld and MSVC’s linker say that it is there twice, or nowhere. */
const TWICE = String.raw`(?:multiple definition of ${Q}|duplicate symbol:? ${Q}?|error LNK2005: "?(?:void \* ?\* )?)${TABLE}`;
const NOWHERE = String.raw`(?:undefined reference to ${Q}|against undefined hidden symbol ${Q}|error: undefined (?:hidden )?symbol: |error LNK20(?:01|19): unresolved external symbol "?(?:void \* ?\* )?)${TABLE}|^\s*"${TABLE}", referenced from`;
const PY_FIELDS =
  'exc_type|exc_value|exc_traceback|f_lasti|tp_print|ob_digit|co_code|use_tracing|recursion_depth|f_code|f_localsplus';
const PY_NAMES = String.raw`PyUnicode_(?:FromUnicode|AS_UNICODE|GET_SIZE|READY|AsUnicode)|PyEval_CallObject|Py_UNICODE_\w+|_Py(?:Long_AsByteArray|Gen_Send|Unicode_Ready|Arg_\w+|Interpreter_\w+)|PyCode_New|PyThreadState_GET|_PyLong_New|Py_OptimizeFlag|PyCFunction_Call|Py_TYPE|Py_REFCNT|Py_SIZE`;

const NUMPYS_WHEEL = `Choose a NumPy that has a wheel for this Python (the first with wheels are ${firstWheels(['3.10', '3.11', '3.12', '3.13', '3.14'])}), or an older Python; \`pip install --only-binary numpy …\` says so at once instead of building. If a requirement pins an older NumPy, that pin is what must change. Where the system is older than the wheels are made for, an older NumPy has one that it can install.`;

export const buildNumpyItself: BuildRule = {
  ...buildKind(
    WHERE.nowhere,
    'build-numpy-itself',
    'NumPy is built from its sources, and that fails',
    'environment',
    'There is no wheel of that NumPy for this Python and platform (a NumPy that is older than the Python, as a rule), so the installer tried to build NumPy itself.',
    NUMPYS_WHEEL,
    ['https://numpy.org/neps/nep-0029-deprecation_policy.html'],
  ),
  pattern:
    /Failed building wheel for numpy\s*$|Failed to build (?:installable wheels for some pyproject\.toml based projects \()?(?:(?<=\()|`)?numpy(?:==([\w.]+))?[`)\s]*$|Could not build wheels for numpy\b|for numpy(?: \([\w.-]+\))?: (?:finished with status 'error'|error\s*$)|Failed to (?:download and )?build `numpy==([\w.]+)`|Failed to (?:build|fetch wheel|download and build): `?numpy==([\w.]+)/,
  hint: /numpy/,
  title: (match) => numpyItself(match.slice(1).find((one) => one !== undefined)),
  fix: () => NUMPYS_WHEEL,
};

/** @returns the title, with the version where it is known */
export function numpyItself(version: string | null | undefined): string {
  return `NumPy${version ? ` ${version}` : ''} is built from its sources, because it has no wheel for this Python and platform, and the build fails`;
}

const COMPILER_RULES: readonly BuildRule[] = [
  buildNumpyItself,
  {
    ...buildKind(
      WHERE.buildNumpy,
      'build-np-headers-too-old',
      'Uses C-API that came with NumPy 2',
      'configuration',
      'The sources use macros, functions or headers that NumPy 1’s headers do not have, such as `PyDataType_ELSIZE` or `numpy/npy_2_compat.h`, and are built with NumPy 1.x.',
      'Build with `numpy>=2.0`: the result runs on NumPy 1.x, too. To build with both, carry a copy of `npy_2_compat.h`.',
      [DOC, MIGRATION],
    ),
    pattern: new RegExp(
      `${unknownName(NEW_IN_NUMPY_2)}|numpy/(?:${NEW_HEADERS})\\.h['’"]?(?:${HEADER_NOT_FOUND}| file not found)|\\bC1083: [^'"]*['"]numpy/(?:${NEW_HEADERS})\\.h`,
    ),
    hint: /error(?: [A-Z]\d+)?: |numpy\//,
    title: () => 'The sources need the headers of NumPy 2, and are built with older ones',
    fix: () =>
      'Ask for `numpy>=2.0` in `[build-system] requires`: the result runs on NumPy 1.x, too. To build with 1.x as well, carry a copy of NumPy 2’s `npy_2_compat.h` and include that.',
    hints: { requirement: 'numpy', table: 'build' },
  },
  {
    ...buildKind(
      WHERE.buildNumpy,
      'build-np2-removed-c-api',
      'Uses C-API that NumPy 2 removed',
      'numpy-abi',
      'The sources use struct fields, macros or functions that NumPy 2’s headers no longer have, such as `descr->elsize`, `NPY_INFINITY`, `NPY_CONTIGUOUS`.',
      'Move to the successors (`PyDataType_ELSIZE`, `NPY_ARRAY_…`, `INFINITY`), with `numpy/npy_2_compat.h` for both.',
      [MIGRATION],
    ),
    pattern: new RegExp(
      `${ERROR}.*(?:no member named ${Q}(?:${NUMPY_FIELDS})[’'"\`] in ${Q}(?:struct )?_?PyArray_Descr|PyArray_Descr\\w*${Q}?.* (?:has )?no member (?:named )?${Q}(?:${NUMPY_FIELDS})|${Q}(?:elsize|names|fields|subarray)[’'"\`]: +is not a member of ${Q}_?PyArray_Descr)|${unknownName(GONE_IN_NUMPY_2)}|${GONE_IN_CYTHON}|${COMPLEX_FIELDS}|${NO_ARRAY_OBJECT}|numpy/(?:${GONE_HEADERS})\\.h['’"]?(?:${HEADER_NOT_FOUND}| file not found)|\\bC1083: [^'"]*['"]numpy/(?:${GONE_HEADERS})\\.h`,
    ),
    hint: /error(?: [A-Z]\d+)?: |numpy\/|is not a type identifier|Invalid type/,
    title: () => 'The sources use C-API that NumPy 2 removed',
    fix: ([text]) =>
      `${successorIn(text)} NumPy’s migration guide lists all that is gone. Until then build with \`numpy<2\`.`,
    hints: { requirement: 'numpy', table: 'build' },
  },
  {
    ...buildKind(
      [{ look: 'symbol', symbol: 'NPY_NO_DEPRECATED_API', mention: true }, DEFINITION],
      'build-np-hidden-fields',
      'Reads fields of `PyArrayObject` that `NPY_NO_DEPRECATED_API` hides',
      'configuration',
      'The sources are built with `NPY_NO_DEPRECATED_API`, which leaves `PyArrayObject` without fields, and read one of them: `array->data`, `array->nd`, `array->dimensions`.',
      'Use the access functions (`PyArray_DATA`, `PyArray_NDIM`, `PyArray_DIMS`), or build without the macro.',
      [DOC, 'https://numpy.org/doc/stable/reference/c-api/deprecations.html'],
    ),
    pattern: new RegExp(
      `${ERROR}.*(?:PyArrayObject(?:_fields)?${CLOSE}.* has no member named ${Q}(?:${ARRAY_FIELDS})${CLOSE}|no member named ${Q}(?:${ARRAY_FIELDS})${CLOSE} in ${Q}(?:struct )?(?:tag)?PyArrayObject|${Q}(?:${ARRAY_FIELDS})${CLOSE}: +is not a member of ${Q}(?:tag)?PyArrayObject)`,
    ),
    title: () => 'The sources read fields of `PyArrayObject`, which `NPY_NO_DEPRECATED_API` hides',
    fix: () =>
      'Write `PyArray_DATA(array)`, `PyArray_NDIM`, `PyArray_DIMS`, `PyArray_STRIDES`, `PyArray_DESCR`, `PyArray_FLAGS` in place of the fields. Where Cython made the source: build with Cython 3, or with 0.29 leave `NPY_NO_DEPRECATED_API` out of the macros.',
    hint: /PyArrayObject/,
    hints: { symbol: 'NPY_NO_DEPRECATED_API' },
  },
  {
    ...buildKind(
      WHERE.importArray,
      'build-np-import-array',
      '`import_array()` stands where it cannot return',
      'configuration',
      '`import_array()` and `import_umath()` are macros that return NULL from the function they stand in when NumPy cannot be imported. In a function that returns nothing, or an `int`, that does not compile; the macro `NUMPY_IMPORT_ARRAY_RETVAL` is gone since NumPy 1.19.',
      'Call `import_array1(value)`, which returns that value, or `PyArray_ImportNumPyAPI()`, which returns -1 and does not leave the function.',
      ['https://numpy.org/doc/stable/reference/c-api/array.html#c.import_array'],
    ),
    pattern: new RegExp(`${unknownName('NUMPY_IMPORT_ARRAY_RETVAL')}|${RETURNS_FROM}`),
    hint: /error(?: [A-Z]\d+)?: /,
    title: () => '`import_array()` stands in a function that cannot return what it returns',
    fix: ({ input }) =>
      /SWIG_|_wrap\.c/.test(input)
        ? 'SWIG 4.4 and later puts `%init` into a function that returns an `int`: build with `numpy>=2.3.5`, whose macro knows that, or with SWIG 4.3; or write `import_array1(-1)` in the `.i` file.'
        : 'Write `import_array1(value)` with what the function returns on failure (`import_array1(-1)`; `import_array1()` where it returns nothing), or test `PyArray_ImportNumPyAPI() < 0` (in `numpy/npy_2_compat.h`, since NumPy 2.0). In place of `NUMPY_IMPORT_ARRAY_RETVAL` write `NULL`. Another NumPy does not help.',
    hints: { symbol: 'import_array' },
  },
  {
    ...buildKind(
      WHERE.importArray,
      'build-np-table',
      'NumPy’s C-API has its table twice, or nowhere',
      'configuration',
      'Several files share the table of NumPy’s C-API by `PY_ARRAY_UNIQUE_SYMBOL`. The one that calls `import_array()` holds it; all others say `NO_IMPORT_ARRAY` before they include NumPy’s headers. Without that the linker finds it twice; where all say it, nowhere.',
      'Define `NO_IMPORT_ARRAY` in all files but the one that calls `import_array()`.',
      ['https://numpy.org/doc/stable/reference/c-api/array.html#c.NO_IMPORT_ARRAY'],
    ),
    pattern: new RegExp(`${TWICE}|${NOWHERE}`),
    hint: /API\b/,
    title: (match) =>
      match[1] === undefined
        ? `No file holds \`${match[2] ?? match[3]}\`, the table of NumPy’s C-API that they share`
        : `More than one file holds \`${match[1]}\`, the table of NumPy’s C-API that they share`,
    fix: (match) =>
      match[1] === undefined
        ? 'Take `#define NO_IMPORT_ARRAY` out of the file with the module’s init function, and call `import_array();` there (for ufuncs `NO_IMPORT_UFUNC` and `import_umath();`). Another NumPy does not help.'
        : 'Write `#define NO_IMPORT_ARRAY` before `#include <numpy/arrayobject.h>` in all files but the one that calls `import_array();` (for ufuncs `NO_IMPORT_UFUNC`). Another NumPy does not help.',
    hints: { symbol: 'PY_ARRAY_UNIQUE_SYMBOL' },
  },
  {
    ...buildKind(
      WHERE.missingHeaders,
      'build-np-headers-missing',
      'NumPy’s headers are not found',
      'configuration',
      'The compiler does not find `numpy/arrayobject.h`: NumPy is not in the build environment, or its include directory is not passed.',
      "Add `numpy` to `[build-system] requires`, and pass `numpy.get_include()` (or `dependency('numpy')` in meson).",
      [DOC, 'https://numpy.org/doc/stable/reference/generated/numpy.get_include.html'],
    ),
    pattern: new RegExp(
      `(?:numpy/\\w+\\.h)['’"]?(?:${HEADER_NOT_FOUND}| file not found)|Cannot open include file: ['"]numpy/\\w+\\.h|\\bC1083: [^'"]*['"]numpy/\\w+\\.h`,
    ),
    hint: /numpy\/\w+\.h/,
    title: () => 'The build does not find NumPy’s headers',
    fix: () =>
      "Add `numpy>=2.0` to `[build-system] requires`, and pass its include directory: `include_dirs=[numpy.get_include()]` in setup.py, `dependency('numpy')` in meson.build.",
    hints: { requirement: 'numpy', table: 'build' },
  },
  {
    ...buildKind(
      [requirement(['cython'], ['build']), BUILD_NUMPY, DEFINITION],
      'build-cython-too-old',
      'Built with a Cython that NumPy’s declarations no longer know',
      'configuration',
      'From NumPy 2.5 on, what a build with Cython 0.29 reads of NumPy is an error on purpose; the errors after it, of names that are no type, follow from it.',
      'Build with Cython 3; or with an older NumPy as long as one has a wheel for that Python.',
      [DOC, 'https://github.com/numpy/numpy/blob/main/numpy/__init__.pxd'],
    ),
    // numpy/__init__.pxd
    pattern: /NumPy Cython headers require Cython ([\d.]+) or newer/,
    hint: /NumPy Cython headers/,
    title: (match) =>
      `NumPy’s declarations need Cython ${match[1]}, and the build has an older one`,
    fix: (match) =>
      `Ask for \`Cython>=${match[1]}\` in \`[build-system] requires\`; what it makes runs on NumPy 1.x, too. Until then build with \`numpy<2.5\`.`,
    hints: { requirement: 'cython', table: 'build' },
  },
  {
    ...buildKind(
      WHERE.target,
      'build-np-target',
      '`NPY_TARGET_VERSION` is higher than NumPy’s headers',
      'configuration',
      'The sources ask for a C-API that is newer than the NumPy they are built with. (A macro that the headers do not know is silently 0, so the default.)',
      'Build with a newer NumPy, or lower `NPY_TARGET_VERSION`.',
      [DOC],
    ),
    pattern: /NPY_TARGET_VERSION (?:higher than NumPy headers|[^"]*not supported)/,
    hint: /NPY_TARGET_VERSION/,
    title: () => '`NPY_TARGET_VERSION` asks for a newer NumPy than the build has',
    fix: () =>
      'Lower `NPY_TARGET_VERSION`, or ask for a newer `numpy` in `[build-system] requires`.',
    hints: { requirement: 'numpy', table: 'build', symbol: 'NPY_TARGET_VERSION' },
  },
  {
    ...buildKind(
      WHERE.definition,
      'build-py-removed-c-api',
      'Uses C-API that this Python removed',
      'python-abi',
      'The sources (or those that an old Cython generated) use headers, fields or functions of Python’s C-API that are gone: `longintrepr.h`, `tp_print`, `exc_type`, `PyUnicode_FromUnicode`.',
      'Regenerate with a current Cython, or use the successor; `pythoncapi-compat` helps.',
      [WHATSNEW, 'https://github.com/python/pythoncapi-compat'],
    ),
    pattern: new RegExp(
      `longintrepr\\.h['’"]?(?:: No such file| file not found)|${ERROR}.*(?:(?:no member (?:named )?|is not a member)${Q}?(?:${PY_FIELDS})|${Q}(?:${PY_FIELDS})[’'"\`]: +is not a member|incomplete (?:typedef|type) ${Q}(?:PyFrameObject|struct _frame)|${Q}(?:${PY_NAMES})[’'"\`]|undeclared identifier ${Q}(?:${PY_NAMES}))`,
    ),
    hint: /error(?: [A-Z]\d+)?: |longintrepr/,
    title: () => 'The sources use C-API that this Python removed',
    fix: () =>
      'Regenerate the C files with a current Cython (do not ship generated ones), or replace what the compiler names; `pythoncapi_compat.h` covers old and new Pythons.',
    hints: { requirement: 'cython', table: 'build' },
  },
];

/** Ordered: the first that matches a line wins. */
export const BUILD_RULES: readonly BuildRule[] = [...COMPILER_RULES, ...INSTALL_RULES];
