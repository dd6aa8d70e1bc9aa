import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { readWholeLock } from '../../../src/commands/audit/included-files.ts';
import { createFiles } from '../../../src/host/files.ts';
import { anyOfText } from '../../../src/packaging/locks/marker-text.ts';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'numpy-abi-matrix-list-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

async function read(files: Readonly<Record<string, string | Uint8Array>>) {
  for (const [name, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), text);
  }
  const [first = ''] = Object.keys(files);
  const lock = await readWholeLock(join(folder, first), (path) => relative(folder, path), {
    files: createFiles(),
  });
  const packages = lock.packages.map(
    ({ name, specifier, file, line }) => `${file}:${line}: ${name}${specifier}`,
  );
  return { packages, notices: lock.notices, lock };
}

it.each([['-r base.txt'], ['-rbase.txt'], ['--requirement=base.txt'], ['-r "base.txt"']])(
  '%s: what that file names is installed as well',
  async (line) => {
    const { packages, notices } = await read({
      'requirements.txt': `${line}\nbottleneck==1.3.7\n`,
      'base.txt': '-r requirements.txt\nnumpy==2.0.2\n',
    });
    expect(packages).toEqual(['requirements.txt:2: bottleneck==1.3.7', 'base.txt:2: numpy==2.0.2']);
    expect(notices).toEqual([]);
  },
);

it('-c pins what is installed, NumPy among it, and installs nothing', async () => {
  const { packages, notices, lock } = await read({
    'dev/requirements.txt': 'bottleneck\npandas>=2 ; python_version > "3.8"\n-c ../limits\n',
    limits:
      'bottleneck==1.3.7\nnumpy==2.0.2\nscipy==1.13\npandas==2.2.3 ; sys_platform == "linux"\n',
  });
  expect(packages).toEqual([
    'dev/requirements.txt:1: bottleneck==1.3.7',
    'dev/requirements.txt:2: pandas==2.2.3',
    'dev/requirements.txt:2: pandas>=2',
    'limits:2: numpy==2.0.2',
  ]);
  expect(lock.packages.map(({ markers }) => anyOfText(markers))).toEqual([
    '',
    '(python_version > "3.8") and (sys_platform == "linux")',
    '(python_version > "3.8") and (sys_platform != "linux")',
    '',
  ]);
  expect(notices).toEqual([
    'limits: 1 package that no requirements file names, only limited there: not read. Name the file itself to have them read',
  ]);
});

it.each<[string, Readonly<Record<string, string>>, readonly string[]]>([
  [
    'a range in one file and a pin in another are that pin',
    { 'all.txt': '-r pins.txt\nnumpy>=1.20\nscipy\n', 'pins.txt': 'numpy==1.26.4\n' },
    ['numpy==1.26.4', 'scipy'],
  ],
  [
    'two limits are one range',
    { 'all.txt': 'numpy\n-c a.txt\n-c b.txt\n', 'a.txt': 'numpy>=1.20\n', 'b.txt': 'numpy<2\n' },
    ['numpy>=1.20,<2'],
  ],
  [
    'a limit with a marker leaves what it does not hold for',
    { 'all.txt': 'numpy\n-c a.txt\n', 'a.txt': 'numpy<2 ; python_version < "3.9"\n' },
    ['numpy<2 ; python_version < "3.9"', 'numpy ; python_version >= "3.9"'],
  ],
  [
    'the same for NumPy that only a limit names',
    { 'all.txt': 'scipy\n-c a.txt\n', 'a.txt': 'numpy<2 ; python_version < "3.9"\n' },
    ['scipy', 'numpy<2 ; python_version < "3.9"', 'numpy ; python_version >= "3.9"'],
  ],
  [
    'a limit of which nobody knows where it does not hold takes nothing away',
    { 'all.txt': 'numpy\n-c a.txt\n', 'a.txt': 'numpy<2 ; python_version ~= "3.9"\n' },
    ['numpy<2 ; python_version ~= "3.9"', 'numpy'],
  ],
  [
    'lines of one file are choices',
    {
      'all.txt':
        'numpy==1.26.4 ; python_version < "3.12"\nnumpy==2.0.2 ; python_version >= "3.12"\n-c a.txt\n',
      'a.txt': 'numpy<3\n',
    },
    ['numpy==1.26.4 ; python_version < "3.12"', 'numpy==2.0.2 ; python_version >= "3.12"'],
  ],
])('what several files say holds together: %s', async (_, files, expected) => {
  const { lock } = await read(files);
  const told = lock.packages.map(({ name, specifier, markers }) =>
    [`${name}${specifier}`, anyOfText(markers)].filter((text) => text !== '').join(' ; '),
  );
  expect(told).toEqual(expected);
});

it('an address that a line names is told', async () => {
  const { notices } = await read({ 'requirements.txt': '-r https://files.example/base.txt\n' });
  expect(notices).toEqual([
    'requirements.txt names https://files.example/base.txt, which is not read: audit it, too',
  ]);
});

it('a file that is not there is wrong usage, by whoever names it', async () => {
  await expect(read({ 'requirements.txt': '-r base.txt\n' })).rejects.toMatchObject({
    message: 'There is no readable file base.txt, which requirements.txt names',
    exitCode: 2,
  });
});

it.each([
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
  ['utf-8', [0xef, 0xbb, 0xbf]],
])('%s by its mark, as a shell may write it', async (encoding, mark) => {
  const text = Buffer.from(
    'numpy==2.0.2\r\nscipy==1.13\r\n',
    encoding === 'utf-8' ? 'utf8' : 'utf16le',
  );
  const bytes = Buffer.concat([Buffer.from(mark), encoding === 'utf-16be' ? text.swap16() : text]);
  const { packages } = await read({ 'requirements.txt': bytes });
  expect(packages).toEqual(['requirements.txt:1: numpy==2.0.2', 'requirements.txt:2: scipy==1.13']);
});
