import { erasOf } from '../../../model/eras.ts';
import { WHERE } from '../../../model/look.ts';
import { meaningOfSignal, UNTOLD_END } from '../../../packaging/exit-codes.ts';
import { crashFrame } from '../crash-frame.ts';
import { at, atDeath, innermostFrame, isSmokeItself, stackLines } from '../death-scene.ts';
import { describeHistory } from '../history.ts';
import { floorOf } from '../required-floor.ts';
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
import { crashFix, isScript } from './crash-fix.ts';
import { describeNp1OnNp2, isBuiltForNumpy1 } from './np1-on-np2.ts';
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
