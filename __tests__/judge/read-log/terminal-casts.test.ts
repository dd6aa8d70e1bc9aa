import { readCasts } from '../../../src/judge/read-log/terminal-casts.ts';

const HEADER = '{"version": 2, "width": 80, "height": 24}';

function read(lines: readonly string[]): readonly string[] {
  const stage = readCasts();
  const seen = lines.flatMap((text, at) => stage.read({ number: at + 1, text }));
  return [...seen, ...stage.end()].map(({ number, text }) => `${number} ${text}`);
}

it.each<[string, readonly string[], readonly string[]]>([
  [
    'joins what was written in pieces',
    [HEADER, '[0.1, "o", "Import"]', '[0.2, "o", "Error: x\\r\\nnext\\r\\n"]'],
    ['2 ImportError: x', '3 next'],
  ],
  ['leaves out what was typed', [HEADER, '[0.1, "i", "q"]', '[0.2, "o", "seen\\n"]'], ['3 seen']],
  ['keeps the rest', [HEADER, '[0.1, "o", "no end"]'], ['2 no end']],
  [
    'shows an event that is no JSON as it stands',
    [HEADER, '[0.1, "o", "\\x41"]', '[0.2, "o", "seen\\n"]'],
    ['2 [0.1, "o", "\\x41"]', '3 seen'],
  ],
  [
    'takes a list of versions for no header',
    ['[{"version": 2}]', 'a'],
    ['1 [{"version": 2}]', '2 a'],
  ],
  ['takes a header without JSON for a line', ['{"version": 2', 'a'], ['1 {"version": 2', '2 a']],
  [
    'reads the first version’s document',
    ['{"version": 1, "width": 80, "stdout": [[0.1, "a\\r\\nb"], 7, [0.2]]}'],
    ['1 a', '1 b'],
  ],
])('%s', (_, lines, expected) => {
  expect(read(lines)).toEqual(expected);
});
