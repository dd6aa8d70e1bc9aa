import { WHERE } from '../../../model/look.ts';
import { describeHistory } from '../history.ts';
import { projectFrame } from '../project-frame.ts';
import { pythonCode } from '../python-code.ts';
import { diagnosis, fixFor, type Rule, sentences, shownBy } from '../rule.ts';
import { search } from '../symptoms.ts';

export const npArrayToScalar: Rule = {
  id: 'np-array-to-scalar',
  where: WHERE.runtimeNumpy,
  name: 'An array with one element is no number since NumPy 2.4',
  category: 'numpy-python-api',
  severity: 'error',
  means:
    'Python (or Cython) code takes an array for a number: `float(a)`, `int(a)`, `math.sqrt(a)`, `x[0] = a`. Up to NumPy 2.3 that went well for an array of one element (with a warning since 1.25); since 2.4 it raises unless the array has no dimension at all.',
  remedy: 'Take the element: `a.item()` or `a[0]`; or cap `numpy<2.4`.',
  links: [
    'https://numpy.org/doc/stable/release/2.4.0-notes.html#raise-typeerror-on-attempt-to-convert-array-with-ndim-0-to-scalar',
  ],
  match(symptoms) {
    // numpy/_core/src/multiarray/number.c, `check_is_convertible_to_scalar`.
    const hit = search(symptoms, /only 0-dimensional arrays can be converted to Python scalars/);
    if (!hit) return undefined;
    const { culprit } = symptoms;
    const { name, who, thePackage } = pythonCode(culprit);
    const frame = symptoms.chain
      .at(-1)
      ?.frames.findLast((one) => !/[\\/]numpy[\\/]/.test(one.file));
    const source = projectFrame(symptoms);
    return diagnosis(npArrayToScalar, symptoms, {
      tell: (scope) => ({
        title: `${name} takes an array for a number, which raises since NumPy 2.4`,
        explanation: sentences(
          `${who} converts an array that has a dimension to a Python number${frame ? `, at ${frame.file}:${frame.line}` : ''}. With one element that was allowed up to NumPy 2.3; with several it never was.`,
          'That is Python code, not a matter of the C ABI: rebuilding does not help.',
          describeHistory(symptoms.history, scope),
        ),
        fix: fixFor(symptoms, {
          own: 'Take the element before it is converted: `a.item()` or `a[0]`, which does the same on every NumPy. Until then declare `numpy<2.4`.',
          dependency: `Upgrade ${thePackage} to a release for NumPy 2.4, or require \`numpy<2.4\`.`,
        }),
      }),
      evidence: [...shownBy(symptoms, hit), frame && `${frame.file}:${frame.line}`],
      hints: { ...(source && { source }), requirement: 'numpy', table: 'runtime' },
    });
  },
};
