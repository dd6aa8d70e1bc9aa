import type { EmptyTable } from '../../../model/measurements.ts';
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
 * A crash in a module that calls through a table of NumPy's C-API which is not filled: the sources show
 * it, and the stack does not speak against it.
 *
 * @param kind that it is told as
 */
export function ofEmptyTable(kind: Kind, seen: Symptoms): Diagnosis | undefined {
  const { outcome, phase } = seen.evidence.observation;
  if (outcome.kind !== 'signalled' || !NULL_POINTER.test(outcome.signal)) return undefined;
  const symptoms = suspectOf(seen);
  const table = symptoms?.evidence.emptyTable?.(symptoms.culprit.module ?? '');
  if (!symptoms || !table) return undefined;
  const frame = crashFrame(seen.evidence.observation);
  const isThere = frame?.file?.replaceAll('\\', '/').endsWith(table.file) ?? true;
  if (!isThere) return undefined;
  const source = { file: table.file, line: frame?.line ?? 1 };
  const { signal } = outcome;
  const name = nameOf(symptoms.culprit);
  const told = tell(table, symptoms);
  return diagnosis(kind, symptoms, {
    tell: (scope) => ({
      title: `${name} crashes (${signal}): ${told.title}`,
      explanation: sentences(
        told.explanation,
        `${describeCulprit(symptoms.culprit)} crashed (${signal}) under ${runningNumpy(symptoms, scope)}${phase === 'call' ? ' at a call' : ''}.`,
        frame?.line ? `The native stack shows ${table.file}:${frame.line}.` : '',
      ),
      fix: fixFor(symptoms, {
        own: told.own,
        dependency: `Report it to the maintainers of ${name}: ${told.report}.`,
      }),
    }),
    facts: { signal, function: table.called, file: table.file },
    key: [signal, table.how, table.file],
    evidence: symptoms.stderr
      .split('\n')
      .filter((line) => /^(?:Fatal Python error|Windows fatal exception)/.test(line)),
    severity: 'error',
    hints: { source, symbol: 'import_array' },
  });
}

interface Told {
  readonly title: string;
  readonly explanation: string;
  readonly own: string;
  readonly report: string;
}

function tell({ how, file, called, filledIn, within }: EmptyTable, { culprit }: Symptoms): Told {
  const symbol = `${(culprit.module ?? 'module').replaceAll(/\W/g, '_')}_ARRAY_API`;
  switch (how) {
    case 'apart':
      return {
        title: `\`${file}\` has a table of NumPy’s C-API of its own, which nobody fills`,
        explanation: `\`import_array()\` in \`${filledIn}\` fills the table of that file alone: each file that includes NumPy’s header has one of its own. That of \`${file}\`, which calls \`${called}\`, stays NULL.`,
        own: `Make it one table: before \`#include <numpy/arrayobject.h>\` write \`#define PY_ARRAY_UNIQUE_SYMBOL ${symbol}\` in both files, and in \`${file}\` also \`#define NO_IMPORT_ARRAY\`.`,
        report: 'its files do not share one table (`PY_ARRAY_UNIQUE_SYMBOL`)',
      };
    case 'ufunc':
      return {
        title: 'it never calls import_umath()',
        explanation: `\`${file}\` calls \`${called}\`, and nothing in the sources fills the table of NumPy’s ufunc C-API: \`import_array()\` fills that of arrays alone, the other stays NULL.`,
        own: `Call \`import_umath();\` in the module’s init function, after \`import_array();\` (in Cython: \`cimport numpy\`, then \`numpy.import_umath()\`).`,
        report: 'its init function lacks `import_umath()`',
      };
    case 'late':
      return {
        title: `import_array() stands in \`${within}\`, which the init function does not call`,
        explanation: `\`${file}\` calls \`${called}\` through the table of NumPy’s C-API, which is NULL until \`${within}\` in \`${filledIn}\` was called: there alone stands \`import_array()\`, and only Python code calls it.`,
        own: 'Call `import_array();` in the module’s `PyInit_` function (or its `Py_mod_exec` function), so that no call can come before it.',
        report: 'its init function lacks `import_array()`',
      };
    default:
      return how satisfies never;
  }
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
    return culprit.module !== null && evidence.emptyTable?.(culprit.module)
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
