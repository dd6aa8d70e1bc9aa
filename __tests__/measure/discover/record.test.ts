import { parseRecord } from '../../../src/measure/discover/record.ts';

describe('parseRecord()', () => {
  it.each([
    ['a/b.so,sha256=x,12\n', [['a/b.so', 'sha256=x']]],
    [
      '"a,b.so",sha256=x,12\r\nc.so,,\r\n',
      [
        ['a,b.so', 'sha256=x'],
        ['c.so', null],
      ],
    ],
    ['"say ""hi"".so",,', [['say "hi".so', null]]],
    [
      '"two\nlines.so",,\nb,,\n',
      [
        ['two\nlines.so', null],
        ['b', null],
      ],
    ],
    [
      '\ufeffa.so,,\n\n\nb.so,,',
      [
        ['a.so', null],
        ['b.so', null],
      ],
    ],
    ['only-a-path', [['only-a-path', null]]],
    ['', []],
    [
      'a.so,,\nb"c,,\n"d,,\ne.so,,',
      [
        ['a.so', null],
        ['b"c', null],
        ['"d', null],
        ['e.so', null],
      ],
    ],
  ])('%j', (text, rows) => {
    expect(parseRecord(text).map(({ path, hash }) => [path, hash])).toEqual(rows);
  });
});
