import type { Diagnosis } from './diagnosis.ts';
import { describeHistory } from './history.ts';
import { projectFrame } from './project-frame.ts';
import { diagnosis, fixFor, type Kind, nameOf, sentences, shownBy } from './rule.ts';
import type { Hit, Symptoms } from './symptoms.ts';

const F2PY = /[\\/]numpy[\\/]f2py[\\/]/;

/** `numpy.distutils`: it is the Python that decides whether NumPy has it, not NumPy's release alone. */
export function ofDistutils(kind: Kind, symptoms: Symptoms, hit: Hit, name: string): Diagnosis {
  const { chain, culprit } = symptoms;
  const f2py = chain.some((one) => one.frames.some((frame) => F2PY.test(frame.file)));
  const nobody = culprit.distribution === null && culprit.module === null;
  const who = f2py ? '`f2py`' : nobody ? 'The code' : nameOf(culprit);
  const source = projectFrame(symptoms);
  return diagnosis(kind, symptoms, {
    ...(f2py && {
      culprit: { distribution: 'numpy', version: symptoms.numpy, module: 'numpy.f2py', file: null },
    }),
    tell: (scope) => ({
      title: `${who} uses \`${name}\`, which no NumPy has on Python 3.12 and later`,
      explanation: sentences(
        'NumPy took `numpy.distutils` away where Python has no `distutils`: on Python 3.12 and later, with every release; another NumPy does not bring it back.',
        describeHistory(symptoms.history, scope),
      ),
      fix: f2py
        ? 'Upgrade NumPy, whose `f2py -c` builds with Meson here (install `meson` and `ninja`), and leave out what only distutils knows: `--fcompiler`, `--compiler`, `--backend distutils`; choose compilers by the variables `FC` and `CC`.'
        : fixFor(symptoms, {
            own: 'Move the build to meson-python, scikit-build-core or setuptools (for its extensions `numpy.get_include()` is all they need). Until then build on Python 3.11 or older, with `setuptools<60`, and say `requires-python = "<3.12"`.',
            dependency: `Take a release of ${nobody ? 'the package' : nameOf(culprit)} that builds without it, or that has a wheel for this Python; else use Python 3.11.`,
          }),
    }),
    facts: { name },
    key: [name, f2py],
    evidence: shownBy(symptoms, hit),
    hints: { ...(source && { source }) },
  });
}
