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
  const { outcome } = seen.evidence.observation;
  if (outcome.kind !== 'signalled' || !NULL_POINTER.test(outcome.signal)) return undefined;
  const symptoms = suspectOf(seen);
  const table = symptoms?.evidence.emptyTable?.(symptoms.culprit.module ?? '');
  if (!symptoms || !table) return undefined;
  const frame = crashFrame(seen.evidence.observation);
  const isThere = frame?.file?.replaceAll('\\', '/').endsWith(table.file) ?? true;
  if (!isThere) return undefined;
  return described(kind, symptoms, table, { signal: outcome.signal, line: frame?.line ?? null });
}

/**
 * The same of a module that was imported: nothing called through that table so far. Told where a build
 * file lists the files, so that none of them can be a dead one.
 *
 * @param kind that it is told as
 */
export function ofUncalledTable(kind: Kind, seen: Symptoms): Diagnosis | undefined {
  const { module, observation } = seen.evidence;
  if (!module || observation.outcome.kind !== 'imported') return undefined;
  const table = seen.evidence.emptyTable?.(module.name);
  return table?.listed ? described(kind, ofTarget(seen), table, null) : undefined;
}

/** How a process died of it. */
interface Crash {
  readonly signal: string;
  /** 1-based, of the file that calls; null when no stack shows it. */
  readonly line: number | null;
}

function described(
  kind: Kind,
  symptoms: Symptoms,
  table: EmptyTable,
  crash: Crash | null,
): Diagnosis {
  const name = nameOf(symptoms.culprit);
  const told = tell(table, symptoms);
  const atCall = symptoms.evidence.observation.phase === 'call' ? ' at a call' : '';
  return diagnosis(kind, symptoms, {
    tell: (scope) => ({
      title: crash
        ? `${name} crashes (${crash.signal}): ${told.title}`
        : `${name} imports, but crashes when it is called: ${told.title}`,
      explanation: sentences(
        told.explanation,
        crash
          ? `${describeCulprit(symptoms.culprit)} crashed (${crash.signal}) under ${runningNumpy(symptoms, scope)}${atCall}.`
          : 'The import works; the first such call reads through a null pointer.',
        crash?.line ? `The native stack shows ${table.file}:${crash.line}.` : '',
      ),
      fix: fixFor(symptoms, {
        own: told.own,
        dependency: `Report it to the maintainers of ${name}: ${told.report}.`,
      }),
    }),
    facts: { signal: crash?.signal ?? null, function: table.called, file: table.file },
    key: [crash?.signal ?? null, table.how, table.file],
    evidence: symptoms.stderr
      .split('\n')
      .filter((line) => /^(?:Fatal Python error|Windows fatal exception)/.test(line)),
    severity: crash ? 'error' : 'warning',
    hints: {
      source: { file: table.file, line: crash?.line ?? table.line },
      symbol: 'import_array',
    },
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
        own: filledIn.endsWith('.pyx')
          ? `Make it one table: have the build define the macro \`PY_ARRAY_UNIQUE_SYMBOL=${symbol}\` for all files of the extension (setuptools: \`define_macros=[("PY_ARRAY_UNIQUE_SYMBOL", "${symbol}")]\`), and in \`${file}\` write \`#define NO_IMPORT_ARRAY\` before \`#include <numpy/arrayobject.h>\`.`
          : `Make it one table: before \`#include <numpy/arrayobject.h>\` write \`#define PY_ARRAY_UNIQUE_SYMBOL ${symbol}\` in both files, and in \`${file}\` also \`#define NO_IMPORT_ARRAY\`.`,
        report: 'its files do not share one table (`PY_ARRAY_UNIQUE_SYMBOL`)',
      };
    case 'other-symbol':
      return {
        title: `\`${file}\` names its table of NumPy’s C-API otherwise than the file that fills one`,
        explanation: `\`import_array()\` in \`${filledIn}\` fills the table that \`PY_ARRAY_UNIQUE_SYMBOL\` names there. \`${file}\`, which calls \`${called}\`, names another, and nobody fills that: it stays NULL.`,
        own: `Define \`PY_ARRAY_UNIQUE_SYMBOL\` alike in both files, and in \`${file}\` also \`#define NO_IMPORT_ARRAY\`, before \`#include <numpy/arrayobject.h>\`.`,
        report: 'its files name two tables (`PY_ARRAY_UNIQUE_SYMBOL`)',
      };
    case 'too-late':
      return {
        title: `\`${file}\` shares NumPy’s C-API table too late, and so has its own, which nobody fills`,
        explanation: `\`${file}\`, which calls \`${called}\`, defines \`PY_ARRAY_UNIQUE_SYMBOL\` or \`NO_IMPORT_ARRAY\` below the include of NumPy’s header, where it says nothing any more: its table stays NULL.`,
        own: `In \`${file}\` move these \`#define\` lines above \`#include <numpy/arrayobject.h>\`, and above every header that includes it.`,
        report: 'a file defines `PY_ARRAY_UNIQUE_SYMBOL` below the include of NumPy’s header',
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
