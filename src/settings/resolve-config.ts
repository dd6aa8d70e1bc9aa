import path from 'node:path';
import type { Config, SubjectSpec } from '../model/config.ts';
import type { Files } from '../model/ports.ts';
import { type Given, type Layer, placeOf } from './given.ts';
import { DEPENDENCIES, FAIL_ON, ISOLATION, METADATA, MODES } from './options.ts';
import { parsePyproject } from './parse-pyproject.ts';
import type { Problem } from './problem.ts';
import { parseShard } from './shard.ts';
import { smokeSource } from './smoke-source.ts';
import { type Values, valuesOf } from './values.ts';

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
  const problems: Problem[] = [...layer.problems];
  const own = valuesOf(layer.given, problems);
  const subject = subjectOf(own, world.cwd, problems);
  const folder = subject.kind === 'project' ? subject.path : world.cwd;
  const file = path.join(folder, 'pyproject.toml');
  const mode = command ?? own.choice('mode', MODES, 'check');
  // A merge needs no project; where there is one, it has the lines to point at.
  if (subject.kind === 'project' && mode !== 'merge' && mode !== 'audit') {
    problems.push(...(await projectProblems(subject.path, world, own.given('project'))));
  }
  // Packages from the index have nothing to do with the project that happens to lie here.
  const text = subject.kind === 'packages' ? undefined : await world.files.readText(file);
  const shown = path.relative(world.cwd, file) || file;
  const settings = parsePyproject(text ?? '', shown.split(path.sep).join('/'));
  problems.push(...settings.problems);
  const names = new Set(layer.given.map((one) => one.name));
  const merged = [...layer.given, ...settings.given.filter((one) => !names.has(one.name))];
  const values = valuesOf(merged, problems);
  const smoke = await smokeOf(values.given('smoke'), folder, world, problems);
  const fromFile = (name: string) =>
    values.given(name)?.provenance.kind === 'pyproject' ? folder : world.cwd;
  const config: Config = {
    mode,
    measurements: measurementFiles(values, mode, world.cwd),
    subject,
    constraints: values
      .list('constraints')
      .map((one) => path.resolve(fromFile('constraints'), one)),
    pythons: values.pythons(fromFile('python-version')),
    numpys: values.numpys(),
    modules: values.list('modules'),
    allowEmpty: values.boolean('allow-empty'),
    metadata: values.choice('metadata', METADATA, 'respect'),
    isolation: values.choice('isolation', ISOLATION, 'shared'),
    timeoutSeconds: values.number('timeout', 60),
    jobs: values.number('jobs', Math.max(1, world.cores)),
    failOn: values.choice('fail-on', FAIL_ON, 'error'),
    smoke,
    compare: values.boolean('compare'),
    tolerance: values.number('tolerance', 1e-9),
    dependencies: values.choice('dependencies', DEPENDENCIES, 'none'),
    buildNumpy: values.numpy('build-numpy'),
    extras: values.list('extras'),
    include: values.filters('include'),
    exclude: values.filters('exclude'),
    knownFailures: values.filters('known-failures'),
    shard: parseShard(values.text('shard') ?? '') ?? null,
    shards: values.given('shards') === undefined ? null : values.number('shards', 1),
    bisect: values.boolean('bisect'),
    failFast: values.boolean('fail-fast'),
    budgetMinutes: values.number('budget', 30),
    environment: values.list('environment'),
    index: {
      indexUrl: values.text('index-url'),
      extraIndexUrls: values.list('extra-index-url'),
      findLinks: values
        .list('find-links')
        .map((one) =>
          /^[a-z+]+:\/\//i.test(one) ? one : path.resolve(fromFile('find-links'), one),
        ),
      nightlyIndex: values.text('nightly-index'),
    },
    cacheDir: null,
    useCache: true,
    json: values.text('json'),
    reports: reportFiles(values, world.cwd),
    reportDir: absolute(values.text('report-dir'), world.cwd),
    quiet: values.boolean('quiet'),
    verbose: values.boolean('verbose'),
    provenance: values.provenance(),
    given: layer.given.map(({ name, texts }) => ({ name, texts })),
  };
  problems.push(...contradictions(config, values));
  problems.push(...(await constraintProblems(config.constraints, values, world)));
  return problems.length > 0
    ? { kind: 'problems', problems: withoutRepeats(problems) }
    : { kind: 'config', config };
}

