import { knownProvider } from '../../packaging/import-names.ts';
import { pythonPart } from '../../packaging/python-parts.ts';
import { removedModule } from '../../packaging/removed-modules.ts';
import { whereToGet } from '../diagnose/where-to-get.ts';

/** Modules that a build wants in certain releases. */
const DISTRIBUTIONS: Readonly<Record<string, string>> = {
  pkg_resources: 'setuptools<82',
  distutils: 'setuptools',
  numpy: 'numpy>=2.0',
};

/** NumPy's own build tool: Python 3.12 has none of it, and it wants setuptools of 2021. */
const NUMPY_DISTUTILS =
  '`numpy.distutils`, which Python 3.12 and later no longer have and which needs `setuptools<60`: move the build to meson-python or scikit-build-core';

/** mypyc compiles what mypy accepts: it wants the types of each import. */
const UNSEEN_BY_MYPYC =
  /(?:^(?:src[\\/])?([\w-]+)[\\/][^\n:]*:\d+: )?error: Cannot find implementation or library stub for module named "([\w.]+)"/m;
const NUMPY_BY_MESON = /ERROR: Dependency ['"]numpy['"] not found/i;
const NUMPY_BY_CMAKE =
  /Could NOT find Python3? \(missing:(?:(?!Development|Interpreter)[^)\n])*\bNumPy/;
const NUMPYS_PACKAGE = /Could not find a package configuration file provided by "NumPy"/;

/**
 * What to do when a build stopped because it imports what its build environment does not hold; null
 * when it did not.
 *
 * @example missingBuildRequirement("ModuleNotFoundError: No module named 'numpy'")
 */
export function missingBuildRequirement(text: string): string | null {
  if (NUMPY_BY_MESON.test(text)) {
    return "meson’s `dependency('numpy')` asks for `numpy-config`, which NumPy 2.0 and later bring: ask for `numpy>=2.0` in `[build-system] requires`; the result runs on NumPy 1.x as well. For an older NumPy take its include directory from `numpy.get_include()` instead, by `run_command`.";
  }
  if (NUMPY_BY_CMAKE.test(text)) {
    return 'CMake’s `find_package(Python COMPONENTS NumPy)` finds no NumPy in the build environment: ask for `numpy>=2.0` in `[build-system] requires`; the result runs on NumPy 1.x as well.';
  }
  if (NUMPYS_PACKAGE.test(text)) {
    return 'CMake’s `find_package(NumPy)` finds nothing, since NumPy has no CMake package of its own: write `find_package(Python REQUIRED COMPONENTS Interpreter Development.Module NumPy)` and link `Python::NumPy`, with `numpy>=2.0` in `[build-system] requires`.';
  }
  const [, folder, whole] = UNSEEN_BY_MYPYC.exec(text) ?? [];
  const unseen = whole?.split('.')[0];
  if (unseen !== undefined && unseen === folder) {
    return `mypyc compiles what mypy accepts, and the project’s own \`${whole}\` is not there yet when it does: make it before (a build hook that writes a version runs too late), or write \`# type: ignore[import-not-found]\` behind the import.`;
  }
  if (unseen !== undefined) {
    const asked = DISTRIBUTIONS[unseen] ?? knownProvider(unseen) ?? unseen;
    return `mypyc compiles what mypy accepts, and that finds no \`${unseen}\` in the build environment: ask for \`${asked}\` in \`[build-system] requires\`, or write \`# type: ignore[import-not-found]\` behind the import.`;
  }
  const module = /^ModuleNotFoundError: No module named '([\w.]+)'/m.exec(text)?.[1];
  const name = module?.split('.')[0];
  if (module === undefined || name === undefined) return null;
  const withNumpys = /\bnumpy\.distutils\b/.test(text);
  if (module.startsWith('numpy.distutils')) {
    return `The build imports ${NUMPY_DISTUTILS}, or leave this Python out with requires-python.`;
  }
  if (withNumpys && name === 'numpy') {
    return [
      `The build imports ${NUMPY_DISTUTILS}. Until then name what it needs in pyproject.toml, and leave newer Pythons out with \`requires-python = "<3.12"\`:`,
      '  [build-system]',
      '  requires = ["setuptools<60", "wheel", "numpy<2"]',
    ].join('\n');
  }
  if (withNumpys && module.startsWith('distutils.')) {
    return `The build imports ${NUMPY_DISTUTILS}. Until then ask for \`setuptools<60\` in \`[build-system] requires\`.`;
  }
  if (removedModule(name, null)) {
    return `The build imports \`${name}\`, which this Python's standard library no longer has: take it out of the build script, or leave this Python out with requires-python.`;
  }
  const part = name === 'distutils' ? undefined : pythonPart(name);
  if (part) return `The build imports \`${name}\`, a part of Python itself. ${whereToGet(part)}`;
  const needed = DISTRIBUTIONS[name] ?? knownProvider(name) ?? name;
  const requires = needed.startsWith('setuptools') ? [needed] : ['setuptools', needed];
  return [
    `The build imports \`${name}\`, which \`[build-system] requires\` does not name. Add it in pyproject.toml (a project without that table needs both lines, setuptools its own backend):`,
    '  [build-system]',
    `  requires = [${requires.map((one) => JSON.stringify(one)).join(', ')}]`,
  ].join('\n');
}
