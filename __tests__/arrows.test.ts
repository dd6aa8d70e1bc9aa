import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { ARROWS, arrowTable, overrides, PURE } from '../scripts/arrows.mjs';

const ROOT = join(import.meta.dirname, '..');
const folders = Object.keys(ARROWS);
const mayImport = (folder: string): readonly string[] => ARROWS[folder] ?? [];

describe('which folder may import which', () => {
  it('stands in biome.json as in scripts/arrows.mjs', () => {
    const config = JSON.parse(readFileSync(join(ROOT, 'biome.json'), 'utf8'));
    expect(config.overrides).toEqual(expect.arrayContaining([...overrides()]));
  });

  it('stands in docs/architecture.md, too', () => {
    const page = readFileSync(join(ROOT, 'docs/architecture.md'), 'utf8');
    const squeezed = (text: string) => text.replaceAll(/ +|-{3,}/g, ' ');
    expect(squeezed(page)).toContain(squeezed(arrowTable()));
  });

  it('has no circle of folders', () => {
    const reach = (from: string, seen: Set<string>): Set<string> => {
      for (const next of mayImport(from)) {
        if (!seen.has(next)) reach(next, seen.add(next));
      }
      return seen;
    };
    for (const folder of folders) expect([...reach(folder, new Set())]).not.toContain(folder);
  });

  it('lets a pure folder reach pure folders only', () => {
    for (const folder of PURE) {
      for (const next of mayImport(folder)) expect(PURE).toContain(next);
    }
  });
});

describe('the rules are held', () => {
  const root = mkdtempSync(join(tmpdir(), 'arrows-'));
  copyFileSync(join(ROOT, 'biome.json'), join(root, 'biome.json'));
  afterAll(() => rmSync(root, { recursive: true, force: true }));

  const lint = (folder: string, text: string): string => {
    const inside = join(root, 'src', folder, 'deeper');
    mkdirSync(inside, { recursive: true });
    writeFileSync(join(inside, 'sample.ts'), text);
    const { stdout, stderr } = spawnSync(
      join(ROOT, 'node_modules/.bin/biome'),
      ['lint', '--colors=off', '--max-diagnostics=none', join('src', folder)],
      { cwd: root, encoding: 'utf8' },
    );
    return stdout + stderr;
  };

  it.each(
    folders.map(
      (folder) =>
        [
          folder,
          folders.filter((one) => one !== folder && !mayImport(folder).includes(one)),
        ] as const,
    ),
  )('%s', (folder, closed) => {
    const lines = closed.map((one, at) => `import * as a${at} from '../../${one}/x.ts';`);
    const names = closed.map((_, at) => `a${at}`);
    const pure = PURE.includes(folder);
    const text = [
      ...lines,
      `import * as door from '../../cli.ts';`,
      ...(pure ? [`import * as fs from 'node:fs';`] : []),
      `export const all = [${[...names, 'door', ...(pure ? ['fs', 'process.env'] : [])].join(', ')}];`,
    ].join('\n');
    const said = lint(folder, text);
    const count = said.match(/lint\/style\/noRestrictedImports/g)?.length ?? 0;
    expect(count).toBe(closed.length + 1 + (pure ? 1 : 0));
    if (pure) expect(said).toContain('noProcessEnv');
  });
});
