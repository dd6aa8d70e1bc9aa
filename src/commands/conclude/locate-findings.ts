import { withoutSitePackages } from '../../escape/plain-text.ts';
import { repositoryRoot } from '../../host/repository-root.ts';
import { together } from '../../host/together.ts';
import { locateFallback } from '../../judge/locate/locate-build-file.ts';
import { locateFinding } from '../../judge/locate/locate-finding.ts';
import { repositorySources } from '../../judge/locate/sources.ts';
import { surroundingsOf } from '../../judge/locate/surroundings.ts';
import type { Finding } from '../../model/finding.ts';
import type { Measurement } from '../../model/measurement.ts';
import { orderFindings } from '../../model/order-findings.ts';
import type { Files } from '../../model/ports.ts';

/** Gives each finding the line to change; without a good line, the build file's. */
export async function locateFindings(
  findings: readonly Finding[],
  measurements: readonly Measurement[],
  folder: string,
  files: Files,
): Promise<readonly Finding[]> {
  const sources = repositorySources(files, await repositoryRoot(folder), folder);
  const located = await together(
    findings.map(async (finding) => {
      const failing = new Set(finding.combinations);
      const where = surroundingsOf(
        measurements.filter(({ combination }) => failing.has(combination.id)),
        measurements,
      );
      const place =
        finding.location ??
        (await locateFinding(finding, finding.modules, sources, where)) ??
        (await locateFallback(sources));
      // The search needed the paths; a reader and the next run's report do not.
      const evidence = finding.evidence.map(withoutSitePackages);
      return { ...finding, evidence, hints: stableHints(finding.hints), location: place };
    }),
  );
  // Only now it shows that two of them say the same on the same line.
  return orderFindings(located);
}

function stableHints(hints: Finding['hints']): Finding['hints'] {
  if (!hints.source) return hints;
  return { ...hints, source: { ...hints.source, file: withoutSitePackages(hints.source.file) } };
}