/** What is read by a merge stays as it is written: a pattern is no path. */
function measurementFiles(values: Values, mode: Config['mode'], cwd: string): readonly string[] {
  const files = values.list('measurements');
  return mode === 'merge' ? files : files.map((file) => path.resolve(cwd, file));
}

/** Options that name a file to write the report to, but for `json`, which may be standard output. */
const REPORT_FILES = ['html', 'sarif', 'junit', 'markdown', 'code-quality', 'badge'];

function reportFiles(values: Values, cwd: string): Readonly<Record<string, string>> {
  return Object.fromEntries(
    REPORT_FILES.flatMap((name) => {
      const file = absolute(values.text(name), cwd);
      return file === null ? [] : [[name, file]];
    }),
  );
}

function absolute(file: string | null, cwd: string): string | null {
  return file === null || file === '' ? null : path.resolve(cwd, file);
}

function subjectOf(values: Values, cwd: string, problems: Problem[]): SubjectSpec {
  const globs = values.list('wheels').map((glob) => path.resolve(cwd, glob));
  const requirements = values.list('packages');
  const named = ['project', 'wheels', 'packages'].flatMap((name) => {
    const one = values.given(name);
    return one === undefined ? [] : [placeOf(name, one.provenance)];
  });
  if (named.length > 1) {
    problems.push({
      where: named.join(', '),
      message: 'A project, wheels and packages exclude one another',
      remedy: 'Test one of them at a time',
    });
  }
  if (globs.length > 0) return { kind: 'wheels', globs };
  if (requirements.length > 0) return { kind: 'packages', requirements };
  return { kind: 'project', path: path.resolve(cwd, values.text('project') ?? '.') };
}

async function constraintProblems(
  files: readonly string[],
  values: Values,
  world: ConfigWorld,
): Promise<readonly Problem[]> {
  const given = values.given('constraints');
  if (given === undefined) return [];
  const found = await Promise.all(files.map((file) => world.files.readText(file, 1)));
  return files
    .filter((_, at) => found[at] === undefined)
    .map((file) => ({
      where: placeOf('constraints', given.provenance),
      message: `There is no readable file ${file}`,
      remedy: 'Check the path; relative ones start at the working directory',
    }));
}

/** A name with extras or a version: no folder is called so. */
const REQUIREMENT = /^[a-z0-9][\w.-]*\s*(?:\[[\w\s,.-]+\]\s*)?(?:[=<>!~]=|[<>])\s*\d/i;

async function projectProblems(
  folder: string,
  world: ConfigWorld,
  given: Given | undefined,
): Promise<readonly Problem[]> {
  const where = given === undefined ? 'project' : placeOf('project', given.provenance);
  const { files } = world;
  if (!(await files.exists(folder))) {
    const text = given?.texts[0]?.trim() ?? '';
    const remedy = REQUIREMENT.test(text)
      ? `Use --package (the input packages) for packages from the index: --package "${text}"`
      : 'Check the path';
    return [{ where, message: `There is no folder ${folder}`, remedy }];
  }
  const here = async (name: string) => files.exists(path.join(folder, name));
  if ((await here('pyproject.toml')) || (await here('setup.py'))) return [];
  if (await here('setup.cfg')) {
    return [
      {
        where,
        message: `${folder} has a setup.cfg alone, which no installer builds: it has neither pyproject.toml nor setup.py`,
        remedy:
          'Add a pyproject.toml that names the builder: [build-system] requires = ["setuptools"] and build-backend = "setuptools.build_meta"',
      },
    ];
  }
  return [
    {
      where,
      message: `${folder} is no Python project: it has neither pyproject.toml nor setup.py`,
      remedy: 'Name the folder that has one, or test built wheels or packages instead',
    },
  ];
}

