import { parseRecords } from '../../../src/measure/probe/protocol.ts';
import { tokenOf } from '../../../src/measure/probe/record-tokens.ts';

const SECRET = 'c0ffee';
const line = (n: number, fields: object): string =>
  JSON.stringify({ token: tokenOf(SECRET, n), pid: 7, kind: 'step', step: 'a', ...fields });

describe('parseRecords()', () => {
  it('ignores a forked child, tokens of another secret, noise and a line cut short', () => {
    const text = [
      line(0, { kind: 'start' }),
      line(1, { step: 'a' }),
      line(2, { step: 'child', pid: 8 }),
      line(2, { step: 'forged', token: tokenOf('c0ffed', 2) }),
      'printed by a module',
      line(2, { kind: 'close' }).slice(0, -2),
    ].join('\n');
    expect(parseRecords(text, SECRET).map((record) => record.kind)).toEqual(['start', 'step']);
  });

  it('takes each token once, also where another thread was faster', () => {
    const steps = [0, 2, 1, 1, 0, 3, 2, 4].map((n) =>
      line(n, { kind: n === 0 ? 'start' : 'step', step: String(n) }),
    );
    expect(
      parseRecords(steps.join('\n'), SECRET).map((one) =>
        one.kind === 'step' ? one.step : 'start',
      ),
    ).toEqual(['start', '2', '1', '3', '4']);
  });

  it('takes no record before the start record', () => {
    expect(parseRecords(line(0, { kind: 'close' }), SECRET)).toEqual([]);
  });

  it('gives frames their names', () => {
    const chain = [{ type: 'E', message: '', link: 'first', frames: [['f.py', 3, 'g']] }];
    const [, raised] = parseRecords(
      [line(0, { kind: 'start' }), line(1, { kind: 'raised', chain })].join('\n'),
      SECRET,
    );
    expect(raised).toMatchObject({
      chain: [{ frames: [{ file: 'f.py', line: 3, function: 'g' }] }],
    });
  });
});
