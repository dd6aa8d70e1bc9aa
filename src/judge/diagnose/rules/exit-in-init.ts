import { headline } from '../../../escape/plain-text.ts';
import { WHERE } from '../../../model/look.ts';
import { mayBeAbort } from '../../../packaging/exit-codes.ts';
import { platformNamed } from '../../../packaging/platforms.ts';
import { alike } from '../alike.ts';
import { atDeath, isSmokeItself, where } from '../death-scene.ts';
import { describeHistory } from '../history.ts';
import { platformOf } from '../platform-of.ts';
import { describeBinary, diagnosis, fixFor, nameOf, type Rule, sentences } from '../rule.ts';
import type { Symptoms } from '../symptoms.ts';
import { refusal } from './numpy-python-api.ts';

export const exitInInit: Rule = {
  id: 'exit-in-init',
  where: WHERE.importArray,
  name: 'The process ended itself in the middle',
  category: 'exit',
  severity: 'error',
  means:
    'The process ended by `exit()`, `_exit()` or `SystemExit` before the import was through. With exit code 0 that looks like success.',
  remedy: 'Raise an exception instead of ending the process.',
  links: ['https://docs.python.org/3/extending/extending.html#intermezzo-errors-and-exceptions'],
  match(seen) {
    const { outcome, phase } = seen.evidence.observation;
    const system = outcome.kind === 'raised' && seen.chain.some((one) => one.type === 'SystemExit');
    if (outcome.kind !== 'exited' && !system) return undefined;
    const symptoms = outcome.kind === 'exited' ? atDeath(seen) : seen;
    const leaving = seen.chain.find((one) => one.type === 'SystemExit');
    const said =
      leaving && !/^(?:-?\d*|None|True|False)$/.test(leaving.message) ? leaving.message : null;
    if (said !== null && !seen.evidence.smoke && refusal(said) !== undefined) return undefined;
    const code = outcome.kind === 'exited' ? ` with code ${outcome.code}` : '';
    const atCall = symptoms.evidence.observation.phase === 'call';
    const on = platformNamed(platformOf(seen)).system;
    const unflushed = outcome.kind === 'exited' && phase === 'exit' && outcome.code === 120;
    const aborted = outcome.kind === 'exited' && mayBeAbort(outcome.code, on);
    return diagnosis(exitInInit, symptoms, {
      tell: (scope) => ({
        title: isSmokeItself(symptoms)
          ? `The smoke code ends the process${said === null ? code : ''} before it is through${said === null ? '' : `: ${headline(said)}`}`
          : `${nameOf(symptoms.culprit)} ends the process${code} ${where(symptoms)}`,
        explanation: sentences(
          `The process ended itself${code} ${where(symptoms)}${isSmokeItself(symptoms) ? '' : ` (${describeBinary(symptoms.culprit)})`}${leaving ? ' by `sys.exit`' : ', without an exception and'} before it was through${said === null ? '' : `, saying “${headline(said)}”`}.`,
          outcome.kind === 'exited' &&
            outcome.code === 0 &&
            'Exit code 0 makes it look like success.',
          aborted &&
            'Code 3 is also how `abort()` ends a process on Windows: after a failed assertion, or an exception of C++ that nobody caught.',
          unflushed && UNFLUSHED,
          /\[Errno 27\]/.test(symptoms.stderr) && NO_FILES,
          describeHistory(symptoms.history, scope),
        ),
        fix: fixFor(symptoms, {
          own:
            said !== null && isSmokeItself(symptoms)
              ? 'Mend what the message says; to fail on purpose, raise an exception instead of calling `sys.exit`.'
              : exitFix(symptoms, aborted),
          dependency: `Upgrade ${nameOf(symptoms.culprit)}, or report it to its maintainers: a module must not end the process.`,
        }),
      }),
      facts: {
        code: outcome.kind === 'exited' ? outcome.code : null,
        atCall,
        ...(said !== null && { said }),
        ...(leaving && isSmokeItself(symptoms) && { smokeItself: true }),
      },
      key: [
        outcome.kind,
        outcome.kind === 'exited' ? String(outcome.code) : null,
        where(symptoms),
        leaving ? 'SystemExit' : null,
        said === null ? null : alike(said),
      ],
      evidence: [
        said === null ? undefined : `SystemExit: ${said}`,
        ...symptoms.stderr
          .split('\n')
          .filter((line) => line.trim() !== '')
          .slice(-4),
      ],
    });
  },
};

// CPython Python/pylifecycle.c, `Py_FinalizeEx` and `Py_RunMain`.
const UNFLUSHED =
  'Code 120 is Python’s own: what stands in `sys.stdout` or `sys.stderr` could not be flushed at the end.';

const NO_FILES =
  'It had lowered its limit of a file’s size (`RLIMIT_FSIZE`) so far that what happened could not be written down: it may be that alone.';

/** What the owner of the code that ends the process is to do. */
function exitFix(symptoms: Symptoms, aborted: boolean): string {
  const { phase } = symptoms.evidence.observation;
  if (phase === 'call') {
    return 'Remove the call of `exit` (or `sys.exit`) that runs before the code is through; raise an exception instead.';
  }
  if (phase === 'exit') {
    return 'Look for what ends the process in its clean-up (`atexit` of C or of Python, threads, destructors) by `exit` or `_exit`: it hides how the program itself ended.';
  }
  if (symptoms.chain.some((one) => one.type === 'SystemExit')) {
    return 'Raise `ImportError` instead of calling `sys.exit` where code runs at import.';
  }
  return `In the module’s init function, set an exception and return NULL instead of calling \`exit\`${aborted ? ' or `abort`' : ''}; in Python code that runs at import, raise \`ImportError\` instead of calling \`os._exit\`.`;
}
