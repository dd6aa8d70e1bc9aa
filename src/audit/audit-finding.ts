import type { AuditedBinary, AuditedWheel, Beside } from '../model/audit.ts';
import type { Category, Finding, Location } from '../model/finding.ts';
import { makeFinding } from '../model/make-finding.ts';

/**
 * A finding about wheels, from its kind.
 *
 * @param release the distribution and version, and the first wheel
 * @param wheels file names of all wheels that it holds for
 * @param binaries the ones meant, of all those wheels
 * @param culprit the first to be named
 */
export function auditFinding(
  release: Pick<AuditedWheel, 'wheel' | 'distribution' | 'version'> &
    Partial<Pick<AuditedWheel, 'beside'>>,
  wheels: readonly string[],
  binaries: readonly AuditedBinary[],
  culprit: AuditedBinary | undefined,
  said: Pick<Finding, 'kind' | 'severity' | 'title' | 'explanation' | 'fix'>,
): Finding {
  const { kind, severity, title, explanation, fix } = said;
  const { beside } = release;
  const location = locationOf(beside);
  const modules = binaries.flatMap(({ name, isLibrary }) => (isLibrary ? [] : [name]));
  const files = [...new Set(binaries.map(({ file }) => file))];
  return makeFinding(
    { id: kind, category: CATEGORIES[kind] ?? 'metadata', severity },
    {
      fault: beside?.kind === 'fixed' ? 'dependency' : 'own',
      culprit: {
        distribution: release.distribution,
        version: release.version,
        module: culprit && !culprit.isLibrary ? culprit.name : null,
        file: culprit?.file ?? null,
      },
      facts: { wheel: release.wheel, wheels, files: files.slice(0, MOST_FILES) },
      title,
      explanation,
      fix,
      evidence: [...wheels, ...files.slice(0, 12)],
      hints: { requirement: 'numpy', table: BUILT.has(kind) ? 'build' : 'runtime' },
      modules: [...new Set(modules)].sort(),
      combinations: [],
      location,
    },
  );
}

/** The package's line in the lock, where that lies below the working directory. */
function locationOf(beside: Beside | undefined): Location | null {
  if (beside?.kind !== 'fixed' || beside.line === null) return null;
  const file = beside.where.replaceAll('\\', '/').replace(/^\.\//, '');
  return /^(?:\/|[A-Za-z]:|\.\.(?:\/|$))/.test(file) ? null : { file, line: beside.line };
}

const MOST_FILES = 200;

/** What another build puts right, whatever the metadata says. */
const BUILT: ReadonlySet<string> = new Set([
  'build-without-extensions',
  'latent-np1',
  'mixed-build',
  'py-wrong-tag',
  'wheels-disagree',
]);

const CATEGORIES: Readonly<Record<string, Category>> = {
  'np1-on-np2': 'numpy-abi',
  'np-api-too-new': 'numpy-abi',
  'latent-np1': 'latent',
  'bad-wheel': 'configuration',
  'build-without-extensions': 'configuration',
  'py-wrong-tag': 'python-abi',
};
