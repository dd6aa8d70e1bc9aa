import { headline } from '../../../escape/plain-text.ts';
import { erasOf } from '../../../model/eras.ts';
import { WHERE } from '../../../model/look.ts';
import type { Scope } from '../../../model/scope.ts';
import { mayBeAbort, meaningOfSignal, UNTOLD_END } from '../../../packaging/exit-codes.ts';
import { platformNamed } from '../../../packaging/platforms.ts';
import { alike } from '../alike.ts';
import { crashFrame } from '../crash-frame.ts';
import { at, atDeath, innermostFrame, isSmokeItself, stackLines, where } from '../death-scene.ts';
import { describeHistory } from '../history.ts';
import { platformOf } from '../platform-of.ts';
import { floorOf, requiredFloor } from '../required-floor.ts';
import {
  describeBinary,
  diagnosis,
  fixFor,
  nameOf,
  type Rule,
  runningNumpy,
  sentences,
} from '../rule.ts';
import type { Symptoms } from '../symptoms.ts';
import { describeNp1OnNp2, isBuiltForNumpy1 } from './np1-on-np2.ts';
import { refusal } from './numpy-python-api.ts';
import { describeUntoldDeath } from './untold-death.ts';

const FAULTHANDLER = 'https://docs.python.org/3/library/faulthandler.html';

function nativeSource(
  symptoms: Symptoms,
): { readonly file: string; readonly line: number } | undefined {
  const frame = crashFrame(symptoms.evidence.observation);
  return frame?.file && frame.line !== null ? { file: frame.file, line: frame.line } : undefined;
}

export const crash: Rule = {
  id: 'crash',
  where: WHERE.importArray,
  name: 'The process crashed',
  category: 'crash',
  severity: 'error',
  means:
    'The operating system or the C runtime ended the process: SIGSEGV, SIGABRT, SIGBUS, SIGFPE, SIGILL, SIGKILL, or an exception code on Windows (0xC0000005 is an access violation). Without a debugger the file that was being loaded is the best pointer.',
  remedy: 'Run it under gdb or lldb; look at the C stack; compare with a NumPy on which it works.',
  links: [FAULTHANDLER, 'https://devguide.python.org/development-tools/gdb/'],
  match(seen) {
    const { outcome, phase } = seen.evidence.observation;
    if (outcome.kind !== 'signalled' || phase === 'exit') return undefined;
    const symptoms = atDeath(seen);
    if (outcome.signal === UNTOLD_END) return describeUntoldDeath(crash, symptoms);
    const stub = symptoms.stubs.length > 0 && isBuiltForNumpy1(symptoms);
    if (stub && phase !== 'call')
      return describeNp1OnNp2(symptoms, undefined, `It then crashed (${outcome.signal}).`);
    const nobody = symptoms.culprit.distribution === null && symptoms.culprit.module === null;
    const smoke = isSmokeItself(symptoms);
    const script = isScript(symptoms);
    const name = smoke
      ? 'The smoke code'
      : nobody && phase === 'start'
        ? 'The process'
        : script
          ? `A call in ${nameOf(symptoms.culprit)}`
          : nameOf(symptoms.culprit);
    const place = smoke || script ? '' : at(symptoms);
    const inner = smoke ? innermostFrame(symptoms) : undefined;
    const { history } = symptoms;
    const byNumpy = history.kind === 'from' || history.kind === 'below';
    const source = nativeSource(symptoms);
    const library = crashFrame(seen.evidence.observation)?.library;
    // Of an environment of ours, the folder would be another one each time.
    const isLog = seen.evidence.subjects.length === 0;
    const lazy = symptoms.numpyMajor === 2 && erasOf(symptoms.facts).includes('lazy-1.x');
    return diagnosis(crash, symptoms, {
      // Who crashed at a call is not known without a frame of theirs: then it is nobody's fault yet.
      ...(smoke && { fault: 'unknown' as const }),
      tell: (scope) => ({
        title: `${name} crashes (${outcome.signal})${place}${byNumpy ? ` with ${history.kind === 'from' ? 'newer' : 'older'} NumPy` : ''}`,
        explanation: sentences(
          `${smoke || script ? name : nobody && phase === 'start' ? 'A process' : describeBinary(symptoms.culprit)} crashed${place} under ${runningNumpy(symptoms, scope)}: ${meaningOfSignal(outcome.signal)}.`,
          nobody && !source && isLog && library && `It ran code of ${library}.`,
          source && `The native stack shows ${source.file}:${source.line}.`,
          inner && `The innermost Python frame is ${inner}; what it calls in C is not known.`,
          lazy &&
            'The file uses NumPy 1’s memory layout without a check, which NumPy 2 does not have.',
          describeHistory(history, scope),
        ),
        fix: crashFix(symptoms, lazy, history.kind === 'from' ? history.cap : null, scope),
      }),
      facts: { signal: outcome.signal, phase, lazy },
      key: [outcome.signal, at(symptoms), byNumpy ? history.kind : null],
      floor: history.kind === 'below' && !lazy ? floorOf(history) : null,
      evidence: stackLines(symptoms),
      category: byNumpy || lazy ? 'numpy-abi' : 'crash',
      hints: {
        ...(source && { source }),
        ...(byNumpy && { requirement: 'numpy', table: 'runtime' as const }),
      },
    });
  },
};

/** Of a log: the user's own Python file called what crashed, and nothing says what that was. */
function isScript({ evidence, culprit }: Symptoms): boolean {
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

function crashFix(symptoms: Symptoms, lazy: boolean, below: string | null, scope: Scope): string {
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

export const crashAtExit: Rule = {
  id: 'crash-at-exit',
  where: WHERE.importArray,
  name: 'The process crashed while the interpreter was ending',
  category: 'crash',
  severity: 'error',
  means:
    'Everything was imported, then the process died in its clean-up. Scripts and test runs end with a crash code although all went well.',
  remedy:
    'Look at `m_free`, `tp_dealloc`, `atexit` handlers and static destructors; they must not use Python objects after finalisation.',
  links: [FAULTHANDLER],
  match(seen) {
    const { outcome, phase } = seen.evidence.observation;
    if (outcome.kind !== 'signalled' || phase !== 'exit') return undefined;
    const symptoms = atDeath(seen);
    return diagnosis(crashAtExit, symptoms, {
      tell: (scope) => ({
        title: `${nameOf(symptoms.culprit)} crashes (${outcome.signal}) when the interpreter ends`,
        explanation: sentences(
          `The import of ${describeBinary(symptoms.culprit)} succeeded, then the process died while Python was cleaning up: ${meaningOfSignal(outcome.signal)}.`,
          describeHistory(symptoms.history, scope),
        ),
        fix: fixFor(symptoms, {
          own: 'Check what runs at exit (`m_free`, `tp_dealloc`, `atexit`, static destructors): none may touch Python objects after finalisation.',
          dependency: `Upgrade ${nameOf(symptoms.culprit)}, or report it to its maintainers with the stack.`,
        }),
      }),
      facts: { signal: outcome.signal },
      key: [outcome.signal],
      evidence: stackLines(symptoms),
    });
  },
};

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
