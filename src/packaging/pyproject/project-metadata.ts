import { parse, TomlError } from 'smol-toml';
import { isRecord, recordOf } from '../parsed-value.ts';
import { normaliseName } from '../requirement-name.ts';
import { parseRequirement, type Requirement } from '../requirements.ts';
import { type SpecProblem, specProblem } from '../spec-problem.ts';
import { normaliseSpecifier } from '../specifier.ts';
import { parseSetupCfg } from './setup-cfg.ts';
import { tomlProblem } from './toml-problem.ts';
import { withExtra } from './with-extra.ts';

/** What a distribution says of itself without being built. Null: unknown before a build. */
export interface ProjectMetadata {
  readonly name: string | null;
  readonly version: string | null;
  /** `''` when it declares none. */
  readonly requiresPython: string | null;
  /** Extras are in the markers, as in `Requires-Dist`. */
  readonly requirements: readonly Requirement[] | null;
  /** Names of its extras, normalised; null when only a build tells. */
  readonly provides: readonly string[] | null;
  readonly problems: readonly SpecProblem[];
}

/** A project's files as text; null where there is none. */
export interface ProjectFiles {
  readonly pyproject: string | null;
  readonly setupCfg: string | null;
  readonly hasSetupPy: boolean;
}

/**
 * Reads static metadata. `[project]` decides alone where it is; else `setup.cfg`, when no
 * `setup.py` can add to it.
 *
 * @returns all problems together, each with its place
 */
export function readProjectMetadata(files: ProjectFiles): ProjectMetadata {
  const problems: SpecProblem[] = [];
  const document = files.pyproject === null ? {} : readToml(files.pyproject, problems);
  const project = document['project'];
  const buildSystem = recordOf(document['build-system']);
  if (isRecord(project)) {
    return { ...fromProjectTable(project, problems), problems };
  }
  // Other backends (poetry, flit) keep their own tables: only a build tells what they require.
  const backend = buildSystem['build-backend'] ?? 'setuptools.build_meta';
  const isSetuptools = typeof backend === 'string' && backend.startsWith('setuptools');
  const cfg =
    files.setupCfg === null || !isSetuptools ? null : (parseSetupCfg(files.setupCfg) ?? null);
  // A setup.py may compute what setup.cfg does not say; what it says is not computed.
  const unsaid = files.hasSetupPy || cfg === null ? null : [];
  const lines = cfg?.requirements ?? unsaid;
  return {
    name: cfg?.name ?? null,
    version: cfg?.version ?? null,
    requiresPython: cfg?.requiresPython ?? (unsaid === null ? null : ''),
    requirements: lines === null ? null : readAll(lines, 'setup.cfg', problems),
    provides: unsaid === null ? null : (cfg?.extras ?? []).map(normaliseName),
    problems,
  };
}

function readToml(text: string, problems: SpecProblem[]): Readonly<Record<string, unknown>> {
  try {
    return parse(text);
  } catch (error) {
    if (!(error instanceof TomlError)) {
      throw error;
    }
    problems.push(tomlProblem(error, text));
    return {};
  }
}

function fromProjectTable(
  project: Readonly<Record<string, unknown>>,
  problems: SpecProblem[],
): Omit<ProjectMetadata, 'problems'> {
  const dynamic = new Set(strings(project['dynamic']) ?? []);
  const name = typeof project['name'] === 'string' ? project['name'] : null;
  const lines = stringList(project['dependencies'], '[project] dependencies', problems);
  const extras = Object.entries(recordOf(project['optional-dependencies'])).flatMap(
    ([extra, list]) =>
      stringList(list, `[project.optional-dependencies] ${extra}`, problems).map((line) =>
        withExtra(line, extra),
      ),
  );
  const isOpen = dynamic.has('dependencies') || dynamic.has('optional-dependencies');
  const required = project['requires-python'];
  if (required !== undefined && !isSpecifier(required)) {
    problems.push(
      specProblem(
        `pyproject.toml: requires-python ${JSON.stringify(required)} is no version specifier`,
        'Write it as ">=3.9" or ">=3.9,<3.14"',
      ),
    );
  }
  return {
    name,
    version: typeof project['version'] === 'string' ? project['version'] : null,
    requiresPython: dynamic.has('requires-python') ? null : isSpecifier(required) ? required : '',
    requirements: isOpen ? null : readAll([...lines, ...extras], 'pyproject.toml', problems),
    provides: dynamic.has('optional-dependencies')
      ? null
      : Object.keys(recordOf(project['optional-dependencies'])).map(normaliseName),
  };
}

function readAll(
  lines: readonly string[],
  file: string,
  problems: SpecProblem[],
): readonly Requirement[] {
  return lines.flatMap((line) => {
    const requirement = parseRequirement(line);
    if (requirement.kind === 'problem') {
      problems.push({ ...requirement, message: `${file}: ${requirement.message}` });
      return [];
    }
    return [requirement];
  });
}

function stringList(value: unknown, where: string, problems: SpecProblem[]): readonly string[] {
  const list = value === undefined ? [] : strings(value);
  if (list === undefined) {
    problems.push(
      specProblem(
        `pyproject.toml: ${where} must be a list of strings`,
        'Write it as ["numpy>=1.23"]',
      ),
    );
  }
  return list ?? [];
}

function strings(value: unknown): readonly string[] | undefined {
  return Array.isArray(value) && value.every((item) => typeof item === 'string')
    ? value
    : undefined;
}

function isSpecifier(value: unknown): value is string {
  return typeof value === 'string' && normaliseSpecifier(value) !== undefined;
}
