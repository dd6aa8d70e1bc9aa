import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Report } from '../../src/report/report.ts';
import { runCli } from '../support/cli.ts';
import { compileModule, makeWheel, pythonInclude } from '../support/made-wheel.ts';
import { findPython, needLinuxPythons } from '../support/need-pythons.ts';
import { cModule } from '../support/projects/c-extension.ts';

const STEM = 'outer-1.0-cp311-cp311-linux_x86_64';
const FILE = 'outer/_core.cpython-311-x86_64-linux-gnu.so';
const INCLUDES = '#include <dlfcn.h>\n#include <stdio.h>\n#include <stdlib.h>\n#include <string.h>';
const BAD = 'PyErr_SetString(PyExc_ImportError, "outside says no"); return NULL;';

let root = '';

/** What lies outside of the environment: a library that says 1 or 0, or a file that says so. */
interface Outside {
  readonly folder: string;
  readonly library: string;
  readonly file: string;
}

/** Writes both, as `cp -p` would put another build in their place: same size, same time. */
function fill(outside: Outside, answer: 0 | 1): void {
  const source = join(root, 'answer.c');
  writeFileSync(source, `int answer(void) { return ${answer}; }\n`);
  execFileSync('cc', ['-shared', '-fPIC', '-O1', '-o', outside.library, source]);
  writeFileSync(outside.file, String(answer));
  const time = new Date('2026-01-01T00:00:00Z');
  for (const one of [outside.library, outside.file]) utimesSync(one, time, time);
}

interface Case {
  readonly init?: (outside: Outside) => string;
  readonly python?: (outside: Outside) => string;
  readonly flags?: (outside: Outside) => readonly string[];
  readonly env?: (outside: Outside) => Readonly<Record<string, string>>;
  /** Whether an unchanged one is taken over, besides that a changed one is not. */
  readonly isKept?: true;
}

const opens = (path: string, close = ''): string => `
  void *handle = dlopen(${path}, RTLD_NOW);
  if (handle == NULL) { ${BAD} }
  int (*answer)(void) = (int (*)(void))dlsym(handle, "answer");
  int good = answer();
  ${close}
  if (!good) { ${BAD} }`;
const reads = (path: string): string => `
  FILE *file = fopen(${path}, "r");
  int good = file != NULL && fgetc(file) == '1';
  if (file != NULL) fclose(file);
  if (!good) { ${BAD} }`;
const quoted = (text: string): string => JSON.stringify(text);
const linked = {
  init: () => `extern int answer(void); if (!answer()) { ${BAD} }`,
};

/** What numpy.testing does at its import; then something else is imported. */
const lscpu = 'import subprocess\nsubprocess.run(["lscpu"], capture_output=True)\nimport this\n';
const demands = (answer: string): string => `if ${answer} != "1": raise ImportError("no")`;
const openedBy = ({ file }: Outside): string => demands(`open(${quoted(file)}).read()`);
const shownBy = (words: readonly string[]): string =>
  demands(`subprocess.run(${JSON.stringify(words)}, capture_output=True, text=True).stdout`);

/** A program of the system's name, before it on PATH. */
function alikeOf({ folder, file }: Outside): Readonly<Record<string, string>> {
  writeFileSync(join(folder, 'lscpu'), `#!/bin/sh\ncat ${file}\n`, { mode: 0o755 });
  return { PATH: `${folder}:${process.env['PATH']}` };
}

