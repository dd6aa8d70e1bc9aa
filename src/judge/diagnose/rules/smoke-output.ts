import type { Culprit, Fault } from '../../../model/finding.ts';
import { WHERE } from '../../../model/look.ts';
import type { OutputDifference } from '../../smoke/compare-output.ts';
import type { SmokeComparison, SmokeTrial } from '../../smoke/compare-smoke.ts';
import { NOBODY } from '../culprit.ts';
import type { Diagnosis } from '../diagnosis.ts';
import { diagnosed, type Kind, type Statement } from '../rule.ts';

export const silentCorruption: Kind = {
  id: 'silent-corruption',
  where: WHERE.readsNumpy1Layout,
  name: 'The same code returns other numbers under another NumPy',
  category: 'numpy-abi',
  severity: 'error',
  means:
    'The smoke code ran to its end and printed something else than under the NumPy that the module was built for.',
  remedy:
    'Rebuild against NumPy ≥ 2.0 (pybind11 ≥ 2.12, rust-numpy ≥ 0.22); where the difference is meant, make the smoke code print less.',
  links: [
    'https://numpy.org/doc/stable/dev/depending_on_numpy.html',
    'https://numpy.org/doc/stable/numpy_2_0_migration_guide.html#changes-to-numpy-data-type-promotion',
  ],
};

export const smokeUnstable: Kind = {
  id: 'smoke-not-deterministic',
  where: WHERE.nowhere,
  name: 'The smoke code does not print the same twice',
  category: 'configuration',
  severity: 'warning',
  means:
    'Two runs under the very same combination printed different things, so a difference between NumPys would mean nothing: nothing was compared.',
  remedy:
    'Seed random numbers, print no times, addresses, paths or unordered sets. If it still differs, suspect uninitialised memory.',
  links: ['https://numpy.org/doc/stable/reference/random/index.html'],
};

export const smokeTooLong: Kind = {
  id: 'smoke-output-too-long',
  where: WHERE.nowhere,
  name: 'The smoke code prints too much to be compared',
  category: 'configuration',
  severity: 'warning',
  means: 'The output was cut at its limit, so nothing was compared.',
  remedy: 'Print less: a checksum, a few values, or JSON of what matters.',
  links: [],
};

/** Who is likely to be behind a difference. */
export interface Suspect {
  readonly culprit: Culprit;
  readonly fault: Fault;
  /** Made for NumPy 1's memory layout, and reads it without a check. */
  readonly lazy: boolean;
  readonly generator: 'pybind11' | 'pyo3' | null;
}

/** Says what the comparison of the smoke outputs found for one combination. */
export function describeComparison(found: SmokeComparison, suspect: Suspect): Diagnosis {
  switch (found.kind) {
    case 'differs':
      return describeDifference(found.trial, found.reference, found.differences, suspect);
    case 'unstable':
      return ofSmoke(smokeUnstable, {
        tell: () => ({
          title: 'The smoke code does not print the same twice, so nothing was compared',
          explanation: `Two runs under one combination (Python ${found.trial.python}, ${numpyOf(found.trial)}) printed different things: a difference between NumPys would mean nothing.`,
          fix: 'Make the smoke code print the same each time: seed random numbers, print no times, addresses, paths or sets. If it still differs, look for uninitialised memory in the module.',
        }),
        evidence: diff(found.differences, 'first run', 'second run'),
      });
    case 'too-long':
      return ofSmoke(smokeTooLong, {
        tell: () => ({
          title: 'The smoke code prints too much to be compared',
          explanation: 'Its output was cut, so nothing was compared between NumPys.',
          fix: 'Print less: a few values, a checksum, or JSON of what matters.',
        }),
        evidence: [],
      });
    default:
      return found satisfies never;
  }
}

