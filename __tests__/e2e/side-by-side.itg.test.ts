import { mkdir, mkdtemp, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { needThat } from '../support/need.ts';
import { needLinuxPythons } from '../support/need-pythons.ts';
import { pyproject, setupPy } from '../support/projects/project-template.ts';
import { runTracked, type TrackedOptions } from '../support/run-tracked.ts';
import { canMount, mountSmall, unmount } from '../support/small-disk.ts';

let folder: string;
beforeAll(async () => {
  folder = await realpath(await mkdtemp(join(tmpdir(), 'side-by-side-')));
  const files = {
    'pyproject.toml': pyproject({ requires: ['setuptools>=70.1'], dependencies: [] }),
    'setup.py': setupPy({ 'sample._core': 'core.c' })
      .replace('import numpy\n', '')
      .replace('numpy.get_include()', ''),
    'core.c': `#include <Python.h>
static struct PyModuleDef def = {PyModuleDef_HEAD_INIT, "_core", NULL, -1, NULL};
PyMODINIT_FUNC PyInit__core(void) { return PyModule_Create(&def); }
`,
    'sample/__init__.py': '',
  };
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text);
  }
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const ARGUMENTS = [
  ...['check', '.', '--numpy', 'none', '--numpy', '2.0.2'],
  ...['3.10', '3.11', '3.12'].flatMap((python) => ['--python', python]),
];

/** Whatever happens: one of our own endings, no stack trace, nothing running, nothing left. */
async function run(options: TrackedOptions = {}) {
  const result = await runTracked(ARGUMENTS, { cwd: folder, ...options });
  expect(result.output).not.toMatch(/this is a bug|^\s+at .*:\d+:\d+\)?$|Node\.js v\d|Unhandled/m);
  expect(result.alive).toEqual([]);
  return result;
}

needLinuxPythons(
  '3.10',
  '3.11',
  '3.12',
)('several Pythons side by side', () => {
  test('Ctrl-C at 15 moments', async () => {
    const { seconds } = await run();
    // Always the same moments: a multiplicative generator. One in each fifteenth of the run leaves
    // no larger gap than twice as many anywhere.
    const rounds = 15;
    let state = 20_261_127;
    for (let round = 0; round < rounds; round += 1) {
      state = (state * 48_271) % 2_147_483_647;
      const part = (round + state / 2_147_483_647) / rounds;
      const wait = 1000 + part * (seconds * 1000 - 1500);
      const when = () => new Promise((resolve) => setTimeout(resolve, wait));
      const stopped = await run({ interrupt: { when, signal: 'SIGINT' } });
      const place = `after ${Math.round(wait)} ms of ${seconds.toFixed(1)} s`;
      // It may have come to its end; or not have begun on a busy machine, with nothing said.
      const done = stopped.code === 0 || (stopped.code === null && stopped.output === '');
      expect([place, done ? 130 : stopped.code, stopped.left]).toEqual([place, 130, []]);
    }
  }, 900_000);

  needThat(canMount(), 'root on Linux: run it as root, or in a container with CAP_SYS_ADMIN')(
    'a disk that fills',
    () => {
      const small = () => join(folder, 'small');
      beforeAll(() => mkdir(small()));

      test.each([1, 2, 4, 8, 16, 24, 32, 48, 80, 120])('at %i MB', async (megabytes) => {
        mountSmall(small(), megabytes);
        try {
          const full = await run({ env: { TMPDIR: small() } });
          expect(full.left).toEqual([]);
          if (full.code === 0) return;
          expect(full.stderr).toMatch(/^error: No space left on the disk that holds ".*small/m);
          expect(full.code).toBe(3);
        } finally {
          unmount(small());
        }
      });
    },
  );
});
