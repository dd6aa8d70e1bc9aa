import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { readWheelFile } from '../../../src/commands/audit/read-wheel-file.ts';
import { createRemoteWheels } from '../../../src/commands/audit/remote-wheels.ts';
import { createLimiter } from '../../../src/host/limiter.ts';
import type { IndexFile } from '../../../src/packaging/index-project.ts';
import { openWheel } from '../../../src/wheels/open-wheel.ts';
import { elfFile } from '../../support/elf-file.ts';
import { rawZip } from '../../support/raw-zip.ts';

const folder = mkdtempSync(join(tmpdir(), 'audit-remote-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const NAME = 'pkg-1.0-cp311-cp311-manylinux_2_17_x86_64.whl';
const OLD = 'numpy.core._multiarray_umath\0module compiled against API version 0x%x';

describe('a wheel on an index and the same wheel here', () => {
  it.each([
    'pkg/_x.cpython-311-x86_64-linux-gnu.so',
    'pkg.libs/libtable-1a2b3c.so.1.2',
    'pkg/.dylibs/libtable.dylib',
    'pkg.libs/libnumpy_table.so',
  ])('say the same of %s', async (name) => {
    const symbols = name.includes('_x.') ? [{ name: 'PyInit__x' }] : [];
    const bytes = rawZip([
      { name: 'pkg-1.0.dist-info/METADATA', data: 'Name: pkg\nVersion: 1.0\n\n' },
      { name, data: elfFile({ symbols, text: OLD }) },
    ]);
    const path = join(folder, NAME);
    writeFileSync(path, bytes);
    const processes = { signal: new AbortController().signal } as never;
    const progress = { update: () => undefined };
    const index = { openWheel: () => openWheel({ kind: 'bytes', bytes }) };
    const remote = createRemoteWheels(index, { processes, progress }, createLimiter(1));
    const file = { filename: NAME } as IndexFile;
    const found = await remote.readAll([{ file, beside: { kind: 'metadata' } }]);
    remote.end();
    expect(found).toEqual([await readWheelFile(path)]);
    expect(found).toMatchObject([{ binaries: [{ file: name, capi: { era: '1.x' } }] }]);
  });
});
