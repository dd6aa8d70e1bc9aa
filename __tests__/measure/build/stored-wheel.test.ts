import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { packWheel, unpackWheel } from '../../../src/measure/build/stored-wheel.ts';

const folder = mkdtempSync(join(tmpdir(), 'wheel-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const file = 'pkg-1.0-cp311-cp311-linux_x86_64.whl';
const head = {
  at: '2026-11-27T03:45:00.000Z',
  file,
  buildNumpy: '2.0.2',
  buildPython: '3.11.7',
  abi: 'cp311',
  text: 'line\nline',
};
const stored = (change: object): Uint8Array =>
  Buffer.from(`${JSON.stringify({ ...head, ...change })}\nPK`);

describe('packWheel()', () => {
  it('keeps a wheel with all its bytes, line ends too', async () => {
    const wheel = join(folder, file);
    writeFileSync(wheel, 'PK\n\0\nrest');
    const built = { ...head, kind: 'built', wheel, seconds: 3 } as const;
    const read = unpackWheel(await packWheel(built, head.at));
    expect(read).toEqual({ ...head, bytes: Buffer.from('PK\n\0\nrest') });
  });
});

describe('unpackWheel()', () => {
  it.each<[string, Uint8Array]>([
    ['nothing', Buffer.from('')],
    ['no line', Buffer.from('PK')],
    ['no JSON', Buffer.from('x\nPK')],
    ['a list', Buffer.from('[]\nPK')],
    ['a name that leads elsewhere', stored({ file: `../${file}` })],
    ['a name with a drive', stored({ file: `C:\\${file}` })],
    ['no name of a wheel', stored({ file: 'pkg.zip' })],
    ['the name of another ABI', stored({ abi: 'abi3' })],
    ['no time', stored({ at: 7 })],
    ['a number for a NumPy', stored({ buildNumpy: 2 })],
  ])('takes %s for none', (_, bytes) => {
    expect(unpackWheel(bytes)).toBeUndefined();
  });
});
