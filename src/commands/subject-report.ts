import type { Subject } from '../measure/subject/subject.ts';
import type { CombinationRun } from '../model/measurement.ts';
import type { SubjectReport } from '../report/report.ts';

/** The subject as the report shows it, with the version that was really installed. */
export function subjectReport(subject: Subject, runs: readonly CombinationRun[]): SubjectReport {
  const facts = subject.facts.flatMap((one) => [...(one.onPython?.values() ?? [one])]);
  const lines = facts.flatMap(({ requirements }) =>
    (requirements ?? []).filter(({ name }) => name === 'numpy'),
  );
  const declared = [...new Set(lines.map(declaredText))];
  const pythons = facts.flatMap(({ requiresPython }) => requiresPython || []);
  return {
    kind: subject.kind,
    name: subject.name,
    version: subject.version ?? installedVersion(subject, runs),
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

function installedVersion(subject: Subject, runs: readonly CombinationRun[]): string | null {
  const [only, ...more] = subject.facts;
  if (!only || more.length > 0) return null;
  const versions = new Set(runs.flatMap((run) => run.installed.get(only.name) ?? []));
  return versions.size === 1 ? ([...versions][0] ?? null) : null;
}
