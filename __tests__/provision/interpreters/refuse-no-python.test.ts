import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createProcesses } from '../../../src/host/processes.ts';
import { refuseNoPython } from '../../../src/provision/interpreters/refuse-no-python.ts';
import { findProgram, needThat } from '../../support/need.ts';

const found = findProgram('python3');
// Not pyenv's shim, which goes by its own name.
const python =
  found &&
  execFileSync(found, ['-c', 'import sys; print(sys.executable)'], { encoding: 'utf8' }).trim();

/** What stands at a path: a link, a folder (null), or a file's text and mode. */
type Thing = { readonly link: string } | null | { readonly text: string; readonly mode?: number };

const script = (text: string): Thing => ({ text: `#!/bin/sh\n${text}\n` });

needThat(
  process.platform !== 'win32' && python !== undefined,
  'python3, and a system with /bin/sh',
)('a path given as a Python', () => {
  const processes = createProcesses();
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'no-python-')));
  afterAll(async () => {
    await processes.close();
    rmSync(folder, { recursive: true, force: true });
  });
  const refuse = (path: string) => refuseNoPython([path], { processes, env: process.env, folder });
  const place = (name: string, thing: Thing): string => {
    const path = join(folder, name);
    mkdirSync(dirname(path), { recursive: true });
    if (thing === null) mkdirSync(path);
    else if ('link' in thing) symlinkSync(thing.link, path);
    else {
      writeFileSync(path, thing.text);
      chmodSync(path, thing.mode ?? 0o755);
    }
    return path;
  };

  it.each<[string, string, Thing, RegExp, RegExp]>([
    ['a folder', 'folder', null, /it is a folder, and none that holds a Python$/, /^Give the path/],
    [
      'a text',
      'notes',
      { text: 'x', mode: 0o644 },
      /may not run it$/,
      /^Give the path[^,]*, or a version such as 3\.12$/,
    ],
    [
      'a Python without its bit',
      'python3.9',
      { text: '', mode: 0o644 },
      /may not run it$/,
      /chmod \+x .*python3\.9$/,
    ],
    [
      'a link to nothing',
      'broken',
      { link: '/nowhere/python' },
      /a link to \/nowhere\/python, where there is no file$/,
      /^Give/,
    ],
    [
      'a script for a Python that is gone',
      'gone',
      { text: '#!/nowhere/python3\n' },
      /cannot start it \(ENOENT\)$/,
      /^Give/,
    ],
    [
      'a program that crashes',
      'crash',
      script('kill -SEGV $$'),
      /crashes when it starts \(SIGSEGV\)$/,
      /^Mend that Python/,
    ],
    [
      'a program that fails',
      'fails',
      script('echo dead >&2; exit 3'),
      /it says "dead" and ends with exit code 3$/,
      /^Give/,
    ],
    [
      'a program that says something else',
      'says',
      script('echo Hello; echo World'),
      /it says "World"$/,
      /^Give/,
    ],
    ['a program that says nothing', 'silent', script('exit 0'), /it says nothing$/, /^Give/],
    [
      'a Python 2',
      'python2',
      script('printf "Python 2.7.18"'),
      /no Python interpreter that can be tested: it is Python 2\.7\.18, and CPython 3\.8 and newer can/,
      /3\.8 or newer/,
    ],
    [
      'a Python 3.7',
      'python3.7',
      script('printf "Python 3.7.16"'),
      /it is Python 3\.7\.16/,
      /3\.8 or newer/,
    ],
  ])('%s is refused', async (_what, name, thing, message, remedy) => {
    const path = place(name, thing);
    await expect(refuse(path)).rejects.toMatchObject({
      exitCode: 2,
      message: expect.stringMatching(message),
      remedy: expect.stringMatching(remedy),
    });
    await expect(refuse(path)).rejects.toThrow(`"${path}" is no Python interpreter`);
  });

  it('an environment whose Python is gone is to be made anew', async () => {
    place('env/pyvenv.cfg', { text: 'home = /nowhere\n', mode: 0o644 });
    await expect(
      refuse(place('env/bin/python', { link: '/nowhere/python3' })),
    ).rejects.toMatchObject({
      message: expect.stringContaining('was made with is gone (/nowhere/python3)'),
      remedy: expect.stringContaining(`python3 -m venv --clear ${join(folder, 'env')}`),
    });
  });

  it('of a folder that holds one, that one is named', async () => {
    const inside = place('whole/bin/python3', { link: python ?? '' });
    await expect(refuse(join(folder, 'whole'))).rejects.toMatchObject({
      remedy: `Give the interpreter in it: ${inside}`,
    });
  });

  it('a Python passes, also behind a link and in an environment', async () => {
    execFileSync(python ?? '', ['-m', 'venv', '--without-pip', join(folder, 'venv')]);
    const paths = [
      python ?? '',
      place('linked', { link: python ?? '' }),
      join(folder, 'venv', 'bin', 'python'),
    ];
    for (const path of paths) await expect(refuse(path)).resolves.toBeUndefined();
  });
});
