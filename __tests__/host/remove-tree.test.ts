import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { removeTree } from '../../src/host/remove-tree.ts';

const NAME = 'd'.repeat(200);

describe('removeTree()', () => {
  const posix = process.platform === 'win32' ? it.skip : it;

  posix('removes what lies too deep to be named, and follows no link', async () => {
    const outside = mkdtempSync(join(tmpdir(), 'remove-tree-'));
    writeFileSync(join(outside, 'kept'), 'kept');
    const folder = mkdtempSync(join(tmpdir(), 'remove-tree-'));
    symlinkSync(outside, join(folder, 'link'));
    const home = process.cwd();
    process.chdir(folder);
    for (let depth = 0; depth < 40; depth += 1) {
      mkdirSync(NAME);
      process.chdir(NAME);
    }
    process.chdir(home);
    await removeTree(folder);
    expect(existsSync(folder)).toBe(false);
    expect(readFileSync(join(outside, 'kept'), 'utf8')).toBe('kept');
    await removeTree(outside);
    expect(existsSync(outside)).toBe(false);
  });
});
