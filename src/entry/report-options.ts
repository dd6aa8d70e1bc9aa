import { join } from 'node:path';
import { createFiles } from '../host/files.ts';
import { repositoryRoot } from '../host/repository-root.ts';
import { locateFallback } from '../judge/locate/locate-build-file.ts';
import type { Located } from '../judge/locate/located.ts';
import { repositorySources } from '../judge/locate/sources.ts';
import type { SubjectConfig } from '../settings/config.ts';

/**
 * Where to point when a message has no line of its own.
 *
 * @param measured the project's folder in its repository, as measurements name it; it wins where this
 *   checkout has it: who merges need not say again what was measured
 */
export async function fallbackPlace(
  subject: SubjectConfig,
  cwd: string,
  measured: string | null = null,
): Promise<Located | null> {
  const files = createFiles();
  const asked = projectFolder(subject, cwd);
  const root = await repositoryRoot(asked);
  const there = measured === null ? asked : join(root, measured);
  const project = (await files.exists(there)) ? there : asked;
  return locateFallback(repositorySources(files, root, project));
}

/** The project's folder, or where the user stands when there is none. */
export function projectFolder({ spec }: SubjectConfig, cwd: string): string {
  return spec.kind === 'project' ? spec.path : cwd;
}
