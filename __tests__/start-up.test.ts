import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { bundled } from './support/bundle.ts';

/** All that Node reads and compiles before the first line of an entry runs. */
function loadedAtStart(entry: string, seen = new Map<string, number>()): Map<string, number> {
  if (seen.has(entry)) return seen;
  const text = readFileSync(entry, 'utf8');
  seen.set(entry, text.length);
  for (const [, path = ''] of text.matchAll(
    /^(?:import|\} from|export .* from) ?"(\.[^"]+)";$/gm,
  )) {
    loadedAtStart(join(dirname(entry), path), seen);
  }
  return seen;
}

describe('start-up', () => {
  it('loads for --version only what reads the command line', async () => {
    const files = loadedAtStart(join(await bundled(), 'cli.mjs'));
    const characters = [...files.values()].reduce((sum, size) => sum + size, 0);
    // The whole program has 1.8 million.
    expect(characters).toBeLessThan(100_000);
  });

  it('says what is wrong, with exit code 3, where a part of it is missing', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'start-up-'));
    try {
      await cp(dirname(join(await bundled(), 'cli.mjs')), folder, { recursive: true });
      const entry = join(folder, 'cli.mjs');
      const [, late = ''] =
        [...loadedAtStart(entry).keys()]
          .map((file) => /import\("\.\/([\w-]+\.mjs)"\)/.exec(readFileSync(file, 'utf8')))
          .find((found) => found !== null) ?? [];
      await rm(join(folder, late));
      const { status, stderr } = spawnSync(process.execPath, [entry, 'plan'], { encoding: 'utf8' });
      expect(stderr).toMatch(/^error: numpy-abi-matrix cannot be loaded: .*\n {7}Install it anew/);
      expect(status).toBe(3);
    } finally {
      await rm(folder, { recursive: true });
    }
  });

  it('loads the rest when a command is asked for', async () => {
    const files = loadedAtStart(join(await bundled(), 'cli.mjs'));
    const text = [...files.keys()].map((file) => readFileSync(file, 'utf8')).join('\n');
    expect(text).toMatch(/import\("\.\/[\w-]+\.mjs"\)/);
  });
});
