import { createFiles } from '../host/files.ts';
import { repositoryRoot } from '../host/repository-root.ts';
import { locateFallback } from '../judge/locate/locate-build-file.ts';
import type { Located } from '../judge/locate/located.ts';
import { repositorySources } from '../judge/locate/sources.ts';
import type { Config } from '../model/config.ts';

/** Where to point when a message has no line of its own. */
export async function fallbackPlace(config: Config, cwd: string): Promise<Located | null> {
  const project = projectFolder(config, cwd);
  return locateFallback(repositorySources(createFiles(), await repositoryRoot(project), project));
}

/** The project's folder, or where the user stands when there is none. */
export function projectFolder(config: Pick<Config, 'subject'>, cwd: string): string {
  return config.subject.kind === 'project' ? config.subject.path : cwd;
}
