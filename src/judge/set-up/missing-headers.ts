import type { SetUpCause } from '../../model/set-up-failure.ts';
import type { Diagnosis } from '../diagnose/diagnosis.ts';

/**
 * Says of headers that a compiler does not find why it does not, where it is known which NumPy the
 * build environment had: without one the requirements are to change, not the source that asks.
 */
export function explainMissingHeaders(
  diagnosis: Diagnosis,
  because: SetUpCause | undefined,
): Diagnosis {
  if (diagnosis.kind !== 'build-np-headers-missing' || because?.kind !== 'build-numpy') {
    return diagnosis;
  }
  const { title } = diagnosis;
  const { version } = because;
  const told =
    version === null
      ? {
          explanation:
            'The compiler does not find NumPy’s headers: there is no NumPy in the build environment, because `[build-system] requires` does not ask for it.',
          fix: "Add `numpy>=2.0` to `[build-system] requires`, and pass its include directory: `include_dirs=[numpy.get_include()]` in setup.py, `dependency('numpy')` in meson.build.",
        }
      : {
          explanation: `The compiler does not find NumPy’s headers, although NumPy ${version} is in the build environment: its include directory is not passed.`,
          fix: "Pass NumPy’s include directory to that extension: `include_dirs=[numpy.get_include()]` in setup.py, `dependency('numpy')` in meson.build, `Python::NumPy` in CMake.",
        };
  const { source, ...hints } = diagnosis.hints;
  return {
    ...diagnosis,
    ...told,
    tell: () => ({ title, ...told }),
    hints: version === null ? hints : { ...(source && { source }) },
  };
}