async function smokeOf(
  given: Given | undefined,
  folder: string,
  world: ConfigWorld,
  problems: Problem[],
): Promise<Config['smoke']> {
  if (given === undefined) return null;
  const { provenance } = given;
  const where = placeOf('smoke', provenance);
  const source = smokeSource(given.texts[0] ?? '');
  if (source.kind === 'code') return { code: source.code, name: '<smoke>', file: null };
  const base = provenance.kind === 'pyproject' ? folder : world.cwd;
  const file = path.resolve(base, source.path);
  const code = await world.files.readText(file);
  if (code !== undefined) return { code, name: source.path, file };
  // A flag names a file; only an input or pyproject.toml may hold code.
  if (source.elseCode && provenance.kind !== 'flag') {
    return { code: `${source.path}\n`, name: '<smoke>', file: null };
  }
  problems.push({
    where,
    message: `There is no readable file ${file}`,
    remedy: 'Check the path; it is relative to the working directory',
  });
  return null;
}

function contradictions(config: Config, values: Values): readonly Problem[] {
  const found: Problem[] = [];
  const at = (name: string) => placeOf(name, values.given(name)?.provenance ?? { kind: 'default' });
  if (config.compare && config.smoke === null && values.given('smoke') === undefined) {
    found.push({
      where: at('compare'),
      message: 'There is nothing to compare without smoke code',
      remedy: 'Give smoke as well',
    });
  }
  if (config.numpys.some(({ kind }) => kind === 'nightly') && config.index.nightlyIndex === null) {
    found.push({
      where: at('numpy-version'),
      message: 'nightly needs nightly-index: the address of a package index with nightly wheels',
      remedy:
        'Set nightly-index to the simple index on which the scientific Python projects (or you) publish nightly wheels',
    });
  }
  const impossible = ['none', 'nightly', 'auto', 'edges', 'spec0'];
  if (config.buildNumpy !== null && impossible.includes(config.buildNumpy.kind)) {
    found.push({
      where: at('build-numpy'),
      message: `${config.buildNumpy.text} names no single NumPy to build against`,
      remedy: 'Use a release (2.0.2), a minor (1.26), oldest or latest',
    });
  }
  if (values.given('shard') !== undefined && config.shard === null) {
    found.push({
      where: at('shard'),
      message: `It is I/N, the I-th of N parts, not ${values.text('shard')}`,
      remedy: 'Write for example 3/10',
    });
  }
  if (config.shard !== null && config.bisect) {
    found.push({
      where: at('bisect'),
      message: 'A part of the plan does not show where failures begin',
      remedy: 'Leave bisect out where shard is set',
    });
  }
  if (config.mode === 'audit' && config.subject.kind !== 'wheels') {
    found.push({
      where: 'audit',
      message: 'It needs wheels to read',
      remedy: 'Name wheels, a folder of wheels, or a pattern (in the action: the input wheels)',
    });
  }
  if (config.mode === 'merge' && config.measurements.length === 0) {
    found.push({
      where: 'merge',
      message: 'It needs the measurements to merge',
      remedy: 'Name the files that check --measurements FILE wrote, or their folder',
    });
  }
  if (config.mode === 'check' && config.measurements.length > 1) {
    found.push({
      where: at('measurements'),
      message: 'Measurements are written to one file',
      remedy: 'Name one; files to read are for merge',
    });
  }
  for (const one of config.environment.filter((name) => name.includes('='))) {
    const name = one.slice(0, one.indexOf('='));
    found.push({
      where: at('environment'),
      message: `${name}=… gives a value, but environment names variables`,
      remedy:
        name === ''
          ? 'Name the variable alone'
          : `Set ${name} where the check is started, and write ${name} alone here`,
    });
  }
  if (config.quiet && config.verbose) {
    found.push({
      where: '--quiet',
      message: 'It contradicts --verbose',
      remedy: 'Give one of them',
    });
  }
  return found;
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
