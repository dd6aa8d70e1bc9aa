import { isNoSolution, resolverReason } from '../../src/install/resolver-reason.ts';

describe('resolverReason()', () => {
  it.each([
    [
      "error: No solution found when resolving dependencies\n  cause: Because pandas==2.1.4 depends on numpy{python_full_version < '3.11'}>=1.22.4,<2 and you require pandas==2.1.4, we can conclude that you require numpy>=1.22.4,<2.\n         And because you require numpy==2.0.2, we can conclude that your requirements are unsatisfiable.",
      '2.0.2',
      'pandas 2.1.4 requires numpy>=1.22.4,<2',
    ],
    [
      '  × No solution found when resolving dependencies:\n  ╰─▶ Because only scipy<=1.11.4 is available and scipy>=1.9,<=1.11.4 depends on numpy>=1.18.5,<1.28.0, we can conclude that',
      '2.0.2',
      'scipy>=1.9,<=1.11.4 requires numpy>=1.18.5,<1.28.0',
    ],
    [
      'No solution found when resolving dependencies: Because numba==0.60.0 depends on numpy>=1.22,<2.1 and my-ext==1.0 depends on numpy==2.2.6',
      '2.2.6',
      'numba 0.60.0 requires numpy>=1.22,<2.1',
    ],
  ])('%s', (text, numpy, reason) => {
    expect(isNoSolution(text)).toBe(true);
    expect(resolverReason(text, numpy)).toBe(reason);
  });

  it('passes uv’s own words on where it cannot read them', () => {
    expect(resolverReason('No solution found when resolving: Because of the moon', '2.0.2')).toBe(
      'no set of releases fits NumPy 2.0.2: Because of the moon',
    );
  });
});
