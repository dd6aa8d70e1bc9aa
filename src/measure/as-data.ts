import { realpath } from 'node:fs/promises';
import type { Environment } from '../model/environment.ts';
import type { CombinationState, FileFacts, Measurement } from '../model/measurement.ts';
import type { ProbedEnvironment } from './measure-environment.ts';
import { mentionedFiles } from './mentioned-files.ts';
import { environmentName, portable, probeFolderName, type Replacement } from './portable.ts';

/** The parts of a measurement that were seen in its environment. */
type Seen = Pick<
  Measurement,
  'state' | 'observed' | 'hookFindings' | 'smoke' | 'files' | 'filesOf' | 'installed' | 'notTested'
>;

/**
 * What was probed, without the folders of this machine, and with tables in place of look-ups: it
 * says the same when the environment is gone.
 *
 * @param folder in which the probes worked
 */
export async function asData(
  probed: ProbedEnvironment & { readonly state: CombinationState },
  { root, interpreter: { platform } }: Environment,
  folder: string,
): Promise<Seen> {
  const name = environmentName(platform);
  const folders = [
    ...(await spellings(root, name)),
    ...(await spellings(folder, probeFolderName(platform))),
  ];
  const here = <T>(value: T): T => portable(value, folders, platform.startsWith('win'));
  const { state, observed, hookFindings, smoke, filesOf, installed, notTested } = probed;
  const seen = here({ state, observed, hookFindings, smoke, filesOf, notTested });
  const facts = new Map([...probed.facts].map(([path, one]) => [here(path), one]));
  const observations = seen.observed.map(({ observation }) => observation);
  const mentioned = mentionedFiles([observations, seen.hookFindings, seen.smoke], name);
  const paths = [...new Set([...facts.keys(), ...mentioned])].sort();
  const files = paths.flatMap((path): readonly [string, FileFacts][] => {
    const owner = here(probed.ownerOf(`${root}${path.slice(name.length)}`));
    const known = facts.get(path) ?? null;
    return owner === null && known === null ? [] : [[path, { owner, facts: known }]];
  });
  return { ...seen, installed, files: Object.fromEntries(files) };
}

/** A folder as it was given, and with links resolved, as processes report it. */
async function spellings(folder: string, by: string): Promise<readonly Replacement[]> {
  const real = await realpath(folder).catch(() => folder);
  return [...new Set([folder, real])].map((one) => ({ folder: one, by }));
}
