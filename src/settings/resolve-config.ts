import path from 'node:path';
import type { Provenance } from '../model/config.ts';
import type { Files } from '../model/ports.ts';
import type { Config, OutputConfig, PartOf } from './config.ts';
import { contradictions } from './contradictions.ts';
import type { Given, Layer } from './given.ts';
import type { Part, Rows } from './option.ts';
import { SUBJECT } from './options/subject.ts';
import { OPTIONS, ROWS } from './options.ts';
import { parsePyproject } from './parse-pyproject.ts';
import type { Problem } from './problem.ts';
import { projectProblems } from './project-problems.ts';
import { readRows } from './read-rows.ts';
import { severalSubjects, subjectOf } from './subject-spec.ts';
import type { ValuesOf } from './value-of.ts';

/** What reading the configuration needs of the world. */
export interface ConfigWorld {
  /** Absolute; what relative paths of flags and inputs are relative to. */
  readonly cwd: string;
  readonly files: Files;
  /** Processors that may be used. */
  readonly cores: number;
}

export type ConfigResult =
  | { readonly kind: 'config'; readonly config: Config }
  | { readonly kind: 'problems'; readonly problems: readonly Problem[] };

/**
 * Flags or inputs, together with the project's pyproject.toml, as the configuration of a run, or
 * every problem in all of them.
 *
 * @param layer from `parseCli` or `parseInputs`; wins over pyproject.toml
 * @param command what the command line says; null: the input `mode` says it
 */
export async function resolveConfig(
  layer: Layer,
  command: Config['mode'] | null,
  world: ConfigWorld,
): Promise<ConfigResult> {
  const { cwd, files } = world;
  const problems: Problem[] = [...layer.problems, ...severalSubjects(layer.given)];
  // What is tested stands in no pyproject.toml: it says which one is read.
  const own = { ...world, project: cwd, given: layer.given };
  const named = await readRows(SUBJECT.rows, own, problems);
  const spec = subjectOf(named, cwd);
  const mode = command ?? named.mode;
  const project = spec.kind === 'project' ? spec.path : cwd;
  // A merge needs no project; where there is one, it has the lines to point at.
  const joins = mode === 'plan' && layer.given.some(({ name }) => name === 'plan');
  if (spec.kind === 'project' && mode !== 'merge' && mode !== 'audit' && !joins) {
    const given = layer.given.find(({ name }) => name === 'project');
    problems.push(...(await projectProblems(project, files, given)));
  }
  // Packages from the index have nothing to do with the project that happens to lie here.
  const table = spec.kind === 'packages' ? [] : await tableOf(project, world, problems);
  const names = new Set(layer.given.map(({ name }) => name));
  const given = [...layer.given, ...table.filter(({ name }) => !names.has(name))];
  const values = await readRows(ROWS, { ...world, project, given }, problems);
  const parts = partsOf(values);
  const config: Config = {
    mode,
    subject: { ...parts('subject'), spec },
    axes: parts('axes'),
    run: parts('run'),
    index: parts('index'),
    output: { ...parts('output'), reports: reportFiles(parts('reports')) },
    kept: parts('kept'),
    provenance: provenanceOf(given),
    given: layer.given.map(({ name, texts }) => ({ name, texts })),
  };
  problems.push(...contradictions(config, given));
  return problems.length > 0
    ? { kind: 'problems', problems: withoutRepeats(problems) }
    : { kind: 'config', config };
}

async function tableOf(
  project: string,
  { cwd, files }: ConfigWorld,
  problems: Problem[],
): Promise<readonly Given[]> {
  const file = path.join(project, 'pyproject.toml');
  const shown = path.relative(cwd, file) || file;
  const text = await files.readText(file);
  const read = parsePyproject(text ?? '', shown.split(path.sep).join('/'));
  problems.push(...read.problems);
  return read.given;
}

/** The values of the rows of each part. */
function partsOf(values: ValuesOf<typeof ROWS>): <P extends Part>(part: P) => PartOf<P> {
  const rows: Rows = ROWS;
  return <P extends Part>(part: P) =>
    Object.fromEntries(
      Object.entries(values).filter(([key]) => rows[key]?.part === part),
    ) as PartOf<P>;
}

/** The report files that are wanted, by their form. */
function reportFiles(values: PartOf<'reports'>): OutputConfig['reports'] {
  return Object.fromEntries(Object.entries(values).filter(([, file]) => file !== null));
}

function provenanceOf(all: readonly Given[]): Readonly<Record<string, Provenance>> {
  return Object.fromEntries(
    OPTIONS.map(({ name }) => {
      const given = all.find((one) => one.name === name);
      return [name, given?.provenance ?? { kind: 'default' }];
    }),
  );
}

function withoutRepeats(problems: readonly Problem[]): readonly Problem[] {
  const seen = new Set<string>();
  return problems.filter((one) => {
    const key = JSON.stringify(one);
    const fresh = !seen.has(key);
    seen.add(key);
    return fresh;
  });
}
