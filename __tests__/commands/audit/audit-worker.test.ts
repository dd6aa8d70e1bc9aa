import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readWheelFile } from '../../../src/commands/audit/read-wheel-file.ts';
import { bundled } from '../../support/bundle.ts';
import { rawZip } from '../../support/raw-zip.ts';

const folder = mkdtempSync(join(tmpdir(), 'audit-worker-'));
let worker: Worker;
beforeAll(async () => {
  worker = new Worker(join(await bundled(), 'audit-worker.mjs'));
});
afterAll(async () => {
  await worker.terminate();
  rmSync(folder, { recursive: true, force: true });
});

const NAME = 'pkg-1.0-cp311-cp311-manylinux_2_17_x86_64.whl';
const head = Buffer.alloc(64);
head.write('\x7fELF\x02\x01\x01', 'latin1');
const OLD = Buffer.concat([head, Buffer.from('numpy module compiled against API version 0x%x')]);
const METADATA = {
  name: 'pkg-1.0.dist-info/METADATA',
  data: 'Name: pkg\nVersion: 1.0\nRequires-Dist: numpy>=1.20; python_version>="3.9"\n\n',
};

function read(path: string): Promise<unknown> {
  return new Promise((resolve, reject) => {
    worker.once('message', resolve).once('error', reject);
    worker.postMessage(path);
  });
}

describe('a thread of an audit', () => {
  it.each<[string, Buffer | null]>([
    ['a wheel', rawZip([METADATA, { name: 'pkg/_x.cpython-311-x86_64-linux-gnu.so', data: OLD }])],
    ['no archive', Buffer.from('no archive')],
    ['a damaged one', rawZip([METADATA, { name: 'pkg/_x.abi3.so', data: OLD, crc: 1 }])],
    ['nothing', null],
  ])('says of %s what this one says', async (name, bytes) => {
    const path = join(folder, NAME);
    rmSync(path, { force: true });
    if (bytes !== null) writeFileSync(path, bytes);
    const found = await read(path);
    const here = await readWheelFile(path);
    // Jest's errors are of a class of their own.
    const plain = JSON.stringify(here).replace('"Error: ', '"');
    expect(found).toEqual(JSON.parse(plain));
    expect(found).toMatchObject({ kind: name === 'a wheel' ? 'wheel' : 'unreadable' });
  });
});
