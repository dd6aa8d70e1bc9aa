import { createFiles } from '../host/files.ts';
import { repositoryRoot } from '../host/repository-root.ts';
import { locateFallback } from '../judge/locate/locate-build-file.ts';
import type { Located } from '../judge/locate/located.ts';
import { repositorySources } from '../judge/locate/sources.ts';
import type { SubjectConfig } from '../settings/config.ts';

/** Where to point when a message has no line of its own. */
export async function fallbackPlace(subject: SubjectConfig, cwd: string): Promise<Located | null> {
  const project = projectFolder(subject, cwd);
  return locateFallback(repositorySources(createFiles(), await repositoryRoot(project), project));
}

/** The project's folder, or where the user stands when there is none. */
export function projectFolder({ spec }: SubjectConfig, cwd: string): string {
  return spec.kind === 'project' ? spec.path : cwd;
}
