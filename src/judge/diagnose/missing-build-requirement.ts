/** Modules whose distribution has another name. */
const DISTRIBUTIONS: Readonly<Record<string, string>> = {
  Cython: 'cython',
  skbuild: 'scikit-build',
  pkg_resources: 'setuptools<82',
  distutils: 'setuptools',
  numpy: 'numpy>=2.0',
  mesonpy: 'meson-python',
  yaml: 'pyyaml',
  cffi: 'cffi',
  sip: 'sip',
};
/** Modules of the standard library that newer Pythons no longer have: nothing provides them. */
const GONE = new Set(['imp', 'asynchat', 'asyncore', 'lib2to3', 'cgi', 'pipes', 'telnetlib']);

/**
 * What to do when a build stopped because it imports what its build environment does not hold; null
 * when it did not.
 *
 * @example missingBuildRequirement("ModuleNotFoundError: No module named 'numpy'")
 */
export function missingBuildRequirement(text: string): string | null {
  const name = /^ModuleNotFoundError: No module named '([\w]+)[\w.]*'/m.exec(text)?.[1];
  if (name === undefined) return null;
  if (GONE.has(name)) {
    return `The build imports \`${name}\`, which this Python's standard library no longer has: take it out of the build script, or leave this Python out with requires-python.`;
  }
  const needed = DISTRIBUTIONS[name] ?? name;
  const requires = needed.startsWith('setuptools') ? [needed] : ['setuptools', needed];
  return [
    `The build imports \`${name}\`, which \`[build-system] requires\` does not name. Add it in pyproject.toml (a project without that table needs both lines, setuptools its own backend):`,
    '  [build-system]',
    `  requires = [${requires.map((one) => JSON.stringify(one)).join(', ')}]`,
  ].join('\n');
}
