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
import { removeOrLeave, removeTree } from '../../src/host/remove-tree.ts';
import { needThat } from '../support/need.ts';
import { canMount, mountSmall, unmount } from '../support/small-disk.ts';

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

needThat(canMount(), 'root on Linux: run it as root, or in a container with CAP_SYS_ADMIN')(
  'what is mounted below a folder',
  () => {
    // Tried again for each folder above it, this took minutes.
    it('stays, and is said to: at once, however deep it lies', async () => {
      const folder = mkdtempSync(join(tmpdir(), 'remove-tree-'));
      const mounted = join(folder, 'a/b/c/d/e/f/g/mounted');
      mkdirSync(mounted, { recursive: true });
      mountSmall(mounted, 1);
      try {
        await expect(removeTree(folder)).rejects.toThrow(/EBUSY/);
        await removeOrLeave(folder);
        expect(existsSync(mounted)).toBe(true);
      } finally {
        unmount(mounted);
      }
      await removeTree(folder);
      expect(existsSync(folder)).toBe(false);
    });
  },
);
