import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from '@jest/globals';
import { createRealPaths } from '../../../src/measure/reuse/real-paths.ts';

const root = realpathSync(mkdtempSync(join(tmpdir(), 'real-paths-')));
mkdirSync(join(root, 'real', 'deep'), { recursive: true });
writeFileSync(join(root, 'real', 'file'), '');
symlinkSync('real', join(root, 'folder'));
symlinkSync('real/deep', join(root, 'deep'));
symlinkSync(join('folder', 'file'), join(root, 'link'));
symlinkSync('nowhere', join(root, 'dangling'));
symlinkSync('round', join(root, 'round'));
afterAll(() => rmSync(root, { recursive: true }));

it.each([
  ['real/file', 'real/file'],
  ['folder/file', 'real/file'],
  ['folder', 'real'],
  ['link', 'real/file'],
  ['folder/none/deeper', 'real/none/deeper'],
  ['none', 'none'],
  ['dangling', 'dangling'],
  ['dangling/below', 'dangling/below'],
  ['round', 'round'],
  ['deep/../file', 'real/file'],
  ['folder/./file', 'real/file'],
  ['real/file/below', 'real/file/below'],
])('%s is at %s', (path, real) => {
  const realPath = createRealPaths();
  expect(realPath(`${root}/${path}`)).toBe(`${root}/${real}`);
  expect(realPath(`${root}/${path}`)).toBe(`${root}/${real}`);
});

it('leaves the root where it is', () => {
  expect(createRealPaths()('/')).toBe('/');
});
