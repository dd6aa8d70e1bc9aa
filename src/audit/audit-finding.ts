import type { AuditedBinary, AuditedWheel } from '../model/audit.ts';
import type { Category, Finding } from '../model/finding.ts';
import { makeFinding } from '../model/make-finding.ts';

/** A finding about a wheel, from its kind. */
export function auditFinding(
  wheel: Pick<AuditedWheel, 'wheel' | 'distribution' | 'version'>,
  binaries: readonly AuditedBinary[],
  said: Pick<Finding, 'kind' | 'severity' | 'title' | 'explanation' | 'fix'>,
): Finding {
  const [first] = binaries;
  const { kind, severity, title, explanation, fix } = said;
  return makeFinding(
    { id: kind, category: CATEGORIES[kind] ?? 'metadata', severity },
    {
      fault: 'own',
      culprit: {
        distribution: wheel.distribution,
        version: wheel.version,
        module: first?.name ?? null,
        file: first?.file ?? null,
      },
      facts: { wheel: wheel.wheel, modules: binaries.map(({ name }) => name) },
      title,
      explanation,
      fix,
      evidence: [wheel.wheel, ...binaries.slice(0, 12).map(({ file }) => file)],
      hints: { requirement: 'numpy', table: 'runtime' },
      modules: [...new Set(binaries.map(({ name }) => name))].sort(),
      combinations: [],
    },
  );
}

const CATEGORIES: Readonly<Record<string, Category>> = {
  'latent-np1': 'latent',
  'bad-wheel': 'configuration',
};
