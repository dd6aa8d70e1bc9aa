import type { World } from '../../host/world.ts';
import type { IndexClient } from '../../provision/index/index-client.ts';
import type { SubjectConfig } from '../../settings/config.ts';
import { readPackages } from './package-subject.ts';
import { readProject } from './project-subject.ts';
import type { Subject } from './subject.ts';
import { readWheels } from './wheels-subject.ts';

/**
 * Reads the subject.
 *
 * @throws {UserError} exit 2 when it is not there or not readable
 */
export async function readSubject(
  { spec, extras }: SubjectConfig,
  world: World,
  index: () => Promise<IndexClient>,
): Promise<Subject> {
  switch (spec.kind) {
    case 'project':
      return readProject(spec.path, extras, world);
    case 'wheels':
      return readWheels(spec.globs, extras, world);
    case 'packages':
      return readPackages(spec.requirements, extras, await index());
    default:
      return spec satisfies never;
  }
}
