import type { Scope } from '../../../model/scope.ts';
import { platformNamed } from '../../../packaging/platforms.ts';
import { isSmokeItself } from '../death-scene.ts';
import { platformOf } from '../platform-of.ts';
import { floorOf, requiredFloor } from '../required-floor.ts';
import { fixFor, nameOf } from '../rule.ts';
import type { Symptoms } from '../symptoms.ts';

/** Of a log: the user's own Python file called what crashed, and nothing says what that was. */
export function isScript({ evidence, culprit }: Symptoms): boolean {
  const { distribution, module, file } = culprit;
  return evidence.combination === null && !distribution && !module && /\.py$/.test(file ?? '');
}

function commandOf(symptoms: Symptoms): string {
  const { evidence, culprit } = symptoms;
  if (isScript(symptoms)) return culprit.file ?? 'script.py';
  return evidence.smoke ? 'smoke.py' : `-c "import ${culprit.module ?? 'module'}"`;
}

/** A log may show a death without its time: then only the stack tells that it was at an import. */
function isImport({ evidence: { observation } }: Symptoms): boolean {
  if (observation.phase !== 'start') return observation.phase !== 'call';
  return observation.nativeFrames.some((frame) =>
    /^PyInit_|_mod_exec|pymod_exec/.test(frame.function),
  );
}

/** An instruction that the processor does not have, on POSIX and on Windows. */
const ILLEGAL = /^(?:SIGILL|ILLEGAL_INSTRUCTION)$/;

/**
 * What is to be done about a crash.
 *
 * @param lazy the file uses NumPy 1's memory layout without a check
 * @param below the oldest NumPy under which it crashes, null where age does not decide
 */
export function crashFix(
  symptoms: Symptoms,
  lazy: boolean,
  below: string | null,
  scope: Scope,
): string {
  const { outcome } = symptoms.evidence.observation;
  if (outcome.kind === 'signalled' && outcome.signal === 'SIGKILL') {
    return 'Look for the memory that it takes (`dmesg`, the runner’s log): give it a machine with more, or make it take less. A time limit of the runner kills the same way.';
  }
  const name = nameOf(symptoms.culprit);
  const delayed = outcome.kind === 'signalled' && outcome.signal.startsWith('DELAY_LOAD');
  if (delayed) {
    return 'Find which DLL it is (Process Monitor, Dependencies): an old copy on PATH or beside the program comes before the right one. In conda environments NumPy needs the `libblas` variant that it was built for: `conda install "libblas=*=*openblas"` (or `*mkl`), with all packages from one channel.';
  }
  const debug = `Run the same under a debugger (${platformNamed(platformOf(symptoms)).debug(commandOf(symptoms))})`;
  const cap = below === null ? '' : ` Until it is found, declare \`numpy<${below}\`.`;
  const illegal = outcome.kind === 'signalled' && ILLEGAL.test(outcome.signal);
  if (isSmokeItself(symptoms) || (isScript(symptoms) && !illegal)) {
    return `${debug}: the first frame that is neither Python’s nor the C library’s is whose it is. Without a debugger, call less ${isScript(symptoms) ? 'there' : 'in the smoke code'} until it no longer crashes.${cap}`;
  }
  if (illegal) {
    const { distribution } = symptoms.culprit;
    const one = distribution ?? 'NAME';
    return `${distribution === null ? 'What runs there' : 'It'} was built for a newer processor than this one (or than a virtual machine shows: pass the host’s through), or chose its instructions wrongly. Install an older release${distribution === null ? '' : ` of ${name}`}, or compile it on this machine (\`pip install --no-cache-dir --no-binary ${one} ${one}\`). Where OpenBLAS chose wrongly, as on boards with ARM, \`OPENBLAS_CORETYPE=ARMV8\` helps (on x86-64: \`OPENBLAS_CORETYPE=Nehalem\`).`;
  }
  const atImport = isImport(symptoms);
  if (symptoms.culprit.distribution === 'numpy' && symptoms.fault !== 'own' && !atImport) {
    return 'NumPy’s own code crashed, on what it was given or by itself: start the program with `PYTHONFAULTHANDLER=1` to see who called it. Install NumPy anew, with the BLAS that it was built for (conda: all packages from one channel); if it still crashes, report it to NumPy with that stack.';
  }
  if (symptoms.culprit.distribution === 'numpy' && symptoms.fault !== 'own' && atImport) {
    return 'NumPy crashes in its own import, so no other package is to blame: install NumPy anew, with the BLAS that it was built for (conda: all packages from one channel); if it still crashes, report it to NumPy with this stack and the processor’s name.';
  }
  if (lazy) {
    return fixFor(symptoms, {
      own: 'Build with pybind11 ≥ 2.12 or rust-numpy ≥ 0.22 and NumPy ≥ 2.0; until then declare `numpy<2`.',
      dependency: `Upgrade ${name}, or require \`numpy<2\`.`,
    });
  }
  const { history } = symptoms;
  const floor =
    history.kind === 'below'
      ? ` With \`numpy>=${requiredFloor(floorOf(history), scope)}\` it works: require that until then.`
      : '';
  return fixFor(symptoms, {
    own: `${debug} and mend what the top frame of your source does.${cap}${floor}`,
    dependency: `Upgrade ${name}; if the newest release crashes as well, report it to its maintainers with the stack.${cap}${floor}`,
  });
}
