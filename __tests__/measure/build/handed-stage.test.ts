import { createHash } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { createHandedStage, type HandedWheel } from '../../../src/measure/build/handed-stage.ts';
import type { BuildOutcome } from '../../../src/model/built-wheel.ts';
import type { Interpreter } from '../../../src/packaging/interpreter.ts';

describe('createHandedStage()', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'handed-'));
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  const handed = (python: string, result: BuildOutcome): HandedWheel => ({
    folder,
    record: {
      schema: 1,
      document: 'built-wheel',
      tool: { name: 'numpy-abi-matrix', version: '1.0.0' },
      subject: { kind: 'project', name: 'sample', commit: null },
      plan: 'f'.repeat(64),
      python,
      platform: 'linux-x86_64',
      result,
    },
  });
  const wheel = (file: string, bytes: string): BuildOutcome => ({
    kind: 'built',
    file,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    buildNumpy: '2.0.0',
    buildPython: '3.11.7',
    abi: file.includes('abi3') ? 'abi3' : 'cp311',
    text: '',
  });
  const python = (label: string, freeThreaded = false) => {
    const minor = label.replace('.', '');
    const tags = [`cp${minor}-cp${minor}-linux_x86_64`, 'cp39-abi3-linux_x86_64'];
    return { label, interpreter: { tags, freeThreaded } as unknown as Interpreter };
  };
  const OWN = 'sample-1.0-cp311-cp311-linux_x86_64.whl';

  it('takes the wheel whose bytes are those that were built', async () => {
    await writeFile(join(folder, OWN), 'wheel');
    const stage = createHandedStage([handed('3.11', wheel(OWN, 'wheel'))]);
    expect(await stage.wheelFor(python('3.11'))).toMatchObject({
      kind: 'built',
      wheel: join(folder, OWN),
      buildNumpy: '2.0.0',
      buildPython: '3.11.7',
    });
  });

  it.each<[string, string | null, HandedWheel[] | null, RegExp]>([
    ['another file', 'other', null, /is another file than the one that was built: its SHA-256 is/],
    ['no file', null, null, /was handed over, and is not there/],
    ['nothing', 'wheel', [], /No wheel for Python 3\.11 was handed over/],
  ])('fails the combinations of a Python with %s', async (_, bytes, list, message) => {
    if (bytes !== null) await writeFile(join(folder, OWN), bytes);
    const stage = createHandedStage(list ?? [handed('3.11', wheel(OWN, 'wheel'))]);
    expect(await stage.wheelFor(python('3.11'))).toEqual({
      kind: 'none',
      state: {
        kind: 'error',
        setUp: 'wheel-not-handed-over',
        message: expect.stringMatching(message),
        lines: [],
      },
    });
  });

  it('says what became of a build that failed', async () => {
    const state = { kind: 'error', setUp: 'build-failed', message: 'm', lines: ['l'] } as const;
    const stage = createHandedStage([handed('3.11', { kind: 'none', state })]);
    expect(await stage.wheelFor(python('3.11'))).toEqual({ kind: 'none', state });
  });

  it('takes a stable-ABI wheel of the first Python for later ones, never for free-threaded ones', async () => {
    const [first, second] = ['sample-1.0-cp39-abi3-linux_x86_64.whl', OWN];
    await writeFile(join(folder, first), 'abi3');
    await writeFile(join(folder, second), 'own');
    const stage = createHandedStage([
      handed('3.9', wheel(first, 'abi3')),
      handed('3.11', wheel(second, 'own')),
      handed('3.13t', wheel(second, 'own')),
    ]);
    const names = await Promise.all(
      [python('3.9'), python('3.11'), python('3.13t', true)].map(async (one) => {
        const built = await stage.wheelFor(one);
        return built.kind === 'built' ? built.wheel : null;
      }),
    );
    expect(names).toEqual([first, first, second].map((name) => join(folder, name)));
  });
});
