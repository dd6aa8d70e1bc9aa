import { WHERE } from '../../../model/look.ts';
import type { Frame } from '../../../model/observation.ts';
import { blamedFrame, culpritOfFile, faultOf } from '../culprit.ts';
import {
  at,
  atDeath,
  isSmokeItself,
  OWN_FRAME,
  stackLines,
  withoutFolders,
} from '../death-scene.ts';
import { readFaultDump } from '../fault-dump.ts';
import { describeHistory } from '../history.ts';
import { smokeFrame } from '../project-frame.ts';
import {
  describeBinary,
  describeCulprit,
  diagnosis,
  fixFor,
  nameOf,
  type Rule,
  sentences,
} from '../rule.ts';
import type { Symptoms } from '../symptoms.ts';

/** No load was under way: then the Python line that it stood on says more than the module's name. */
function atTimeout(seen: Symptoms): {
  readonly symptoms: Symptoms;
  readonly source?: { readonly file: string; readonly line: number };
} {
  const symptoms = atDeath(seen);
  const { evidence } = symptoms;
  const loading = evidence.observation.culpritFile !== null;
  const { frames } = readFaultDump(symptoms.stderr);
  const frame = blamedFrame(evidence, frames.toReversed());
  const smoke = evidence.smoke ? smokeFrame(frames.toReversed()) : undefined;
  if (smoke && !frame && !loading) {
    return { symptoms, source: { file: smoke.file, line: smoke.line } };
  }
  if (loading || !evidence.module || !frame) return { symptoms };
  if (evidence.ownerOf(frame.file) === null) return { symptoms };
  const culprit = culpritOfFile(evidence, frame.file, null);
  const fault = faultOf(evidence, culprit);
  const source = { file: withoutFolders(frame.file), line: frame.line };
  return { symptoms: { ...symptoms, culprit, fault }, source };
}

export const timeout: Rule = {
  id: 'timeout',
  where: WHERE.importArray,
  name: 'It did not end in time',
  category: 'timeout',
  severity: 'error',
  means:
    'The import (or the smoke code) was still running at the time limit and was ended. On Linux the time in which it only waited for a processor, on a busy machine, does not count, up to twice the limit.',
  remedy:
    'Look at the stack for what it waits for: a lock, a network connection, a child process. Raise `timeout` when it is merely slow.',
  links: ['https://docs.python.org/3/library/faulthandler.html'],
  match(seen) {
    const { outcome } = seen.evidence.observation;
    if (outcome.kind !== 'timed-out') return undefined;
    const { symptoms, source } = atTimeout(seen);
    const nobody = isSmokeItself(symptoms);
    const named = source ? describeCulprit(symptoms.culprit) : describeBinary(symptoms.culprit);
    const who = nobody ? 'It' : named;
    const after = outcome.seconds > 0 ? ` after ${outcome.seconds} s` : '';
    return diagnosis(timeout, symptoms, {
      tell: (scope) => ({
        title: nobody
          ? 'The smoke code does not end'
          : `${nameOf(symptoms.culprit)} hangs${at(symptoms)}`,
        explanation: sentences(
          `${who} was still busy${nobody ? '' : at(symptoms)} and was ended${after}.`,
          innermostUserFrame(readFaultDump(symptoms.stderr).frames),
          describeHistory(symptoms.history, scope),
        ),
        fix: fixFor(symptoms, {
          own: 'Find what it waits for (a lock, the network, a child process) in the stack; if it is only slow, raise `--timeout`.',
          dependency: `If it is only slow, raise \`--timeout\`; else upgrade ${nameOf(symptoms.culprit)} or report it to its maintainers.`,
        }),
      }),
      facts: { seconds: outcome.seconds },
      key: [nobody ? null : at(symptoms)],
      evidence: stackLines(symptoms),
      hints: source && symptoms.fault === 'own' ? { source } : {},
    });
  },
};

function innermostUserFrame(frames: readonly Frame[]): string {
  const frame = frames.find((one) => !one.file.startsWith('<') && !OWN_FRAME.test(`${one.file}"`));
  return frame
    ? `The innermost Python frame is ${withoutFolders(frame.file)}:${frame.line} in ${frame.function}.`
    : '';
}
