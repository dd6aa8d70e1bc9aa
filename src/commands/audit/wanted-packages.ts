import type { World } from '../../host/world.ts';
import type { Location } from '../../model/finding.ts';
import type { Shard } from '../../model/shard.ts';
import { EXIT, UserError } from '../../model/user-error.ts';
import { listText } from '../../packaging/locks/list-text.ts';
import { type ListedRequirement, parseRequirementList } from '../../packaging/requirement-list.ts';
import { parseRequirement } from '../../packaging/requirements.ts';
import type { Config } from '../../settings/config.ts';

/** A package to audit. */
export interface WantedPackage extends Omit<ListedRequirement, 'line'> {
  /** `listed`: one of many, whose lack is told and does not end the audit. */
  readonly how: 'named' | 'listed';
  /** Its line in a list that is a file, which is named as the user did. */
  readonly place: Location | null;
}

/** Reads standard input to its end; absent where nobody can write to it. */
export type ReadStandardInput = () => Promise<string>;

/**
 * The packages that flags name and those of the list, each once, of this part.
 *
 * @throws {UserError} exit 2 with everything that names no package
 */
export async function wantedPackages(
  { subject: { spec, requirements }, axes: { shard } }: Pick<Config, 'subject' | 'axes'>,
  { files }: Pick<World, 'files'>,
  readInput: ReadStandardInput | undefined,
): Promise<readonly WantedPackage[]> {
  if (spec.kind !== 'packages') return [];
  const named = spec.requirements.map(namedPackage);
  const listed = requirements === null ? [] : await listFrom(requirements, files, readInput);
  const all = [...named, ...listed];
  const once = all.filter(({ text }, at) => all.findIndex((one) => one.text === text) === at);
  return shard === null ? once : partOf(once, shard);
}

/** Every N-th, so that neighbours of a list that is sorted by size go to different machines. */
function partOf<T>(all: readonly T[], { index, count }: Shard): readonly T[] {
  return all.filter((_, at) => at % count === index - 1);
}

function namedPackage(text: string): WantedPackage {
  const read = parseRequirement(text);
  if (read.kind === 'problem') {
    const { message, remedy } = read;
    throw new UserError(message, { exitCode: EXIT.usage, remedy });
  }
  const { name, specifier } = read;
  return { text: `${name}${specifier}`, name, specifier, how: 'named', place: null };
}

async function textOf(file: string, files: World['files']): Promise<string | undefined> {
  const bytes = await files.read(file);
  return bytes && listText(bytes);
}

async function listFrom(
  file: string,
  files: World['files'],
  readInput: ReadStandardInput | undefined,
): Promise<readonly WantedPackage[]> {
  const isInput = file === '-';
  const shown = isInput ? 'standard input' : file;
  const text = isInput ? await readInput?.() : await textOf(file, files);
  if (text === undefined) {
    throw new UserError(
      isInput ? 'Nothing comes in here from outside' : `There is no readable file ${file}`,
      { exitCode: EXIT.usage, remedy: 'Name a file with one requirement a line' },
    );
  }
  const { requirements, problems } = parseRequirementList(text, shown);
  if (problems.length > 0) {
    throw new UserError(problems.slice(0, 20).join('\n'), {
      exitCode: EXIT.usage,
      remedy: 'Write one requirement a line, such as pandas or pandas==2.2.3; # begins a comment',
    });
  }
  if (requirements.length === 0) {
    throw new UserError(`There is no requirement in ${shown}`, {
      exitCode: EXIT.usage,
      remedy: 'Write one requirement a line, such as pandas or pandas==2.2.3',
    });
  }
  return requirements.map(({ line, ...one }) => ({
    ...one,
    how: 'listed',
    place: isInput ? null : { file, line },
  }));
}
