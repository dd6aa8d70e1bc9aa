import type { Measurements } from '../../model/measurements.ts';
import type { SubjectFacts } from '../../model/subject-facts.ts';
import { mayHold } from '../../packaging/markers.ts';
import { normaliseName } from '../../packaging/requirement-name.ts';
import type { SubjectReport } from '../../report/report.ts';

type Described = Pick<Measurements['subject'], 'kind' | 'name' | 'version' | 'facts'>;

/** The subject as the report shows it, with the version that was really installed. */
export function subjectReport(
  subject: Described,
  measurements: Measurements['measurements'],
): SubjectReport {
  const facts = subject.facts.flatMap((one) => Object.values(one.onPython ?? { all: one }));
  const lines = facts.flatMap(({ requirements, extras }) =>
    (requirements ?? []).filter(
      ({ name, marker }) =>
        name === 'numpy' && (marker === null || mayHold(marker, extras.map(normaliseName))),
    ),
  );
  const declared = [...new Set(lines.map(declaredText))];
  const pythons = facts.flatMap(({ requiresPython }) => requiresPython || []);
  return {
    kind: subject.kind,
    name: subject.name,
    version: subject.version ?? installedVersion(subject.facts, measurements),
    declaredNumpy: declared.length === 0 ? null : declared.join('; '),
    declaredPython: pythons.length === 0 ? null : [...new Set(pythons)].join(','),
  };
}

/** The specifier; with its marker where there are several lines. */
function declaredText(requirement: { readonly text: string; readonly specifier: string }): string {
  const marker = requirement.text.split(';')[1]?.trim();
  const { specifier } = requirement;
  return marker ? `${specifier} (${marker})` : specifier;
}

function installedVersion(
  facts: readonly SubjectFacts[],
  measurements: Measurements['measurements'],
): string | null {
  const [only, ...more] = facts;
  if (!only || more.length > 0) return null;
  const versions = new Set(measurements.flatMap(({ installed }) => installed[only.name] ?? []));
  return versions.size === 1 ? ([...versions][0] ?? null) : null;
}
