import type { AuditedBinary, AuditedWheel } from '../model/audit.ts';
import type { Category, Finding } from '../model/finding.ts';

/** A finding about a wheel, from its kind. */
export function auditFinding(
  wheel: Pick<AuditedWheel, 'wheel' | 'distribution' | 'version'>,
  binaries: readonly AuditedBinary[],
  said: Pick<Finding, 'kind' | 'severity' | 'title' | 'explanation' | 'fix'>,
): Finding {
  const [first] = binaries;
  return {
    ...said,
    category: CATEGORIES[said.kind] ?? 'metadata',
    fault: 'own',
    culprit: {
      distribution: wheel.distribution,
      version: wheel.version,
      module: first?.name ?? null,
      file: first?.file ?? null,
    },
    facts: { wheel: wheel.wheel, modules: binaries.map(({ name }) => name) },
    evidence: [wheel.wheel, ...binaries.slice(0, 12).map(({ file }) => file)],
    inner: null,
    hints: { requirement: 'numpy', table: 'runtime' },
    location: null,
    modules: [...new Set(binaries.map(({ name }) => name))].sort(),
    combinations: [],
    documentation: `docs/failures/README.md#${said.kind}`,
  };
}

const CATEGORIES: Readonly<Record<string, Category>> = {
  'latent-np1': 'latent',
  'bad-wheel': 'configuration',
};
