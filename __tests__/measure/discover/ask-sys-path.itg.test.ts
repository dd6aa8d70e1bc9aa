import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { probeEnvironment } from '../../../src/host/child-environment.ts';
import { createLimiter } from '../../../src/host/limiter.ts';
import { createProcesses } from '../../../src/host/processes.ts';
import { askSysPath } from '../../../src/measure/discover/ask-sys-path.ts';
import type { Environment } from '../../../src/model/environment.ts';

const processes = createProcesses();
const top = mkdtempSync(join(tmpdir(), 'sys-path-'));
const root = join(top, 'env');
let site = '';
let version = '';

beforeAll(() => {
  execFileSync('python3', ['-m', 'venv', '--without-pip', root]);
  symlinkSync(root, join(top, 'link'));
  [site = '', version = ''] = execFileSync(
    join(root, 'bin/python'),
    [
      '-c',
      'import sysconfig, platform; print(sysconfig.get_path("purelib"), platform.python_version())',
    ],
    { encoding: 'utf8' },
  )
    .trim()
    .split(' ');
});

afterAll(async () => {
  await processes.close();
  rmSync(top, { recursive: true, force: true });
});

async function ask(contents: Readonly<Record<string, string>>, folder = root) {
  rmSync(site, { recursive: true });
  mkdirSync(join(site, 'deep/er'), { recursive: true });
  for (const [path, text] of Object.entries(contents)) {
    mkdirSync(dirname(join(site, path)), { recursive: true });
    writeFileSync(join(site, path), text);
  }
  const environment = {
    root: folder,
    python: join(folder, 'bin/python'),
    sitePackages: [site.replace(root, folder)],
  } as unknown as Environment;
  const settings = {
    processes,
    python: environment.python,
    pythonVersion: version,
    implementation: 'cpython',
    folder: top,
    timeoutSeconds: 3,
    environment: (own: { home: string; tmp: string }) =>
      probeEnvironment(process.env, { ...own, names: [] }),
  };
  const { folders, processes: started } = await askSysPath(environment, settings, createLimiter(2));
  const mine = environment.sitePackages[0] ?? '';
  return [folders.map((one) => one.replace(mine, 'SITE')), started];
}

const ADD = 'import sys, os; sys.path.append(os.path.join(sitedir, "deep/er"))';

describe('askSysPath()', () => {
  it.each<[string, Readonly<Record<string, string>>, readonly string[], number]>([
    ['starts nothing where nothing runs', { 'a.pth': 'deep\n# import x\n' }, [], 0],
    ['is told by an import line', { 'a.pth': ADD }, ['SITE', 'SITE/deep/er'], 1],
    [
      'is told by sitecustomize',
      { 'sitecustomize.py': 'import sys; sys.path.append(sys.prefix + "/other")' },
      ['SITE', join(root, 'other')],
      1,
    ],
    [
      'leaves out what lies outside, and what is no path',
      { 'a.pth': 'import sys; sys.path += ["/usr/lib", "relative", "", 3, None]' },
      ['SITE'],
      1,
    ],
    ['survives a path that is none', { 'a.pth': 'import sys; sys.path = None' }, [], 1],
    ['survives a line that leaves', { 'a.pth': 'import os; os._exit(0)' }, [], 1],
    ['survives a line that crashes', { 'a.pth': 'import os; os.kill(os.getpid(), 11)' }, [], 1],
    ['does not wait for ever', { 'a.pth': 'import time; time.sleep(60)' }, [], 1],
    [
      'takes no answer from a child',
      { 'a.pth': 'import os, sys; os.fork() or sys.path.append(sys.prefix + "/child")' },
      ['SITE'],
      1,
    ],
  ])('%s', async (_, contents, folders, started) => {
    expect(await ask(contents)).toEqual([folders, started]);
  });

  it('spells folders as the environment is spelled', async () => {
    const link = join(top, 'link');
    const real = 'import sys, os; sys.path.append(os.path.realpath(sitedir) + "/deep")';
    expect(await ask({ 'a.pth': real }, link)).toEqual([['SITE', 'SITE/deep'], 1]);
  });
});
