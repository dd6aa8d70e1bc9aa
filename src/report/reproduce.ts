import { isProvenVerdict } from '../model/combination-verdict.ts';
import type { Finding } from '../model/finding.ts';
import type { CombinationReport, Report } from './report.ts';

/** How the user started us; the report itself does not say. */
export interface Invocation {
  /** What starts the program, as one pastes it. */
  readonly program: string;
  /** Arguments that name the subject and its options, unquoted: `['.', '--smoke', 'smoke.py']`. */
  readonly arguments: readonly string[];
  /** The interpreter that the user named by its path, in place of the Python's label. */
  readonly python?: string;
  /** For the command prompt of Windows, where single quotes quote nothing. */
  readonly windows?: boolean;
}

/** The command's published name. */
const PROGRAM = 'npx numpy-abi-matrix';

/** An invocation from what the report alone knows. */
export function invocationOf(report: Report): Invocation {
  const { kind, name, version } = report.subject;
  const requirement = version === null ? name : `${name}==${version}`;
  if (kind === 'packages') return { program: PROGRAM, arguments: ['--package', requirement] };
  if (kind === 'wheels') return { program: PROGRAM, arguments: ['--wheel', 'wheelhouse/*.whl'] };
  return { program: PROGRAM, arguments: ['.'] };
}

/**
 * The command that runs one combination.
 *
 * @returns a line to paste into a POSIX shell, or into PowerShell
 */
export function reproduceCommand(
  report: Report,
  combination: string,
  invocation: Invocation = invocationOf(report),
): string | null {
  const found = report.combinations.find((one) => one.id === combination);
  return found ? commandOf(found, [found.numpy], invocation) : null;
}

/** Findings that a combination alone does not show: they say where it differs from another one. */
const COMPARED: ReadonlySet<string> = new Set(['range-too-wide', 'silent-corruption']);

/** The same for a finding: its last combination, and beside it one that works where that is needed. */
export function reproduceFinding(
  { kind, combinations }: Pick<Finding, 'kind' | 'combinations'>,
  report: Report,
  invocation: Invocation = invocationOf(report),
): string | null {
  const found = report.combinations.find(({ id }) => id === combinations.at(-1));
  if (!found) return null;
  const other = COMPARED.has(kind) ? workingBeside(found, report) : undefined;
  return commandOf(found, [...(other ? [other.numpy] : []), found.numpy], invocation);
}

/** On the same Python: with the NumPy that it was built with, else the newest that works. */
function workingBeside(
  { label, platform, buildNumpy }: CombinationReport,
  { combinations }: Report,
): CombinationReport | undefined {
  const works = combinations.filter(
    (one) => one.label === label && one.platform === platform && isProvenVerdict(one.verdict),
  );
  return works.find(({ numpy }) => numpy === buildNumpy) ?? works.at(-1);
}

function commandOf(
  { label }: CombinationReport,
  numpys: readonly string[],
  invocation: Invocation,
): string {
  const axes = [
    ...['--python', invocation.python ?? label],
    ...numpys.flatMap((numpy) => ['--numpy', numpy]),
  ];
  const quote = invocation.windows ? quoteForWindows : quoteForShell;
  const words = ['check', ...invocation.arguments, ...axes].map(quote);
  return `${invocation.program} ${words.join(' ')}`;
}

const PLAIN = /^[\w./=:,+@%-]+$/;

/** Single quotes mean the same in POSIX shells and in PowerShell, but for a quote inside. */
function quoteForShell(word: string): string {
  return PLAIN.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
}

/** Double quotes mean the same in cmd.exe and PowerShell; a path with backslashes needs none. */
function quoteForWindows(word: string): string {
  return /^[\w./=:,+@\\-]+$/.test(word) ? word : `"${word.replaceAll('"', '\\"')}"`;
}
