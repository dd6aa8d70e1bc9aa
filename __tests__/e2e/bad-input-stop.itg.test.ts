import { mkdir, mkdtemp, readdir, realpath, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { appears, HANGS_INCLUDES, hangsWithFamily } from '../support/hangs-with-family.ts';
import { makeWheel } from '../support/make-archives.ts';
import { needThat } from '../support/need.ts';
import { pathWithout } from '../support/path-without.ts';
import { pyproject, setupPy } from '../support/projects/project-template.ts';
import { runTracked, type TrackedOptions, type TrackedRun } from '../support/run-tracked.ts';
import { canMount, mountSmall, unmount } from '../support/small-disk.ts';

let folder: string;
beforeAll(async () => {
  folder = await realpath(await mkdtemp(join(tmpdir(), 'stopped-')));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const NONE = ['--python', '3.11', '--numpy', 'none'];

async function project(name: string, setup: string, init = ''): Promise<string> {
  const files = {
    'pyproject.toml': pyproject({ requires: ['setuptools>=70.1'], dependencies: [] }),
    'setup.py':
      setup +
      setupPy({ 'sample._core': 'core.c' })
        .replace('import numpy\n', '')
        .replace('numpy.get_include()', ''),
    'core.c': `#include <Python.h>
${HANGS_INCLUDES}static struct PyModuleDef def = {PyModuleDef_HEAD_INIT, "_core", NULL, -1, NULL};
PyMODINIT_FUNC PyInit__core(void) { ${init} return PyModule_Create(&def); }
`,
    'sample/__init__.py': '',
  };
  for (const [path, text] of Object.entries(files)) {
    const file = join(folder, name, path);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, text);
  }
  return join(folder, name);
}

async function run(args: readonly string[], options: TrackedOptions = {}): Promise<TrackedRun> {
  const result = await runTracked(args, { cwd: folder, ...options });
  expect(result.output).not.toMatch(/this is a bug|^\s+at .*:\d+:\d+\)?$|Traceback/m);
  expect(result.alive).toEqual([]);
  expect(result.left).toEqual([]);
  return result;
}

function expectStopped(result: TrackedRun): void {
  expect(result.stderr).toMatch(/^error: Interrupted: no process was left running$/m);
  expect(result.output).not.toMatch(/^[✓✗!] /m);
  expect([result.code, result.stdout]).toEqual([130, '']);
  expect(result.secondsToStop).toBeLessThan(5);
}

describe('Ctrl-C', () => {
  it.each<[string, NodeJS.Signals, boolean]>([
    ['once', 'SIGINT', false],
    ['again and again until it is gone', 'SIGINT', true],
    ['as SIGTERM', 'SIGTERM', false],
  ])('%s, while a build hangs that has left its process group', async (name, signal, untilGone) => {
    const marker = join(folder, `built ${name}`);
    const hang = 'import os, time; os.setsid(); time.sleep(600)';
    await project(
      `build ${name}`,
      `import subprocess, sys, time
if 'build_ext' in sys.argv or 'bdist_wheel' in sys.argv:
    subprocess.Popen([sys.executable, '-c', ${JSON.stringify(hang)}])
    open(${JSON.stringify(marker)}, 'w').close()
    time.sleep(600)
`,
    );
    const interrupt = { when: () => appears(marker), signal, untilGone };
    expectStopped(await run(['check', `build ${name}`, ...NONE], { interrupt }));
  });

  it('while a module hangs in its probe', async () => {
    const marker = join(folder, 'probed');
    await project('probe', '', hangsWithFamily(marker));
    const interrupt = { when: () => appears(marker), signal: 'SIGINT' as const };
    expectStopped(await run(['check', 'probe', ...NONE], { interrupt }));
  });

  it('while an installation waits for a server', async () => {
    let asked: () => void = () => {};
    const waiting = new Promise<void>((resolve) => {
      asked = resolve;
    });
    const server = createServer((request, response) => {
      if (request.url?.includes('slow')) asked();
      else response.writeHead(404).end();
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    try {
      const { port } = server.address() as AddressInfo;
      const wheel = await makeWheel(join(folder, 'w'), 'needy', '1.0', ['slow']);
      const index = ['--extra-index-url', `http://127.0.0.1:${port}/simple`];
      const interrupt = { when: () => waiting, signal: 'SIGINT' as const };
      expectStopped(await run(['check', '--wheel', wheel, ...index, ...NONE], { interrupt }));
    } finally {
      server.closeAllConnections();
      server.close();
    }
  });
});

needThat(canMount(), 'root on Linux: run it as root, or in a container with CAP_SYS_ADMIN')(
  'a full disk',
  () => {
    let small: string;
    beforeAll(async () => {
      small = join(folder, 'small');
      await mkdir(small);
      mountSmall(small, 8);
      await project('ok', '');
    });
    afterAll(() => {
      unmount(small);
    });

    it('under the temporary files', async () => {
      const env = { TMPDIR: small };
      const args = ['check', 'ok', '--python', '3.11', '--numpy', '2.0.2'];
      const result = await run(args, { env });
      expect(result.stderr).toMatch(/^error: No space left on the disk that holds ".*small/m);
      expect(result.stderr).toMatch(/TMPDIR/);
      expect(result.code).toBe(3);
    });

    it('under the cache, which then is not used', async () => {
      const cache = join(folder, 'cache-disk');
      await mkdir(cache);
      mountSmall(cache, 2);
      try {
        await writeFile(join(cache, 'fill'), Buffer.alloc(2 * 1024 * 1024 - 65_536));
        const env = { XDG_CACHE_HOME: cache };
        const result = await run(['plan', '--package', 'numpy==2.0.2', ...NONE], { env });
        expect(result.stderr).toMatch(/^note: The disk that holds ".*cache-disk.*" is full: /m);
        expect(result.code).toBe(0);
      } finally {
        unmount(cache);
      }
    });

    it('under the cache, which keeps nothing that is half there', async () => {
      const env = {
        XDG_CACHE_HOME: small,
        PATH: pathWithout(['uv', 'uvx'], join(folder, 'links')),
      };
      const result = await run(['plan', '--package', 'numpy==2.0.2', ...NONE], { env });
      expect(result.stderr).toMatch(/^error: No space left on the disk that holds ".*small/m);
      expect(result.code).toBe(3);
      const kept = await readdir(join(small, 'numpy-abi-matrix'));
      expect(kept.filter((name) => /staging|^uv-0/.test(name))).toEqual([]);
    });

    it('under the JSON report: what was found is shown first', async () => {
      const file = join(small, 'report.json');
      await writeFile(join(small, 'fill'), Buffer.alloc(16e6)).catch(() => undefined);
      const result = await run(['check', 'ok', ...NONE, '--json', file]);
      expect(result.stdout).toMatch(/1 module imports/);
      expect(result.stderr).toMatch(/^error: Cannot write ".*report\.json": no space is left/m);
      expect(result.code).toBe(3);
    });
  },
);
