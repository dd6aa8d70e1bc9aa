import { WHERE } from '../../../model/look.ts';
import { describeHistory } from '../history.ts';
import { projectFrame } from '../project-frame.ts';
import { pythonCode } from '../python-code.ts';
import { diagnosis, fixFor, type Rule, sentences, shownBy } from '../rule.ts';
import { search } from '../symptoms.ts';

export const npArrayCopy: Rule = {
  id: 'np-array-copy',
  where: WHERE.nowhere,
  name: '`copy=False` means “never copy” since NumPy 2',
  category: 'numpy-python-api',
  severity: 'error',
  means:
    'Python code calls `np.array(x, copy=False)` (or an `__array__` method without the `copy` keyword is asked for one). Up to NumPy 1.26 that meant “copy only if needed”; since 2.0 it raises where a copy is needed.',
  remedy: 'Use `np.asarray(x)`, which copies only if needed on both; or cap `numpy<2`.',
  links: [
    'https://numpy.org/doc/stable/numpy_2_0_migration_guide.html#adapting-to-changes-in-the-copy-keyword',
  ],
  match(symptoms) {
    // numpy/_core/src/multiarray/ctors.c, `npy_no_copy_err_msg`; multiarray/array_coercion.c.
    const hit = search(
      symptoms,
      /Unable to avoid copy while creating an array|__array__\(\) got an unexpected keyword argument 'copy'|__array__ implementation doesn't accept a copy keyword/,
    );
    if (!hit) return undefined;
    const { culprit } = symptoms;
    const { name, who, thePackage } = pythonCode(culprit);
    const frame = symptoms.chain[0]?.frames.findLast((one) => !/[\\/]numpy[\\/]/.test(one.file));
    const source = projectFrame(symptoms);
    return diagnosis(npArrayCopy, symptoms, {
      tell: (scope) => ({
        title: `${name} asks NumPy 2 for an array without a copy, where a copy is needed`,
        explanation: sentences(
          `${who} calls NumPy with \`copy=False\`${frame ? `, at ${frame.file}:${frame.line}` : ''}. Up to NumPy 1.26 that meant “only if needed”; since 2.0 it means “never”, and raises.`,
          'That is Python code, not a matter of the C ABI: rebuilding does not help.',
          describeHistory(symptoms.history, scope),
        ),
        fix: fixFor(symptoms, {
          own: 'Replace `np.array(x, copy=False)` by `np.asarray(x)`, which does the same on NumPy 1 and 2; give `__array__` methods a `copy=None` parameter. Until then declare `numpy<2`.',
          dependency: `Upgrade ${thePackage} to a release for NumPy 2, or require \`numpy<2\`.`,
        }),
      }),
      evidence: [...shownBy(symptoms, hit), frame && `${frame.file}:${frame.line}`],
      hints: { ...(source && { source }), requirement: 'numpy', table: 'runtime' },
    });
  },
};
