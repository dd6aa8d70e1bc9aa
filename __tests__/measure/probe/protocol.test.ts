import { parseRecords } from '../../../src/measure/probe/protocol.ts';

const line = (fields: object): string =>
  JSON.stringify({ nonce: 'n', pid: 7, at: 0, kind: 'step', step: 'a', ...fields });

describe('parseRecords()', () => {
  it('ignores a forked child, a foreign nonce, noise and a line cut short', () => {
    const text = [
      line({ kind: 'start' }),
      line({ step: 'a' }),
      line({ step: 'child', pid: 8 }),
      line({ step: 'forged', nonce: 'x' }),
      'printed by a module',
      '{"kind":"close","nonce":"n","pid":7',
    ].join('\n');
    expect(parseRecords(text, 'n').map((record) => record.kind)).toEqual(['start', 'step']);
  });

  it('takes no record before the start record', () => {
    expect(parseRecords(line({ kind: 'close' }), 'n')).toEqual([]);
  });

  it('gives frames their names', () => {
    const chain = [{ type: 'E', message: '', link: 'first', frames: [['f.py', 3, 'g']] }];
    const [, raised] = parseRecords(
      [line({ kind: 'start' }), line({ kind: 'raised', chain })].join('\n'),
      'n',
    );
    expect(raised).toMatchObject({
      chain: [{ frames: [{ file: 'f.py', line: 3, function: 'g' }] }],
    });
  });
});
