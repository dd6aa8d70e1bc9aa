import {
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { createNamedPlaces } from '../../../src/measure/reuse/named-places.ts';
import { isUnchangedOutside, lookOutside } from '../../../src/measure/reuse/outside-places.ts';

const root = realpathSync(mkdtempSync(join(tmpdir(), 'places-')));
afterAll(() => rmSync(root, { recursive: true, force: true }));
mkdirSync(join(root, 'conf/deep'), { recursive: true });
writeFileSync(join(root, 'conf/app.conf'), 'x');
writeFileSync(join(root, 'conf/app'), 'x');

let count = 0;
function named(text: string): readonly string[] {
  count += 1;
  const file = join(root, `binary-${count}`);
  writeFileSync(file, text, 'latin1');
  return createNamedPlaces().of(file);
}

describe('createNamedPlaces()', () => {
  it.each<[string, string, string]>([
    ['a file', `\0${root}/conf/app.conf\0`, 'conf/app.conf'],
    ['a folder', `\0${root}/conf\0`, 'conf'],
    ['a folder with its slash', `\0${root}/conf/\0`, 'conf'],
    ['a file in a folder, by a format', `\0${root}/conf/%s.conf\0`, 'conf'],
    ['an argument of a command', `\0cat ${root}/conf/app.conf\0`, 'conf/app.conf'],
    ['a file of a list', `\0/nowhere:${root}/conf/app.conf:/none\0`, 'conf/app.conf'],
    [
      'a file between other texts, as Rust leaves it',
      `\0called${root}/conf/app.confNot a\0`,
      'conf/app.conf',
    ],
    ['a folder between other texts', `\0called${root}/conf/Not a\0`, 'conf'],
    ['a file that is not there', `\0${root}/conf/none.conf\0`, 'conf/none.conf'],
    ['a file with a blank in its name', `\0${root}/conf/my app.conf\0`, 'conf/my app.conf'],
    ['a file in a folder that is not there', `\0${root}/none/%s.conf\0`, 'none'],
  ])('finds %s', (_, text, expected) => {
    expect(named(text)).toContain(join(root, expected));
  });

  it.each<[string, string]>([
    ['what the system says of itself', '\0/proc/cpuinfo\0/sys/devices/system/cpu/\0/dev/null\0'],
    ['where everybody writes', '\0/tmp\0/tmp/\0/var/tmp\0/\0'],
    ['the root folder, however it is written', '\0/..\0/../..\0/../\0//\0'],
    ['a part of a longer name', '\0src/usr/none.c\0https://host/etcetera\0'],
  ])('leaves out %s', (_, text) => {
    expect(named(text)).toEqual([]);
  });
});

it('finds what the text of a program names', () => {
  const text = `import h5py\nh5py.File('${root}/conf/app.conf', "r")  # see /proc/self\n`;
  expect(createNamedPlaces().ofText(text)).toContain(join(root, 'conf/app.conf'));
});

/** As `cp -p` would put another file there. */
function replaced(file: string, text: string): void {
  const { atime, mtime } = statSync(file);
  expect(text.length).toBe(readFileSync(file).length);
  writeFileSync(file, text);
  utimesSync(file, atime, mtime);
}

describe('isUnchangedOutside()', () => {
  const folder = join(root, 'looked');
  const [file, deep] = [join(folder, 'file'), join(folder, 'a/b/deep')];
  mkdirSync(join(folder, 'a/b'), { recursive: true });
  writeFileSync(deep, 'deep');
  writeFileSync(file, 'one');
  const later = Date.now() + 1_000_000;

  it.each<[string, string, () => void]>([
    ['a byte of a file, at the same time and size', file, () => replaced(file, 'two')],
    ['a byte of a file however deep', folder, () => writeFileSync(deep, 'deeper')],
    ['that a file is there', join(folder, 'new'), () => writeFileSync(join(folder, 'new'), '')],
    ['that a file of a folder is there', folder, () => writeFileSync(join(folder, 'more'), '')],
    ['that a file is gone', file, () => rmSync(file)],
  ])('notices %s', (_, place, change) => {
    const seen = lookOutside([place], later);
    expect(seen && isUnchangedOutside(seen)).toBe(true);
    change();
    expect(seen && isUnchangedOutside(seen)).toBe(false);
  });

  it('keeps nothing that rests on what changed while it was measured', () => {
    const began = Date.now();
    writeFileSync(file, 'three');
    utimesSync(file, 0, 0);
    expect(lookOutside([file], began - 1000)).toBeUndefined();
    expect(lookOutside([folder], began - 1000)).toBeUndefined();
    expect(lookOutside([folder], later)).toBeDefined();
  });

  it('looks at no more than it can', () => {
    expect(
      lookOutside(
        Array.from({ length: 10_001 }, (_, at) => `/none/${at}`),
        later,
      ),
    ).toBeUndefined();
  });
});
