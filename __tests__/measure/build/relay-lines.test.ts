import { relayLines } from '../../../src/measure/build/relay-lines.ts';

describe('relayLines()', () => {
  it.each([
    ['a path cut by a chunk', ['/tmp/a', 'bc/x.c\nne'], ['/tmp/abc/x.c', 'ne']],
    ['several lines at once', ['a\nb\nc\n'], ['a\nb\nc']],
    ['a progress bar', ['10%\r', '20%\r'], ['10%', '20%']],
    ['nothing', ['', '\n'], ['']],
  ])('%s', (_, chunks, expected) => {
    const shown: string[] = [];
    const relay = relayLines((text) => shown.push(text));
    for (const chunk of chunks) relay.push(chunk);
    relay.end();
    expect(shown).toEqual(expected);
  });
});
