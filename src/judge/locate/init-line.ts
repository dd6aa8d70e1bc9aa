/**
 * The line of a source file that defines the module's init function.
 *
 * @param file tells the language by its ending
 * @param stem the module's last name: `_ext` of `pkg._ext`
 * @returns a 1-based line, or null; a definition wins over a declaration
 */
export function initLine(file: string, text: string, stem: string): number | null {
  if (/\.(?:c|cc|cpp|cxx|c\+\+|m|mm|cu|h|hh|hpp|hxx|in)$/i.test(file)) return inC(text, stem);
  if (file.endsWith('.i')) return inC(text, stem) ?? inSwig(text, stem);
  if (file.endsWith('.rs')) return inRust(text, stem);
  if (/\.pyx(?:\.in)?$/.test(file)) return inCython(file, text, stem);
  if (file.endsWith('.pyf')) return inPyf(text, stem);
  return null;
}

function inC(text: string, stem: string): number | null {
  const lines = withoutComments(text).split('\n');
  const name = escapeRegExp(stem);
  const init = new RegExp(
    `\\bPyInit_${name}\\s*\\(|\\b(?:PYBIND11_MODULE|NB_MODULE|BOOST_PYTHON_MODULE|PYBIND11_PLUGIN|PyMODINIT_FUNC_NAME|MOD_INIT)\\s*\\(\\s*${name}\\s*[,)]`,
  );
  const found = lines.flatMap((line, index) => (init.test(line) ? [index] : []));
  const defined = found.find((index) => isDefinition(lines, index));
  const chosen = defined ?? found[0];
  return chosen === undefined ? null : chosen + 1;
}

/** A declaration or a call ends in `;` before any brace opens. */
function isDefinition(lines: readonly string[], index: number): boolean {
  const rest = lines.slice(index, index + 4).join('\n');
  const at = rest.search(/[;{]/);
  return at < 0 || rest[at] === '{';
}

function inRust(text: string, stem: string): number | null {
  const lines = withoutComments(text).split('\n');
  const attribute = /^\s*#\[\s*(?:pyo3::)?pymodule\b/;
  for (const [index, line] of lines.entries()) {
    if (!attribute.test(line)) continue;
    const block = lines.slice(index, index + 8);
    const at = block.findIndex((one) => /\b(?:fn|mod)\s+[A-Za-z_]/.test(one));
    const own = /\b(?:fn|mod)\s+(?:r#)?(\w+)/.exec(block[at] ?? '')?.[1];
    const renamed = /\bname\s*=\s*"([^"]+)"/.exec(block.slice(0, at).join('\n'))?.[1];
    if (at >= 0 && (renamed ?? own) === stem) return index + at + 1;
  }
  return null;
}

/** Cython writes the init function itself: `cimport numpy` is where NumPy comes in. */
function inCython(file: string, text: string, stem: string): number | null {
  const own = file.slice(file.lastIndexOf('/') + 1).replace(/\.pyx(?:\.in)?$/, '');
  if (own !== stem && own.split('.').at(-1) !== stem) return null;
  const lines = text.split('\n');
  const cimport = lines.findIndex((line) =>
    /^\s*(?:cimport\s+numpy|from\s+numpy\S*\s+cimport)\b/.test(line),
  );
  if (cimport >= 0) return cimport + 1;
  const code = lines.findIndex((line) => !/^\s*(?:#|$)/.test(line));
  return code >= 0 ? code + 1 : null;
}

/** SWIG writes the init function of `_name` for `%module name`. */
function inSwig(text: string, stem: string): number | null {
  const name = escapeRegExp(stem.replace(/^_/, ''));
  const pattern = new RegExp(`^\\s*%module\\b\\s*(?:\\([^)]*\\))?\\s*"?${name}"?\\s*$`);
  const index = withoutComments(text)
    .split('\n')
    .findIndex((line) => pattern.test(line));
  return index < 0 ? null : index + 1;
}

function inPyf(text: string, stem: string): number | null {
  const pattern = new RegExp(`^\\s*python\\s+module\\s+${escapeRegExp(stem)}\\b`, 'i');
  const index = text.split('\n').findIndex((line) => pattern.test(line));
  return index < 0 ? null : index + 1;
}

/** Comments become blanks, so that lines keep their numbers. */
export function withoutComments(text: string): string {
  return text
    .replaceAll('\r\n', '\n')
    .replace(/"(?:\\.|[^"\\\n])*"|\/\*[\s\S]*?\*\/|\/\/[^\n]*/g, (part) =>
      part.startsWith('"') ? part : part.replace(/[^\n]/g, ' '),
    );
}

function escapeRegExp(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
