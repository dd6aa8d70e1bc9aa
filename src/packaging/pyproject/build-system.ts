/** The `[build-system]` table, or its defaults (PEP 517, PEP 518). */
export interface BuildSystem {
  readonly requires: readonly string[];
  readonly backend: string;
  readonly backendPath: readonly string[];
}

/** A project without the table is built by setuptools, as pip does. */
export const LEGACY_BUILD_SYSTEM: BuildSystem = {
  requires: ['setuptools>=40.8.0'],
  backend: 'setuptools.build_meta:__legacy__',
  backendPath: [],
};

/** @param document a parsed pyproject.toml */
export function buildSystemOf(document: Readonly<Record<string, unknown>>): BuildSystem {
  const table = document['build-system'];
  if (typeof table !== 'object' || table === null) return LEGACY_BUILD_SYSTEM;
  const fields = table as Record<string, unknown>;
  const backend = fields['build-backend'];
  return {
    requires: strings(fields['requires']),
    backend: typeof backend === 'string' ? backend : LEGACY_BUILD_SYSTEM.backend,
    backendPath: strings(fields['backend-path']),
  };
}

function strings(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((one) => typeof one === 'string') : [];
}
