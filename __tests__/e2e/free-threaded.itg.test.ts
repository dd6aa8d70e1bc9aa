import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Report } from '../../src/report/report.ts';
import { runCli } from '../support/cli.ts';
import { HANGS_INCLUDES, hangsWithFamily } from '../support/hangs-with-family.ts';
import { compileModule, makeWheel, pythonInclude } from '../support/made-wheel.ts';
import { findFreeThreaded, freeThreaded } from '../support/need-free-threaded.ts';
import { expectNothingLeft } from '../support/nothing-left.ts';
import { pathWithout } from '../support/path-without.ts';
import {
  type ProjectTemplate,
  pyproject,
  setupPy,
  writeProject,
} from '../support/projects/project-template.ts';
import { type Provisioned, provision } from '../support/provisioned.ts';

/** A module that says whether it needs the GIL: `Py_MOD_GIL_NOT_USED`, or nothing at all. */
function source(name: string, declares: boolean): string {
  const slot = declares ? '{Py_mod_gil, Py_MOD_GIL_NOT_USED},' : '';
  return `#include <Python.h>
static int run(PyObject *module) { return 0; }
static PyModuleDef_Slot slots[] = {{Py_mod_exec, run}, ${slot} {0, NULL}};
static struct PyModuleDef module = {
    PyModuleDef_HEAD_INIT, "${name}", NULL, 0, NULL, slots, NULL, NULL, NULL
};
PyMODINIT_FUNC PyInit_${name}(void) { return PyModuleDef_Init(&module); }
`;
}

/** Package `sample` whose `__init__` loads all of them, in this order. */
function project(modules: Readonly<Record<string, boolean>>): ProjectTemplate {
  const names = Object.keys(modules);
  const sources = names.map((name) => [`sample.${name}`, `src/${name}.c`] as const);
  return {
    'pyproject.toml': pyproject({ requiresPython: '>=3.13' }),
    'setup.py': setupPy(Object.fromEntries(sources)),
    'sample/__init__.py': `from . import ${names.join(', ')}\n`,
    ...Object.fromEntries(
      names.map((name) => [`src/${name}.c`, source(name, modules[name] ?? false)]),
    ),
  };
}

const MINORS = Array.from({ length: 25 }, (_, minor) => `3.${minor}`);
const PYTHONS = ['python', 'python3', ...MINORS.flatMap((one) => [`python${one}`, `pypy${one}`])];

/** A machine whose only Pythons are these folders'; nothing is downloaded. */
function onlyPythons(home: string, ...folders: readonly string[]): Record<string, string> {
  return {
    PATH: [...folders, pathWithout(PYTHONS, home)].join(':'),
    HOME: home,
    PYENV_ROOT: join(home, 'no-pyenv'),
    RUNNER_TOOL_CACHE: join(home, 'no-tools'),
    UV_PYTHON_DOWNLOADS: 'never',
  };
}

async function reportOf(
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<Report> {
  const run = await runCli([...args, '--json', '-', '--quiet'], { env });
  if (!run.report) throw new Error(`no report:\n${run.stdout}\n${run.stderr}`);
  return run.report;
}

let folder = '';
let python = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'numpy-abi-matrix-threads-'));
  python = findFreeThreaded() ?? '';
});
afterAll(() => rm(folder, { recursive: true, force: true, maxRetries: 3 }));

freeThreaded('CPython 3.13t is planned as itself', () => {
  let world: Provisioned;
  beforeAll(async () => {
    world = await provision();
  });
  afterAll(async () => {
    await world.processes.close();
    await world.workspace.dispose();
  });

  it('has tags of its own, without the stable ABI', () => {
    const found = world.interpreters.filter(
      (one) => one.freeThreaded && one.version.startsWith('3.13.'),
    );
    expect(found.length).toBeGreaterThan(0);
    for (const { tags } of found) {
      expect(tags[0]).toMatch(/^cp313-cp313t-/);
      expect(tags.filter((tag) => tag.includes('-abi3-') || /-cp313-/.test(tag))).toEqual([]);
    }
  });

  it('never serves 3.13', async () => {
    const env = onlyPythons(folder, dirname(python));
    const args = ['plan', '--package', 'contourpy', '--numpy', 'latest'];
    const { combinations } = await reportOf(
      [...args, '--python', '3.13', '--python', '3.13t'],
      env,
    );
    const seen = combinations.map(({ id, status }) => [id.split('-')[0], status]);
    expect(seen).toEqual([
      ['py3.13t', 'planned'],
      ['py3.13', 'error'],
    ]);
    expect(combinations[1]?.reason).toBe('Python 3.13 is not available here');
  });

  it('takes no wheel of the stable ABI', async () => {
    const wheel = makeWheel(folder, {
      stem: 'stable-1.0-cp39-abi3-linux_x86_64',
      files: { 'stable/__init__.py': '' },
    });
    const args = ['plan', '--wheel', wheel, '--numpy', 'latest'];
    const { combinations } = await reportOf([...args, '--python', '3.13', '--python', '3.13t']);
    const seen = combinations.map(({ id, status }) => [id.split('-')[0], status]);
    expect(seen).toEqual([
      ['py3.13', 'planned'],
      ['py3.13t', 'excluded'],
    ]);
    expect(combinations[1]?.reason).toContain('does not install on CPython 3.13t');
  });
});