function describeDifference(
  trial: SmokeTrial,
  reference: SmokeTrial,
  differences: readonly OutputDifference[],
  { culprit, fault, lazy, generator }: Suspect,
): Diagnosis {
  const name = culprit.distribution ? `\`${culprit.distribution}\`` : 'The smoke code';
  const [here, there] = [numpyOf(trial), numpyOf(reference)];
  const python = trial.python === reference.python ? '' : ` (Python ${reference.python})`;
  const why = reference.buildNumpy === reference.numpy ? ', which it was built against' : '';
  const how =
    generator === 'pybind11'
      ? 'pybind11 before 2.12'
      : generator === 'pyo3'
        ? 'rust-numpy before 0.22'
        : 'code without a version check';
  return diagnosed(silentCorruption, {
    fault,
    culprit,
    facts: { reference: there, generator, lazy },
    tell: () => ({
      title: `${name} gives other results with another NumPy, without any error`,
      explanation: [
        `The smoke code ran to its end under ${here} and printed something else than under ${there}${python}${why}, where two runs agree.`,
        firstDifference(differences),
        lazy &&
          `\`${culprit.module ?? culprit.file ?? culprit.distribution}\` reads arrays with NumPy 1’s memory layout, through ${how}: NumPy 2 has another layout, so it reads wrong memory.`,
      ]
        .filter(Boolean)
        .join(' '),
      fix: fixOf(name, fault, lazy, generator),
    }),
    evidence: diff(differences, there, here),
    hints:
      fault === 'dependency' && culprit.distribution
        ? { requirement: culprit.distribution, table: 'runtime' }
        : lazy
          ? { requirement: generator === 'pybind11' ? 'pybind11' : 'numpy', table: 'build' }
          : {},
  });
}

function fixOf(name: string, fault: Fault, lazy: boolean, generator: Suspect['generator']): string {
  if (!lazy) {
    return 'Compare the lines of the evidence. If NumPy meant the change (promotion rules of NumPy 2, default integers on Windows, printing), convert explicitly or print less in the smoke code; if not, the compiled code reads wrong memory: rebuild it against NumPy 2 and look at what it computes there.';
  }
  if (fault === 'dependency') {
    return `Upgrade ${name} to a release for NumPy 2, or require \`numpy<2\` until there is one; do not trust its results under NumPy 2.`;
  }
  const rebuilt =
    generator === 'pyo3'
      ? 'rust-numpy ≥ 0.22'
      : generator === 'pybind11'
        ? 'pybind11 ≥ 2.12'
        : '`numpy>=2.0` in `[build-system] requires`';
  return `Build with ${rebuilt}; declare \`numpy<2\` until a release is out, as users get wrong numbers without any error.`;
}

function ofSmoke(kind: Kind, said: Pick<Statement, 'tell' | 'evidence'>): Diagnosis {
  return diagnosed(kind, { ...said, fault: 'own', culprit: NOBODY });
}

function numpyOf(trial: SmokeTrial): string {
  return trial.numpy === null ? 'no NumPy' : `NumPy ${trial.numpy}`;
}

const LONGEST_LINE = 200;
const LONGEST_QUOTE = 60;

function firstDifference([first]: readonly OutputDifference[]): string {
  if (!first) return '';
  const quote = (text: string) =>
    text.length > LONGEST_QUOTE ? `${text.slice(0, LONGEST_QUOTE)}…` : text;
  return `Line ${first.line} reads "${quote(first.other)}" instead of "${quote(first.reference)}".`;
}

/** A small diff: for each place both lines, each with whose it is. */
function diff(differences: readonly OutputDifference[], left: string, right: string) {
  const cut = (text: string) =>
    text.length > LONGEST_LINE ? `${text.slice(0, LONGEST_LINE)} …` : text;
  return differences.slice(0, 3).flatMap(({ line, reference, other }) => [
    // One place per pair, so that both fit on a screen.
    `- line ${line}, ${left}: ${cut(reference)}`,
    `+ line ${line}, ${right}: ${cut(other)}`,
  ]);
}
