import { WHERE } from '../../../model/look.ts';
import { describeHistory } from '../history.ts';
import { projectFrame } from '../project-frame.ts';
import { pythonCode } from '../python-code.ts';
import { diagnosis, fixFor, type Rule, sentences, shownBy } from '../rule.ts';
import { search } from '../symptoms.ts';

export const npIntegerRange: Rule = {
  id: 'np-integer-range',
  where: WHERE.runtimeNumpy,
  name: 'An integer that does not fit its type raises since NumPy 2',
  category: 'numpy-python-api',
  severity: 'error',
  means:
    'Python (or Cython) code gives NumPy an integer that the type does not hold, such as `np.uint8(-1)` or `array_of_uint8 + 300`. Up to NumPy 1.26 that wrapped around or gave a wider type; since 2.0 (NEP 50) it raises `OverflowError`.',
  remedy:
    'Convert on purpose (`np.array(x).astype(np.uint8)` wraps around on both), or use a wider type; or cap `numpy<2`.',
  links: [
    'https://numpy.org/neps/nep-0050-scalar-promotion.html',
    'https://numpy.org/doc/stable/numpy_2_0_migration_guide.html#changes-to-numpy-data-type-promotion',
  ],
  match(symptoms) {
    // numpy/_core/src/multiarray/arraytypes.c.src, `@FUNC2@_safe_pyint_setitem`; scalarapi, umath.
    const hit = search(symptoms, /Python integer (-?\d+) out of bounds for (u?int\w*)/);
    if (!hit) return undefined;
    const { culprit } = symptoms;
    const { name, who, thePackage } = pythonCode(culprit);
    const [, value, type] = hit.match;
    const source = projectFrame(symptoms);
    return diagnosis(npIntegerRange, symptoms, {
      tell: (scope) => ({
        title: `${name} gives NumPy an integer that ${type} does not hold, which raises since NumPy 2`,
        explanation: sentences(
          `${who} gives NumPy ${value} where ${type} is wanted. Up to NumPy 1.26 that wrapped around or gave a wider type; since 2.0 (NEP 50) it raises.`,
          'That is Python code, not a matter of the C ABI: rebuilding does not help.',
          describeHistory(symptoms.history, scope),
        ),
        fix: fixFor(symptoms, {
          own: `Convert on purpose: \`np.array(x).astype(np.${type})\` wraps around on NumPy 1 and 2; or use a wider type. Until then declare \`numpy<2\`.`,
          dependency: `Upgrade ${thePackage} to a release for NumPy 2, or require \`numpy<2\`.`,
        }),
      }),
      facts: { value: value ?? '', type: type ?? '' },
      evidence: shownBy(symptoms, hit),
      hints: {
        ...(source && { source }),
        ...(symptoms.fault === 'dependency' && culprit.distribution
          ? { requirement: culprit.distribution, table: 'runtime' }
          : { requirement: 'numpy', table: 'runtime' }),
      },
    });
  },
};
