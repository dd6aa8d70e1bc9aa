import { parse, TomlError } from 'smol-toml';
import { logicalLines } from './logical-lines.ts';
import { isRecord, recordOf } from './parsed-value.ts';
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
}

/**
 * Reads a requirements file (hashes and all) or a lock file (`uv.lock`, `pylock.toml`, `poetry.lock`,
 * `pdm.lock`) as plain constraints. What a lock file takes from a folder or a repository, the project
 * itself among it, is no release and limits nothing.
 *
 * @param file shown in messages; its ending tells lock files from requirements
 * @example readConstraints('numpy==1.26.4 --hash=sha256:…', 'requirements.txt').lines[0]?.text
 * // 'numpy==1.26.4'
 */
export function readConstraints(text: string, file: string): ConstraintFile {
  return /\.(?:toml|lock)$/i.test(file) ? fromLock(text, file) : fromRequirements(text, file);
}

function fromRequirements(text: string, file: string): ConstraintFile {
  const lines: ConstraintLine[] = [];
  const includes: string[] = [];
  const problems: SpecProblem[] = [];
  for (const { line, at } of logicalLines(text)) {
    const include = /^(?:-r|-c|--requirement|--constraint)(?:\s+|=)?(.+)$/.exec(line)?.[1];
    if (include !== undefined) {
      includes.push(include.trim());
      continue;
    }
    // Options, paths and bare addresses name no release.
    if (line.startsWith('-') || /^(?:\.|\/|~|[A-Za-z]:[\\/]|[a-z+]+:\/\/)/.test(line)) continue;
    const read = constraint(line.replaceAll(/\s+--[a-z-]+(?:[= ]\S+)?/g, ''), file);
    if ('kind' in read) problems.push({ ...read, message: `${file}:${at}: ${read.message}` });
    else lines.push(read);
  }
  return { lines, includes, problems };
}

function constraint(text: string, file: string): ConstraintLine | SpecProblem {
  const requirement = parseRequirement(text);
  if (requirement.kind === 'problem') return requirement;
  const { name, specifier, url } = requirement;
  const written = url === null ? requirement.text : requirement.text.replace(url, '');
  const marker = /;(.*)$/.exec(written)?.[1]?.trim() ?? '';
  const what = url === null ? `${name}${specifier}` : `${name} @ ${url}`;
  return { requirement, text: marker === '' ? what : `${what} ; ${marker}`, file };
}

function fromLock(text: string, file: string): ConstraintFile {
  let document: Readonly<Record<string, unknown>>;
  try {
    document = parse(text);
  } catch (error) {
    if (!(error instanceof TomlError)) throw error;
    const problem = specProblem(
      `${file}:${error.line}: it cannot be read as TOML`,
      'Write the lock file anew with the tool that made it',
    );
    return { lines: [], includes: [], problems: [problem] };
  }
  const packages = document['packages'] ?? document['package'];
  if (!Array.isArray(packages)) {
    const problem = specProblem(
      `${file} holds no locked packages`,
      'Name a requirements file, uv.lock, pylock.toml, poetry.lock or pdm.lock',
    );
    return { lines: [], includes: [], problems: [problem] };
  }
  const read = packages.filter(isRecord).flatMap((entry) => fromEntry(entry, file));
  return {
    lines: read.flatMap((one) => ('kind' in one ? [] : [one])),
    includes: [],
    problems: read.flatMap((one) => ('kind' in one ? [one] : [])),
  };
}

/** Where a locked package comes from when it is no release of an index. */
const NO_RELEASE = /^(?:editable|virtual|directory|git|url|path|vcs|archive|workspace|file)$/;

function fromEntry(
  entry: Readonly<Record<string, unknown>>,
  file: string,
): readonly (ConstraintLine | SpecProblem)[] {
  const { name, version, marker } = entry;
  if (typeof name !== 'string' || typeof version !== 'string') return [];
  const source = recordOf(entry['source']);
  const kinds = [...Object.keys(source), ...Object.keys(entry), String(source['type'] ?? '')];
  if (kinds.some((kind) => NO_RELEASE.test(kind))) return [];
  const forks = entry['resolution-markers'];
  const markers = Array.isArray(forks) ? forks.map((one) => `(${String(one)})`).join(' or ') : '';
  const when = typeof marker === 'string' ? marker : markers;
  const read = constraint(`${name}==${version}${when === '' ? '' : ` ; ${when}`}`, file);
  return ['kind' in read ? { ...read, message: `${file}: ${read.message}` } : read];
}
