import { crashedFile, crashFrame } from '../crash-frame.ts';
import { culpritOfFile, faultOf } from '../culprit.ts';
import type { Diagnosis } from '../diagnosis.ts';
import { ofTarget } from '../of-target.ts';
import {
  describeCulprit,
  diagnosis,
  fixFor,
  type Kind,
  nameOf,
  runningNumpy,
  sentences,
} from '../rule.ts';
import type { Symptoms } from '../symptoms.ts';

const NULL_POINTER = /SEGV|SIGBUS|ACCESS_VIOLATION|BAD_ACCESS/;

/**
 * A crash in a module of several files, of which one alone has its table of NumPy's C-API filled: the
 * sources show it, and the stack does not speak against it.
 *
 * @param kind that it is told as
 */
export function ofDividedTable(kind: Kind, seen: Symptoms): Diagnosis | undefined {
  const { outcome, phase } = seen.evidence.observation;
  if (outcome.kind !== 'signalled' || !NULL_POINTER.test(outcome.signal)) return undefined;
  const symptoms = suspectOf(seen);
  const divided = symptoms?.evidence.divided?.(symptoms.culprit.module ?? '');
  if (!symptoms || !divided) return undefined;
  const frame = crashFrame(seen.evidence.observation);
  const isThere = frame?.file?.replaceAll('\\', '/').endsWith(divided.file) ?? true;
  if (!isThere) return undefined;
  const source = { file: divided.file, line: frame?.line ?? 1 };
  const { signal } = outcome;
  const name = nameOf(symptoms.culprit);
  const symbol = `${(symptoms.culprit.module ?? 'module').replaceAll(/\W/g, '_')}_ARRAY_API`;
  return diagnosis(kind, symptoms, {
    tell: (scope) => ({
      title: `${name} crashes (${signal}): \`${divided.file}\` has a table of NumPy’s C-API of its own, which nobody fills`,
      explanation: sentences(
        `\`import_array()\` in \`${divided.filledIn}\` fills the table of that file alone: each file that includes NumPy’s header has one of its own. That of \`${divided.file}\`, which calls \`${divided.called}\`, stays NULL.`,
        `${describeCulprit(symptoms.culprit)} crashed (${signal}) under ${runningNumpy(symptoms, scope)}${phase === 'call' ? ' at a call' : ''}.`,
        frame?.line ? `The native stack shows ${divided.file}:${frame.line}.` : '',
      ),
      fix: fixFor(symptoms, {
        own: `Make it one table: before \`#include <numpy/arrayobject.h>\` write \`#define PY_ARRAY_UNIQUE_SYMBOL ${symbol}\` in both files, and in \`${divided.file}\` also \`#define NO_IMPORT_ARRAY\`.`,
        dependency: `Report it to the maintainers of ${name}: its files do not share one table (\`PY_ARRAY_UNIQUE_SYMBOL\`).`,
      }),
    }),
    facts: { signal, function: divided.called, file: divided.file },
    key: [signal, 'divided', divided.file],
    evidence: symptoms.stderr
      .split('\n')
      .filter((line) => /^(?:Fatal Python error|Windows fatal exception)/.test(line)),
    severity: 'error',
    hints: { source, symbol: 'import_array' },
  });
}

/** The module under test; of smoke code the one that crashed, or without a stack the only one that may. */
function suspectOf(symptoms: Symptoms): Symptoms | undefined {
  const { evidence } = symptoms;
  if (evidence.module) return ofTarget(symptoms);
  const crashed = crashedFile(evidence);
  const loaded = evidence.observation.events.filter(({ event }) => event === 'end');
  const files = crashed === null ? [...new Set(loaded.map(({ file }) => file))] : [crashed];
  const found = files.flatMap((file) => {
    const module = loaded.find((one) => one.file === file)?.module ?? null;
    const culprit = culpritOfFile(evidence, file, module);
    return culprit.module !== null && evidence.divided?.(culprit.module)
      ? [
          {
            ...symptoms,
            culprit,
            culpritPath: file,
            facts: evidence.factsOf(file),
            fault: faultOf(evidence, culprit),
          },
        ]
      : [];
  });
  return found.length === 1 ? found[0] : undefined;
}