/** A wheel of one package, whose `__init__` loads its modules in this order; by name, their sources. */
function packageWheel(name: string, modules: Readonly<Record<string, string>>): string {
  const machine = process.arch === 'arm64' ? 'aarch64' : 'x86_64';
  const compiled = Object.entries(modules).map(([module, code]) => [
    `${name}/${module}.cpython-313t-${machine}-linux-gnu.so`,
    compileModule(code, [pythonInclude(python)]),
  ]);
  return makeWheel(folder, {
    stem: `${name}-1.0-cp313-cp313t-linux_${machine}`,
    requires: ['numpy'],
    files: {
      [`${name}/__init__.py`]: `from . import ${Object.keys(modules).join(', ')}\n`,
      ...Object.fromEntries(compiled),
    },
  });
}

freeThreaded('wheels for CPython 3.13t', () => {
  const wheel = (name: string, code: string) => packageWheel(name, { [`_${name}`]: code });

  it('are noted only where they do not declare that they need no GIL', async () => {
    const wheels = [
      wheel('declares', source('_declares', true)),
      wheel('old', source('_old', false)),
    ];
    const args = ['check', '--python', '3.13t', '--numpy', '2.3.5'];
    const report = await reportOf([...args, ...wheels.flatMap((one) => ['--wheel', one])]);
    expect(report.combinations.map(({ status, reason }) => [status, reason])).toEqual([
      ['passed', null],
    ]);
    expect(report.findings.map(({ kind, severity, modules }) => [kind, severity, modules])).toEqual(
      [['py-gil-enabled', 'note', ['old._old']]],
    );
  });

  it('leave nothing behind after a crash, a time-out and Ctrl-C', async () => {
    const marker = join(folder, 'hanging');
    const does = (name: string, statements: string) =>
      wheel(name, HANGS_INCLUDES + source(`_${name}`, true).replace('return 0;', statements));
    const wheels = [
      does('crashes', '*(volatile int *)16 = 1; return 0;'),
      does('hangs', hangsWithFamily(marker)),
    ];
    const args = ['check', '--fresh', ...wheels.flatMap((one) => ['--wheel', one])];
    await expectNothingLeft([...args, '--python', '3.13t', '--numpy', '2.3.5'], marker, 5, [
      ['crash', ['crashes._crashes']],
      ['timeout', ['hangs._hangs']],
    ]);
  });
});

freeThreaded('the GIL switched back on', () => {
  async function gilNotes(...args: readonly string[]) {
    const report = await reportOf(['check', ...args, '--python', '3.13t', '--numpy', '2.3']);
    expect(report.combinations.map(({ status, reason }) => [status, reason])).toEqual([
      ['passed', null],
    ]);
    const notes = report.findings.map(({ kind, severity, modules }) => [kind, severity, modules]);
    return { notes: notes.sort(), results: report.results.length };
  }

  // Each package's own __init__ loads all its modules, so each process sees the switch.
  it.each([
    ['all modules in one process', []],
    ['each module in a process of its own', ['--isolation', 'module']],
  ])('names the one that does not declare, first or last: %s', async (_, more) => {
    const wheels = Object.entries({
      all: { _a: true, _b: true },
      first: { _a: false, _b: true, _c: true },
      last: { _a: true, _b: true, _c: false },
    }).map(([name, modules]) => {
      const sources = Object.entries(modules).map(([one, declares]) => [
        one,
        source(one, declares),
      ]);
      return packageWheel(name, Object.fromEntries(sources));
    });
    const args = wheels.flatMap((one) => ['--wheel', one]);
    expect(await gilNotes(...args, ...more)).toEqual({
      notes: [
        ['py-gil-enabled', 'note', ['first._a']],
        ['py-gil-enabled', 'note', ['last._c']],
      ],
      results: 8,
    });
  });

  it('names it in a project that is built for it', async () => {
    const { folder: sources, remove } = await writeProject(project({ _a: false, _b: true }));
    try {
      expect(await gilNotes(sources)).toEqual({
        notes: [['py-gil-enabled', 'note', ['sample._a']]],
        results: 2,
      });
    } finally {
      await remove();
    }
  });
});
