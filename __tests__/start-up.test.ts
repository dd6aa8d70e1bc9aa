import { readFileSync } from 'node:fs';
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

  it('loads the rest when a command is asked for', async () => {
    const files = loadedAtStart(join(await bundled(), 'cli.mjs'));
    const text = [...files.keys()].map((file) => readFileSync(file, 'utf8')).join('\n');
    expect(text).toMatch(/import\("\.\/[\w-]+\.mjs"\)/);
  });
});
