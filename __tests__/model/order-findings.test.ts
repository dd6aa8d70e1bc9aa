import { describe, expect, it } from '@jest/globals';
import { orderFindings } from '../../src/model/order-findings.ts';
import { finding } from '../support/reports.ts';

const at = (line: number) => ({ file: 'pyproject.toml', line });

describe('orderFindings()', () => {
  it('joins what says the same on the same line', () => {
    const one = finding({ location: at(2), modules: ['b'], combinations: ['x', 'y'] });
    const two = finding({ location: at(2), modules: ['a', 'b'], combinations: ['y', 'z'] });
    expect(orderFindings([one, two])).toEqual([
      { ...one, modules: ['a', 'b'], combinations: ['x', 'y', 'z'] },
    ]);
  });

  it.each([
    ['another line', { location: at(3) }],
    ['another fix', { fix: 'Do something else' }],
    ['another severity', { severity: 'warning' }],
    ['another place to look', { location: null, hints: { source: { file: 'a.c', line: 1 } } }],
  ] as const)('keeps two apart that have %s', (_, other) => {
    const base = { location: 'location' in other && other.location === null ? null : at(2) };
    expect(orderFindings([finding(base), finding({ ...base, ...other })])).toHaveLength(2);
  });

  it('puts the worst first, then what takes down more', () => {
    const all = [
      finding({ title: 'warned', severity: 'warning', combinations: ['a', 'b', 'c'] }),
      finding({ title: 'one', combinations: ['a'] }),
      finding({ title: 'two', combinations: ['a', 'b'] }),
      finding({ title: 'more modules', combinations: ['a', 'b'], modules: ['a', 'b', 'c'] }),
    ];
    for (const order of [all, all.toReversed()]) {
      const titles = orderFindings(order).map(({ title }) => title);
      expect(titles).toEqual(['more modules', 'two', 'one', 'warned']);
    }
  });
});