const CASES: readonly [string, Case][] = [
  [
    'is linked by its absolute place',
    { ...linked, flags: ({ folder, library }) => [library, `-Wl,-rpath,${folder}`] },
  ],
  [
    'is found through LD_LIBRARY_PATH',
    {
      ...linked,
      flags: ({ library }) => [library],
      env: ({ folder }) => ({ LD_LIBRARY_PATH: folder }),
    },
  ],
  ['is opened by the module’s C code', { init: ({ library }) => opens(quoted(library)) }],
  [
    'is opened and closed again by the module’s C code',
    { init: ({ library }) => opens(quoted(library), 'dlclose(handle);') },
  ],
  [
    'is opened by ctypes',
    {
      python: ({ library }) =>
        `import ctypes\nif not ctypes.CDLL(${quoted(library)}).answer(): raise ImportError("no")`,
    },
  ],
  [
    'is opened and closed again by ctypes',
    {
      python: ({ library }) =>
        `import _ctypes, ctypes\none = ctypes.CDLL(${quoted(library)})\nif not one.answer(): raise ImportError("no")\n_ctypes.dlclose(one._handle)`,
    },
  ],
  ['is a file that the module’s C code reads', { init: ({ file }) => reads(quoted(file)) }],
  [
    'is a file whose folder alone the module’s C code names',
    {
      init: ({ folder }) =>
        `char path[4096]; snprintf(path, sizeof path, "%s/%s", ${quoted(folder)}, "setting"); ${reads('path')}`,
    },
  ],
  [
    'is a file that Python reads',
    {
      python: openedBy,
      isKept: true,
    },
  ],
  [
    'is a file that Python reads, which also asks lscpu',
    { python: (outside) => `${lscpu}${openedBy(outside)}`, isKept: true },
  ],
  [
    'is a file that Python reads, which also sees whether there is IPv6',
    {
      python: (outside) =>
        `import socket\nwith socket.socket() as one: one.bind(("127.0.0.1", 0))\n${openedBy(outside)}`,
      isKept: true,
    },
  ],
  [
    'is read by a program that Python starts, which also asks lscpu',
    { python: ({ file }) => `${lscpu}${shownBy(['cat', file])}` },
  ],
  [
    'is read by another program that is called lscpu',
    { python: () => `import subprocess\n${shownBy(['lscpu'])}`, env: alikeOf },
  ],
  [
    'is read by a program that C code starts',
    {
      python: () => lscpu,
      init: ({ file }) =>
        `FILE *pipe = popen("cat ${file}", "r"); int one = fgetc(pipe); pclose(pipe); if (one != '1') { ${BAD} }`,
    },
  ],
];

async function run(
  wheel: string,
  env: Readonly<Record<string, string>>,
): Promise<{ readonly report: Report; readonly isReused: boolean }> {
  const { report, stdout, stderr } = await runCli(
    ['check', '--wheel', wheel, '--python', '3.11', '--numpy', 'none', '--json', '-'],
    { cwd: root, reuse: true, env },
  );
  if (!report) throw new Error(`no report:\n${stdout}\n${stderr}`);
  return { report, isReused: report.combinations[0]?.reused !== undefined };
}

needLinuxPythons('3.11')('a measurement rests on nothing outside that may be another: what', () => {
  beforeAll(() => {
    root = mkdtempSync(join(tmpdir(), 'numpy-abi-matrix-outside-'));
  });
  afterAll(() => rm(root, { recursive: true, force: true }));

  it.each(CASES)('%s', async (_, { init, python, flags, env, isKept }) => {
    const folder = mkdtempSync(join(root, 'outside-'));
    const outside = { folder, library: join(folder, 'libouter.so'), file: join(folder, 'setting') };
    fill(outside, 1);
    const size = statSync(outside.library).size;
    const source = cModule({ name: '_core', init: init?.(outside) ?? '', before: INCLUDES });
    const include = [pythonInclude(findPython('3.11') ?? 'python3')];
    const files = {
      'outer/__init__.py': `# ${folder}\n${python?.(outside) ?? ''}\n`,
      [FILE]: compileModule(source, include, 'cc', flags?.(outside) ?? []),
    };
    mkdirSync(join(folder, 'wheel'));
    const wheel = makeWheel(mkdtempSync(join(root, 'wheel-')), { stem: STEM, files });
    const variables = env?.(outside) ?? {};
    expect((await run(wheel, variables)).report.exitCode).toBe(0);
    if (isKept) expect((await run(wheel, variables)).isReused).toBe(true);
    fill(outside, 0);
    expect(statSync(outside.library).size).toBe(size);
    const second = await run(wheel, variables);
    expect(second.isReused).toBe(false);
    expect(second.report.exitCode).toBe(1);
  });
});
