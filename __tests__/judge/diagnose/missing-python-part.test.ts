import { diagnose } from '../../../src/judge/diagnose/diagnose.ts';
import { missingBuildRequirement } from '../../../src/judge/set-up/missing-build-requirement.ts';
import { evidenceOf, observed, raisedBy, SITE, target } from './made-evidence.ts';

/** `dep`, a dependency, imports it under a Python. */
function asked(text: string, python = '3.13', distribution = 'dep') {
  const frames = [{ file: `${SITE}${distribution}/io.py`, line: 1, function: '<module>' }];
  const exceptions = [raisedBy(text, { frames })];
  const combination = {
    id: `py${python}-np2.2.6`,
    python,
    label: python,
    numpy: '2.2.6',
    platform: 'linux-x86_64',
    buildNumpy: null,
  };
  const module = target(`${distribution}._c`);
  const observation = observed({ outcome: { kind: 'raised' }, exceptions });
  return diagnose(evidenceOf({ module, observation, combination }));
}

test.each([
  ["No module named '_bz2'", '_bz2', /`libbz2-dev`.*build that Python anew/],
  ["No module named '_ctypes'", '_ctypes', /`libffi-dev`/],
  ["No module named '_tkinter'", '_tkinter', /`python3-tk`.*`tk-dev`/],
  ["Standard library module '_zstd' was not found", '_zstd', /`libzstd-dev`/],
  ["Standard library module '_struct' was not found", '_struct', /not whole/],
  ['Please install the python3-tk package for tkinter support.', 'tkinter', /`python3-tk`/],
  ["No module named 'fcntl'", 'fcntl', /Python on Windows has none/],
  ["No module named '_curses'", '_curses', /`libncurses-dev`.*`windows-curses`/],
])('%s: Python lacks it, not whoever asks', (text, missing, fix) => {
  const found = asked(`ModuleNotFoundError: ${text}`);
  expect(found).toMatchObject({
    kind: 'py-part-missing',
    fault: 'environment',
    culprit: { distribution: null, module: missing },
    title: `This Python lacks \`${missing}\`, a part of its own standard library`,
  });
  expect(found?.fix).toMatch(fix);
  expect(found?.fix).toContain("--module '!dep._c'");
  expect(found?.fix).not.toContain('dependencies');
});

test('says who imports what Python lacks', () => {
  expect(asked("ModuleNotFoundError: No module named '_lzma'")?.explanation).toMatch(
    /^`.*dep.* imports it\..*this Python 3\.13 was built/,
  );
});

test.each([
  ['imp', '3.12', /Python 3\.12 dropped `imp`/, /Upgrade `dep`.*`zombie-imp` brings a copy/],
  ['cgi', '3.13t', /Python 3\.13 dropped `cgi`/, /`legacy-cgi`/],
  ['telnetlib', '3.14', /Python 3\.13 dropped/, /`standard-telnetlib`/],
  ['lib2to3.pgen2', '3.13', /Python 3\.13 dropped `lib2to3`/, /an older Python\.$/],
  ['ConfigParser', '3.9', /Python 2’s name/, /a release of `dep` for Python 3/],
  ['distutils.core', '3.12', /Python 3\.12 dropped `distutils`/, /Install `setuptools`/],
])(
  '`%s` on Python %s: nobody is asked to install what Python dropped',
  (name, python, why, fix) => {
    const found = asked(`ModuleNotFoundError: No module named '${name}'`, python);
    expect(found?.kind).toBe('module-not-found');
    expect(found?.explanation).toMatch(why);
    expect(found?.fix).toMatch(fix);
    expect(found?.fix).not.toContain('the package that provides');
  },
);

test.each([
  ['distutils.util', '3.9', 'py-part-missing'],
  ['distutils.msvccompiler', '3.11', 'module-not-found'],
  ['tkinter.tix', '3.13', 'module-not-found'],
  ['lib2to3', '3.11', 'py-part-missing'],
  ['imp', '3.11', 'module-not-found'],
  ['fcntlx', '3.11', 'module-not-found'],
])('`%s` on Python %s is %s', (name, python, kind) => {
  expect(asked(`ModuleNotFoundError: No module named '${name}'`, python)?.kind).toBe(kind);
});

test.each([
  ['_ctypes', /part of Python itself.*`libffi-dev`/],
  ['telnetlib', /no longer has/],
  ['distutils', /"setuptools"/],
])('a build that imports `%s`', (name, told) => {
  expect(missingBuildRequirement(`ModuleNotFoundError: No module named '${name}'`)).toMatch(told);
});
