import { isRecord, textsOf } from '../parsed-value.ts';

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
  const fields = document['build-system'];
  if (!isRecord(fields)) return LEGACY_BUILD_SYSTEM;
  const backend = fields['build-backend'];
  return {
    requires: textsOf(fields['requires']),
    backend: typeof backend === 'string' ? backend : LEGACY_BUILD_SYSTEM.backend,
    backendPath: textsOf(fields['backend-path']),
  };
}
