/** `src/a.c:3:10: fatal error: …` of gcc and clang, `src\a.c(3): error C2065: …` of MSVC. */
const STOPPED =
  /^(?:\S*: )?((?:[A-Za-z]:)?[^\s:()]+\.(?:c|cc|cpp|cxx|c\+\+|cu|m|mm))[:(]\d+(?:[:,]\d+)?\)?\s?: (?:fatal )?error(?: C\d+)?: /gim;
/** The error stands in a header; the last of these lines above it names who includes it. */
const INCLUDED =
  /^(?:In file included |[ \t]+)from ((?:[A-Za-z]:)?[^\s:]+\.(?:c|cc|cpp|cxx|c\+\+|cu|m|mm)):\d+/gm;
const IN_HEADER = /^\S+\.(?:h|hh|hpp|hxx|inc|inl|tcc):\d+(?::\d+)?: (?:fatal )?error: /m;
/** The heading that Cython writes above each error. */
const CYTHON = /^Error compiling Cython file:[\s\S]{0,8000}?^(\S+\.pyx):\d+:\d+: /gm;

/**
 * The sources at which a compiler stopped. In a build that ended well nobody minded: a script started
 * the compiler, and did not look at how it ended.
 *
 * @param buildLog all that the build printed
 * @returns paths as the compiler names them
 * @example stoppedSources("src/a.c:3:10: fatal error: x.h: No such file") // ['src/a.c']
 */
export function stoppedSources(buildLog: string): readonly string[] {
  const patterns = IN_HEADER.test(buildLog) ? [STOPPED, INCLUDED, CYTHON] : [STOPPED, CYTHON];
  const found = patterns.flatMap((pattern) =>
    [...buildLog.matchAll(pattern)].flatMap(([, file]) => file ?? []),
  );
  return [...new Set(found)];
}

const DEFINES =
  /\bPyInit_(\w+)\s*\(|\b(?:PYBIND11_MODULE|NB_MODULE|BOOST_PYTHON_MODULE)\s*\(\s*(\w+)/g;

/** A name that the build sets: `PYBIND11_MODULE(TORCH_EXTENSION_NAME, m)`. */
const MACRO = /^[A-Z][A-Z0-9]*_[A-Z0-9_]+$/;

/** @returns the last names of the modules that a source file defines; its own name where a macro tells */
export function modulesDefinedIn(file: string, text: string): readonly string[] {
  const cython = /(?:^|[\\/.])(\w+)\.pyx$/.exec(file)?.[1];
  if (cython !== undefined) return [cython];
  const code = text.replace(/\/\*[\s\S]*?\*\/|\/\/[^\n]*/g, '');
  const names = [...code.matchAll(DEFINES)].flatMap(([, c, cpp]) => c ?? cpp ?? []);
  const own = /([^\\/]+)\.\w+$/.exec(file)?.[1] ?? file;
  return [...new Set(names.map((name) => (MACRO.test(name) ? own : name)))];
}
