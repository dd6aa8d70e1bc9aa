import { expect, it } from '@jest/globals';
import { lockedWheels } from '../../../src/commands/audit/index-wheels.ts';
import type { IndexFile } from '../../../src/packaging/index-project.ts';

const [A, B, SOURCES] = ['a', 'b', 'c'].map((letter) => letter.repeat(64));
const file = (filename: string, sha256: string | null = null) =>
  ({ filename, sha256, isWheel: filename.endsWith('.whl') }) as IndexFile;
const LINUX = 'pkg-1-cp312-cp312-manylinux_2_17_x86_64.whl';
const MAC = 'pkg-1-cp312-cp312-macosx_11_0_arm64.whl';
const files = [file(LINUX, A), file(MAC, B), file('pkg-1.tar.gz', SOURCES)];
const NONE = { wheels: [], hashes: [] };

it.each<[string, Parameters<typeof lockedWheels>[1], string, readonly string[]]>([
  ['lists nothing', NONE, 'listed', [LINUX, MAC]],
  ['lists a file in other letters', { ...NONE, wheels: [LINUX.toUpperCase()] }, 'listed', [LINUX]],
  ['lists checksums', { ...NONE, hashes: [B ?? '', SOURCES ?? ''] }, 'listed', [MAC]],
  ['lists the sources alone', { ...NONE, hashes: [SOURCES ?? ''] }, 'sources', []],
  ['lists checksums of no file', { ...NONE, hashes: ['d'.repeat(64)] }, 'mismatch', []],
  [
    'lists files of another index',
    { ...NONE, wheels: ['pkg-1-other.whl'] },
    'others',
    [LINUX, MAC],
  ],
])('a lock that %s', (_, locked, kind, wheels) => {
  const found = lockedWheels(files, locked);
  expect(found.kind).toBe(kind);
  expect('wheels' in found ? found.wheels.map(({ filename }) => filename) : []).toEqual(wheels);
});

it('cannot tell by checksum where the index gives none', () => {
  const found = lockedWheels([file(LINUX)], { ...NONE, hashes: ['d'.repeat(64)] });
  expect(found.kind).toBe('others');
});
