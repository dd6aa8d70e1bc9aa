import { unevenModules } from '../../src/judge/uneven-modules.ts';
import type { Measurement } from '../../src/model/measurement.ts';

const run = (python: string, names: readonly string[], kind = 'ran'): Measurement =>
  ({
    combination: { id: `py${python}`, python },
    state: { kind },
    observed: names.map((name) => ({ module: { name, role: 'subject' } })),
  }) as unknown as Measurement;

describe('unevenModules()', () => {
  it.each([
    ['nothing when all Pythons have the same', [run('3.9', ['a']), run('3.12', ['a'])], []],
    [
      'a module that one Python lacks',
      [run('3.9', ['a', 'b']), run('3.11', ['a', 'b']), run('3.12', ['a'])],
      ['b exists on Python 3.9, 3.11, not on 3.12'],
    ],
    [
      'nothing for a combination that did not run',
      [run('3.9', ['a']), run('3.12', [], 'error')],
      [],
    ],
    [
      'many names cut short',
      [run('3.9', ['a', 'b', 'c', 'd', 'e', 'f', 'g']), run('3.12', [])],
      ['a, b, c, d, e and 2 more exist on Python 3.9, not on 3.12'],
    ],
  ])('says %s', (_, runs, expected) => {
    expect(unevenModules(runs)).toEqual(expected);
  });
});
