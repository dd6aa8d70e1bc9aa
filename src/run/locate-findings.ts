import { locateFallback } from '../locate/locate-build-file.ts';
import { locateFinding } from '../locate/locate-finding.ts';
import { repositorySources } from '../locate/sources.ts';
import type { Finding } from '../model/finding.ts';
import type { Files } from '../ports.ts';
import { repositoryRoot } from './tools.ts';

/** Gives each finding the line to change; without a good line, the build file's. */
export async function locateFindings(
  findings: readonly Finding[],
  folder: string,
  files: Files,
): Promise<readonly Finding[]> {
  const sources = repositorySources(files, await repositoryRoot(folder), folder);
  return Promise.all(
    findings.map(async (finding) => {
      const located =
        finding.location ??
        (await locateFinding(finding, finding.modules, sources)) ??
        (await locateFallback(sources));
      return { ...finding, location: located };
    }),
  );
}
