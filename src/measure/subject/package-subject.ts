import { compare } from '@renovatebot/pep440';
import { THIS_PLATFORM } from '../../host/this-platform.ts';
import { together } from '../../host/together.ts';
import type { SubjectFacts } from '../../model/subject-facts.ts';
import { EXIT, UserError } from '../../model/user-error.ts';
import { parseCoreMetadata } from '../../packaging/core-metadata.ts';
import type { IndexFile } from '../../packaging/index-project.ts';
import { normaliseName } from '../../packaging/requirement-name.ts';
import { parseRequirement, type Requirement } from '../../packaging/requirements.ts';
import { allows } from '../../packaging/specifier.ts';
import { tellWithdrawn, withdrawn } from '../../packaging/withdrawn.ts';
import type { IndexClient } from '../../provision/index/index-client.ts';
import type { PackagesSubject } from './subject.ts';

/**
 * Packages from the index as the subject. One that names a single release is known at once; of the
 * others `resolvePackages` says which release each Python gets.
 *
 * @param extras asked for of all of them
 * @throws {UserError} exit 2 for a line that cannot be read, or that no release matches
 */
export async function readPackages(
  requirements: readonly string[],
  extras: readonly string[],
  index: IndexClient,
): Promise<PackagesSubject> {
  const parsed = requirements.map((text) => {
    const requirement = parseRequirement(text);
    if (requirement.kind === 'requirement') return requirement;
    throw new UserError(requirement.message, { exitCode: EXIT.usage, remedy: requirement.remedy });
  });
  const facts = await together(parsed.map((one) => packageFacts(one, extras, index)));
  const [first] = facts;
  return {
    kind: 'packages',
    name: facts.map(({ name }) => name).join(', '),
    version: facts.length === 1 ? (first?.version ?? null) : null,
    facts,
    limits: [],
    requirements: parsed.map((one) => withExtras(one, extras)),
    pinned: new Map(),
  };
}

/** The line as written, or with the extras that were asked for besides. */
function withExtras(requirement: Requirement, extras: readonly string[]): string {
  if (extras.length === 0) return requirement.text;
  const { name, text, specifier, url } = requirement;
  const all = [...new Set([...requirement.extras, ...extras.map(normaliseName)])];
  const marker = /\s;(.*)$|;(.*)$/.exec(url === null ? text : text.replace(url, ''));
  const tail = marker ? ` ;${marker[1] ?? marker[2]}` : '';
  return `${name}[${all.join(',')}]${url === null ? specifier : ` @ ${url}`}${tail}`;
}

async function packageFacts(
  requirement: Requirement,
  extras: readonly string[],
  index: IndexClient,
): Promise<SubjectFacts> {
  const { name, specifier } = requirement;
  const unknown: SubjectFacts = {
    name,
    version: null,
    requiresPython: null,
    requirements: null,
    extras: [...requirement.extras, ...extras.map(normaliseName)],
    wheels: null,
    unknownBecause: `What ${name} requires is known after its installation only (direct reference)`,
  };
  if (requirement.url !== null) return unknown;
  const project = await index.fetchProject(name);
  if (project.files.length === 0) {
    throw new UserError(`There is no package "${name}" on the package index in force`, {
      exitCode: EXIT.usage,
      remedy: 'Check the spelling, or set the index: --index-url, input index-url',
    });
  }
  const fitting = project.files.filter((file) => allows(specifier, file.version));
  const exact = /^={2,3}[^*,]+$/.test(specifier);
  const asked = /\d(?:a|b|rc|\.?dev)\d*/i.test(specifier);
  const usable = exact
    ? fitting
    : fitting.filter((file) => file.yanked === false && (asked || isFinal(file.version)));
  const versions = [...new Set(usable.map((file) => file.version))].sort(compareVersions);
  const version = versions.at(-1);
  if (version === undefined) {
    const known = [...new Set(project.files.map((file) => file.version))].sort(compareVersions);
    throw new UserError(`No release of ${name} matches "${specifier}"`, {
      exitCode: EXIT.usage,
      remedy: `The newest releases are ${known.slice(-5).join(', ')}`,
    });
  }
  // Of several releases, each Python gets the newest that it admits.
  if (versions.length > 1) {
    return {
      ...unknown,
      unknownBecause: `Which release of ${name} a Python gets is known after its installation only`,
    };
  }
  return releaseFacts(unknown, version, project.files, index);
}

/**
 * What one release says of itself.
 *
 * @param base name and extras
 * @param files those of the project, of any release
 */
export async function releaseFacts(
  base: SubjectFacts,
  version: string,
  files: readonly IndexFile[],
  index: IndexClient,
): Promise<SubjectFacts> {
  const { name, extras } = base;
  const own = files.filter((file) => allows(`==${version}`, file.version));
  const wheels = own.filter((file) => file.isWheel);
  const [described] = [...wheels].sort((a, b) => foreignness(a) - foreignness(b));
  const text = described ? await index.fetchMetadata(described) : undefined;
  const gone = withdrawn(name, version, files);
  const known = {
    ...{ name, version, extras, wheels },
    ...(own.some((file) => !file.isWheel) && { sources: true as const }),
    ...(gone !== undefined && { withdrawn: tellWithdrawn(gone) }),
  };
  if (text === undefined) {
    return {
      ...known,
      requiresPython: own[0]?.requiresPython ?? null,
      requirements: null,
      unknownBecause: `What ${name} ${version} requires cannot be read on the index`,
    };
  }
  const { requiresPython, requirements, provides } = parseCoreMetadata(text);
  return { ...known, requiresPython, requirements, provides };
}

/** Wheels of one release may differ in what they require; one for this platform tells more. */
function foreignness(file: IndexFile): number {
  const here = file.tags.some((tag) => tag.includes(THIS_PLATFORM.wheelTag));
  return (here ? 0 : 2) + (file.coreMetadata ? 0 : 1);
}

function isFinal(version: string): boolean {
  return !/(?:a|b|rc|dev)\d*/i.test(version);
}

function compareVersions(a: string, b: string): number {
  return compare(a, b);
}
