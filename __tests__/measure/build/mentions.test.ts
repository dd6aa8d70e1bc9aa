import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { atHome, mentionsIn, pathsIn } from '../../../src/measure/build/mentions.ts';

const folder = mkdtempSync(join(tmpdir(), 'mentions-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('pathsIn()', () => {
  it.each<[string, readonly string[]]>([
    ['-O2 -I/opt/x/include -isystem /opt/y/include', ['/opt/x/include', '/opt/y/include']],
    ['include_dirs=["/srv/headers/v1"]', ['/srv/headers/v1']],
    ['-L/opt/x/lib:/opt/y/lib', ['/opt/x/lib']],
    ["open(os.path.expanduser('~/.config/x.ini'))", ['~/.config/x.ini']],
    ['include_directories(C:/sdk/include)', ['C:/sdk/include']],
    ['see https://example.org/a/b or <a></a/b>', []],
    ['src/include/x.h, a / b, 1/2/3', []],
  ])('%s', (text, expected) => {
    expect(pathsIn(text)).toEqual(expected);
  });
});

describe('mentionsIn()', () => {
  it('reads what a build reads', async () => {
    for (const name of ['src', '.git', '.github']) mkdirSync(join(folder, name));
    writeFileSync(join(folder, 'setup.py'), "os.environ['CI_COMMIT_TAG']; '/opt/x/include'");
    writeFileSync(join(folder, 'src', 'data.bin'), 'OTHER /opt/data/x\0');
    writeFileSync(join(folder, '.github', 'ci.yml'), 'GITHUB_RUN_ID');
    writeFileSync(join(folder, '.git', 'config'), '/opt/repository/x');
    const { words, paths } = await mentionsIn(folder);
    expect(paths).toEqual(['/opt/x/include']);
    expect(words.has('CI_COMMIT_TAG')).toBe(true);
    expect(words.has('GITHUB_RUN_ID')).toBe(false);
    expect(words.has('OTHER')).toBe(false);
  });
});

it('finds the home folder', () => {
  expect(atHome('~/.x/y', '/home/me')).toBe(join('/home/me', '.x/y'));
  expect(atHome('~/.x/y', undefined)).toBe('~/.x/y');
  expect(atHome('/opt/x', '/home/me')).toBe('/opt/x');
});
