import type { Diagnosed } from '../../model/finding.ts';
import { networkAdvice } from '../../model/network-advice.ts';
import type { SetUpCause, SetUpFailure } from '../../model/set-up-failure.ts';
import { missingBuildVariable } from '../diagnose/missing-variable.ts';
import { setUpRemedy } from '../diagnose/rules/set-up.ts';
import { absentReleases } from '../findings/absent-releases.ts';
import { buildErrorPlace, MARKED } from './build-error-place.ts';
import { diagnoseBuildFailure } from './build-failure.ts';
import { lastWords } from './last-words.ts';
import { missingBuildRequirement } from './missing-build-requirement.ts';
import { explainMissingHeaders } from './missing-headers.ts';
import { missingProgram } from './missing-program.ts';

/** A set-up failure as it is told. */
export interface ToldSetUp {
  /** Its kind: the failure's own, or the finer one that the output shows. */
  readonly kind: string;
  /** What happened, the tool's own last lines, and what to do now; several lines. */
  readonly reason: string;
  /** The same for all combinations that fail alike, whatever their Python. */
  readonly cause: string;
}

/**
 * Says what a set-up failure means and what to do.
 *
 * @param python label of the Python that it happened with, where it is known
 */
export function tellSetUp(
  { setUp, message, lines, because }: SetUpFailure,
  python?: string,
): ToldSetUp {
  if (setUp !== 'build-failed') {
    const text = [message, ...lines].join('\n');
    const remedy =
      setUp === 'no-network'
        ? networkAdvice(text)
        : (remedyFor(because) ?? unknownPackage(message) ?? setUpRemedy(setUp));
    const reason = [message.replace(/(?<=[\w)"'`])$/, '.'), remedy].join('\n').trimEnd();
    return { kind: setUp, reason, cause: alike(reason) };
  }
  const text = lines.join('\n');
  const diagnosis = explainMissingHeaders(diagnoseBuildFailure(text, 'build'), because);
  const words = lastWords(text);
  const lacking =
    markedToml(text) ??
    missingBuildRequirement(text) ??
    missingProgram(text) ??
    missingBuildVariable(text, words);
  const known = diagnosis.kind !== 'build-failed';
  const fix = known || lacking === null ? diagnosis.fix : lacking;
  const pythons = python === undefined ? [] : [python];
  const absent = absentReleases(fix, { all: pythons, fails: pythons });
  const reason = [
    message,
    ...(words.length > 0 ? ['Last lines of the build:'] : ['The build printed nothing']),
    ...words.map((line) => `  ${line}`),
    ...(known ? [diagnosis.explanation] : []),
    `Fix: ${fix}`,
    ...(absent === '' ? [] : [absent]),
  ].join('\n');
  const error = words.find((line) => /error|not found|no such/i.test(line)) ?? words.at(-1) ?? '';
  return { kind: diagnosis.kind, reason, cause: alike(`${diagnosis.kind}: ${error}`) };
}

/**
 * A failed build as what can be located: with the place that its output names. Null for failures
 * that are not a build's.
 */
export function buildDiagnosis({ setUp, lines, because }: SetUpFailure): Diagnosed | null {
  if (setUp !== 'build-failed') return null;
  const found = diagnoseBuildFailure(lines.join('\n'), 'build');
  const diagnosis = explainMissingHeaders(found, because);
  const { source: named, requirement } = diagnosis.hints;
  // Where a requirement is to change, the lines that follow from it are not the place.
  const source = named ?? (requirement === undefined ? buildErrorPlace(lines) : null);
  return source === null ? diagnosis : { ...diagnosis, hints: { ...diagnosis.hints, source } };
}

/** What to do where the reason itself says more than its kind. */
function remedyFor(because: SetUpCause | undefined): string | null {
  switch (because?.kind) {
    case undefined:
      return null;
    case 'without-wheel':
      return `Build that wheel with this Python (\`python -m pip wheel --no-deps ${because.release}\`), and name the folder that holds it with \`find-links\`.`;
    case 'no-solution':
    case 'build-numpy':
      return null;
    case 'killed':
      return 'Look for what ended it (a limit that `ulimit -a` shows, or too little memory), then run it again.';
    case 'stand-in':
      return 'Take it out, or let it step aside before compiled modules are imported: what was imported beside it says nothing of this NumPy. Where it stands in for a NumPy that is not installed, install it only then.';
    default:
      return because satisfies never;
  }
}

// uv: "Because NAME was not found in the package registry and …"
const UNKNOWN =
  /\b([A-Za-z\d][\w.-]*) was not found in the (?:package registry|provided package locations|cache)/;

/** A package that the index does not have: a sibling of a workspace, as a rule. */
function unknownPackage(message: string): string | null {
  const name = UNKNOWN.exec(message)?.[1];
  if (name === undefined) return null;
  return `If \`${name}\` is a package of this repository, build its wheel first (\`uv build --wheel --out-dir wheels PATH\` or \`python -m pip wheel --no-deps -w wheels PATH\`) and name the folder with \`find-links\`. Else name the index that has it (\`index-url\`, \`extra-index-url\`), or mend its name.`;
}

/** The project's settings are read here all the same; the build's own reader refuses them. */
function markedToml(text: string): string | null {
  if (!MARKED.test(text)) return null;
  return 'pyproject.toml most likely begins with a byte order mark, which some editors on Windows write and Python’s TOML reader refuses: save it as UTF-8 without one.';
}

/** The text without what differs from Python to Python: its version in file and folder names. */
function alike(text: string): string {
  return text
    .replaceAll(/\b(?:cp|cpython-?|python|py|pypy)-?3[.\d]*t?\b/gi, 'python')
    .replaceAll(/\b3\.\d+(?:\.\d+)?(?:rc\d+|t)?\b/g, '3')
    .replaceAll(/0x[0-9a-f]+|\b[0-9a-f]{8,}\b/gi, '#')
    .replaceAll(/(?<=[:(,])\d+(?=[:),])/g, '#');
}
