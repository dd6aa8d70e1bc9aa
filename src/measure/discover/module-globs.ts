import picomatch from 'picomatch';

/** Why a module is left out by the user's globs, or null when it stays. */
export type GlobVerdict = string | null;

/** The user's globs, ready to be asked. */
export interface ModuleGlobs {
  verdict(name: string, file: string): GlobVerdict;
  /** Include globs, as written, that nothing asked so far matched. */
  unmatched(): readonly string[];
}

/**
 * The `modules` setting: globs over dotted names, `!glob` excludes.
 *
 * `*` stands for any characters, dots included: `pkg.*` matches `pkg.a` and `pkg.a.b`; `?` for one;
 * `[ab]` and `{a,b}` as in shells. A name without any of these also covers everything below it
 * (`!pkg.tests`). A glob with a slash is compared with the file's path instead. Excludes win;
 * without an include everything is included.
 *
 * @param globs as the user wrote them
 * @example createModuleGlobs(['!pkg.tests']).verdict('pkg.tests._x', 'pkg/tests/_x.so')
 * // 'excluded by "!pkg.tests"'
 */
export function createModuleGlobs(globs: readonly string[]): ModuleGlobs {
  const lines = globs.map((glob) => glob.trim()).filter((glob) => glob !== '' && glob !== '!');
  const matchers = lines.map((line) => {
    const excludes = line.startsWith('!');
    return { line, excludes, matches: matcher(excludes ? line.slice(1).trim() : line) };
  });
  const includes = matchers.filter(({ excludes }) => !excludes);
  const used = new Set<string>();
  return {
    verdict: (name, file) => {
      const included = includes.filter(({ matches }) => matches(name, file));
      for (const { line } of included) {
        used.add(line);
      }
      const excluded = matchers.find((m) => m.excludes && m.matches(name, file));
      if (excluded !== undefined) {
        return `excluded by "${excluded.line}"`;
      }
      return includes.length > 0 && included.length === 0 ? 'not in the module list' : null;
    },
    unmatched: () => includes.map(({ line }) => line).filter((line) => !used.has(line)),
  };
}

function matcher(glob: string): (name: string, file: string) => boolean {
  const options = { dot: true, noextglob: true, nonegate: true } as const;
  if (glob.includes('/')) {
    const matches = picomatch(glob, options);
    return (_name, file) => matches(file);
  }
  if (!/[*?[{]/.test(glob)) {
    return (name) => name === glob || name.startsWith(`${glob}.`);
  }
  // Dots are ordinary characters to picomatch, so that "*" crosses them; slashes there are none.
  const matches = picomatch(glob, options);
  return (name) => matches(name);
}
