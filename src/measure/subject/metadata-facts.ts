import type { SubjectFacts } from '../../model/subject-facts.ts';
import type { ProjectMetadata } from '../../packaging/pyproject/project-metadata.ts';
import { normaliseName } from '../../packaging/requirement-name.ts';

/**
 * What metadata say of a subject: of a project's files, or of a built wheel.
 *
 * @param name where the metadata name none
 * @param extras as they were asked for
 */
export function factsOf(
  name: string,
  metadata: ProjectMetadata,
  extras: readonly string[],
  wheels: SubjectFacts['wheels'],
): SubjectFacts {
  return {
    name: metadata.name ?? name,
    version: metadata.version,
    requiresPython: metadata.requiresPython,
    requirements: metadata.requirements,
    extras: extras.map(normaliseName),
    provides: metadata.provides,
    wheels,
  };
}
