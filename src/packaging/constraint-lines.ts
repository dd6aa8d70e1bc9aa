import type { Lock } from './locks/lock.ts';
import { anyOfText } from './locks/marker-text.ts';
import { otherList } from './locks/other-lists.ts';
import { withoutExtras } from './locks/other-markers.ts';
import { parseToolLock } from './locks/parse-lock.ts';
import { requirementLines } from './locks/requirement-lines.ts';
import { extrasOf } from './markers.ts';
import { parseRequirement, type Requirement } from './requirements.ts';
import { type SpecProblem, specProblem } from './spec-problem.ts';

/** One line that limits what is installed, and where it stands. */
export interface ConstraintLine {
  readonly requirement: Requirement;
  /** `name==1.0 ; marker`: without extras and hashes, as a constraint may be. */
  readonly text: string;
  readonly file: string;
}

/** What a file of constraints says. */
export interface ConstraintFile {
  readonly lines: readonly ConstraintLine[];
  /** Other files that it names (`-r`, `-c`), as written. */
  readonly includes: readonly string[];
  readonly problems: readonly SpecProblem[];
  /** What of it limits nothing, in sentences without a final period. */
  readonly notices: readonly string[];
}

const NOTHING: ConstraintFile = { lines: [], includes: [], problems: [], notices: [] };

/**
 * Reads a requirements file (hashes and all) or a lock of any known tool as plain constraints. What a
 * lock takes from a folder or a repository, the project itself among it, is no release and limits nothing.
 *
 * @param file shown in messages; its name, else its text tells locks from requirements
 * @example readConstraints('numpy==1.26.4 --hash=sha256:…', 'requirements.txt').lines[0]?.text
 * // 'numpy==1.26.4'
 */
export function readConstraints(text: string, file: string): ConstraintFile {
  const other = otherList(file);
  if (other !== undefined) {
    const { message, remedy } = other;
    return { ...NOTHING, problems: [specProblem(message, remedy)] };
  }
  let lock: Lock | null;
  try {
    lock = parseToolLock(text, file);
  } catch (error) {
    const [why = ''] = (error instanceof Error ? error.message : String(error)).split('\n');
    const problem = specProblem(
      `${file} cannot be read: ${why}`,
      'Write the lock file anew with the tool that made it',
    );
    return { ...NOTHING, problems: [problem] };
  }
  if (lock !== null) return fromLock(lock);
  if (!file.endsWith('.toml')) return fromRequirements(text, file);
  const problem = specProblem(
    `${file} holds no locked packages`,
    'Name a requirements file, uv.lock, pylock.toml, poetry.lock, pdm.lock or Pipfile.lock',
  );
  return { ...NOTHING, problems: [problem] };
}

function fromRequirements(text: string, file: string): ConstraintFile {
  const lines: ConstraintLine[] = [];
  const includes: string[] = [];
  const problems: SpecProblem[] = [];
  for (const line of requirementLines(text)) {
    if (line.kind === 'included') includes.push(line.path);
    if (line.kind === 'requirement') lines.push(constraint(line.requirement, file));
    if (line.kind === 'problem')
      problems.push({ ...line.problem, message: `${file}:${line.at}: ${line.problem.message}` });
  }
  return { ...NOTHING, lines, includes, problems };
}

function constraint(requirement: Requirement, file: string): ConstraintLine {
  const { name, specifier, url, marker } = requirement;
  const what = url === null ? `${name}${specifier}` : `${name} @ ${url}`;
  const when = anyOfText(marker === null ? [] : [marker]);
  return { requirement, text: when === '' ? what : `${what} ; ${when}`, file };
}

function fromLock({ file, packages }: Lock): ConstraintFile {
  const releases = new Map<string, Set<string>>();
  for (const { name, specifier } of packages)
    releases.set(name, (releases.get(name) ?? new Set()).add(specifier));
  const open = packages.filter(
    ({ markers }) => markers.length === 0 || markers.some((one) => extrasOf(one).length > 0),
  );
  const unclear = new Set(
    open.flatMap(({ name }) => ((releases.get(name)?.size ?? 0) > 1 ? [name] : [])),
  );
  const lines = packages
    .filter(({ name }) => !unclear.has(name))
    .flatMap(({ name, specifier, markers }) => {
      // An extra that is not asked for installs nothing; what others bring is held to the lock, too.
      const left = markers.map(withoutExtras);
      const when = left.includes(undefined) ? '' : anyOfText(left.flatMap((one) => one ?? []));
      const read = parseRequirement(`${name}${specifier}${when === '' ? '' : ` ; ${when}`}`);
      return read.kind === 'problem' ? [] : [constraint(read, file)];
    });
  const notices = [...unclear].map((name) => {
    const all = [...(releases.get(name) ?? [])].map((one) => one.replace(/^==/, '')).join(' and ');
    return `${file} locks ${name} ${all} and does not say where each is installed: it limits ${name} not at all`;
  });
  return { ...NOTHING, lines, notices };
}
