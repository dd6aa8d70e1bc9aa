import { basename, join } from 'node:path';
import type { World } from '../../host/world.ts';
import { EXIT, UserError } from '../../model/user-error.ts';
import {
  type ProjectMetadata,
  readProjectMetadata,
} from '../../packaging/pyproject/project-metadata.ts';
import { factsOf } from './metadata-facts.ts';
import type { ProjectSubject } from './subject.ts';

/**
 * What a source project says of itself without being built.
 *
 * @param folder absolute
 * @throws {UserError} exit 2 for metadata that cannot be read
 */
export async function readProject(
  folder: string,
  extras: readonly string[],
  world: World,
): Promise<ProjectSubject> {
  const text = async (name: string) => (await world.files.readText(join(folder, name))) ?? null;
  const pyproject = await text('pyproject.toml');
  const hasSetupPy = await world.files.exists(join(folder, 'setup.py'));
  const metadata = readProjectMetadata({
    pyproject,
    setupCfg: await text('setup.cfg'),
    hasSetupPy,
  });
  refuse(metadata);
  const name = metadata.name ?? basename(folder);
  return {
    kind: 'project',
    name,
    version: metadata.version,
    facts: [factsOf(name, metadata, extras, null)],
    limits: [],
    folder,
  };
}

/** Problems in the project's own metadata are usage errors, all told at once. */
function refuse(metadata: ProjectMetadata): void {
  const [first] = metadata.problems;
  if (!first) return;
  throw new UserError(metadata.problems.map(({ message }) => message).join('\n'), {
    exitCode: EXIT.usage,
    remedy: [...new Set(metadata.problems.map(({ remedy }) => remedy))].join('\n'),
  });
}
