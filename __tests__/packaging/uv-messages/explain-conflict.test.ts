import {
  explainConflict,
  saysNoSolution,
} from '../../../src/packaging/uv-messages/explain-conflict.ts';
import { saysNoWheel } from '../../../src/packaging/uv-messages/no-wheel.ts';

describe('explainConflict()', () => {
  it.each([
    [
      "error: No solution found when resolving dependencies\n  cause: Because pandas==2.1.4 depends on numpy{python_full_version < '3.12'}>=1.23.2,<2 and you require pandas==2.1.4, we can conclude that you require numpy>=1.23.2,<2.\n         And because you require numpy==2.3.5, we can conclude that your requirements are unsatisfiable.",
      '2.3.5',
      'pandas 2.1.4 requires numpy',
    ],
    [
      'cause: Because all versions of oldlib depend on numpy<2 and you require oldlib, we can conclude',
      '2.0.0',
      'oldlib requires numpy<2, which does not allow NumPy 2.0.0',
    ],
    [
      'cause: Because a==1.0 depends on numpy>=1.22.4,<2 and b==2 depends on a==1.0, we can conclude',
      '2.0.0',
      'a 1.0 requires numpy>=1.22.4,<2, which does not allow NumPy 2.0.0',
    ],
    [
      'cause: Because numpy==1.26.4 has no usable wheels and you require numpy==1.26.4, we can',
      '1.26.4',
      'NumPy 1.26.4 has no wheel for this Python',
    ],
    ['something new', '2.0.0', 'the requirements do not allow NumPy 2.0.0: something new'],
  ])('%#', (text, numpy, expected) => {
    expect(explainConflict(text, numpy)).toContain(expected);
  });
});

describe('saysNoSolution() and saysNoWheel()', () => {
  it.each([
    ['  × No solution found when resolving dependencies:', true, false],
    ['we can conclude that your requirements are unsatisfiable.', true, false],
    ['Because numpy==1.24.4 has no usable wheels, we can conclude', false, true],
    ['Because numpy==1.24.4 has no wheels with a matching Python ABI tag', false, true],
    ['error: Failed to fetch: dns error', false, false],
  ])('%s', (text, noSolution, noWheel) => {
    expect([saysNoSolution(text), saysNoWheel(text)]).toEqual([noSolution, noWheel]);
  });
});
