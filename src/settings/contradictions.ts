import type { Config } from './config.ts';
import { type Given, placeOf } from './given.ts';
import type { Problem } from './problem.ts';

/** One way in which values that are right by themselves cannot hold together. */
type Rule = (config: Config, isGiven: (name: string) => boolean) => readonly Contradiction[];

interface Contradiction extends Omit<Problem, 'where'> {
  /** The option to blame. */
  readonly name: string;
}

const RULES: readonly Rule[] = [
  ({ run: { compare, smoke } }, isGiven) =>
    when(compare && smoke === null && !isGiven('smoke'), {
      name: 'compare',
      message: 'There is nothing to compare without smoke code',
      remedy: 'Give smoke as well',
    }),
  ({ axes: { numpys }, index }) =>
    when(numpys.some(({ kind }) => kind === 'nightly') && index.nightlyIndex === null, {
      name: 'numpy-version',
      message: 'nightly needs nightly-index: the address of a package index with nightly wheels',
      remedy:
        'Set nightly-index to the simple index on which the scientific Python projects (or you) publish nightly wheels',
    }),
  ({ subject: { buildNumpy } }) =>
    when(['none', 'nightly', 'auto', 'edges', 'spec0'].includes(buildNumpy?.kind ?? ''), {
      name: 'build-numpy',
      message: `${buildNumpy?.text} names no single NumPy to build against`,
      remedy: 'Use a release (2.0.2), a minor (1.26), oldest or latest',
    }),
  ({ axes: { shard }, run: { bisect } }) =>
    when(shard !== null && bisect, {
      name: 'bisect',
      message: 'A part of the plan does not show where failures begin',
      remedy: 'Leave bisect out where shard is set',
    }),
  ({ mode, subject: { spec, environmentDirs } }) =>
    when(mode === 'audit' && spec.kind === 'project' && environmentDirs.length === 0, {
      name: 'audit',
      message: 'It needs wheels to read',
      remedy:
        'Name wheels, a folder of wheels, a pattern or a lock file (in the action: the input wheels), packages, requirements, or an environment-dir',
    }),
  ({ mode, subject: { requirements } }) =>
    when(mode !== 'audit' && requirements !== null, {
      name: 'requirements',
      message: 'Only an audit reads a list of packages',
      remedy: 'Set the mode to audit, or name the packages with packages',
    }),
  ({ mode, axes: { shard }, subject: { spec } }) =>
    when(mode === 'audit' && shard !== null && spec.kind !== 'packages', {
      name: 'shard',
      message: 'Only an audit of packages is dealt out',
      remedy: 'Give packages or requirements; of wheels, name the ones to read',
    }),
  ({ output: { jsonLines }, subject: { spec, environmentDirs } }) =>
    when(jsonLines !== null && (spec.kind !== 'packages' || environmentDirs.length > 0), {
      name: 'json-lines',
      message: 'It has a line for each package, and no packages are named',
      remedy: 'Use --package or --requirements; for anything else --json writes the whole result',
    }),
  ({ output: { json, jsonLines, reports } }) =>
    when(jsonLines !== null && (json !== null || Object.keys(reports).length > 0), {
      name: 'json-lines',
      message: 'It keeps nothing of a package once its line is written, so no other report is made',
      remedy: 'Leave the other report out; each line holds the findings',
    }),
  ({ mode, output: { measurements } }) =>
    when(mode === 'merge' && measurements.length === 0, {
      name: 'merge',
      message: 'It needs the measurements to merge',
      remedy: 'Name the files that check --measurements FILE wrote, or their folder',
    }),
  ({ mode, output: { wheelDir } }) =>
    when(mode === 'build' && wheelDir === null, {
      name: 'wheel-dir',
      message: 'It is not said where the wheels are to go',
      remedy: 'Name a folder, which is made where it does not exist',
    }),
  ({ mode, axes: { built, plans } }) =>
    when((mode === 'check' || mode === 'merge') && built !== null && plans.length === 0, {
      name: 'built',
      message: 'Wheels are built for a plan, and none is given',
      remedy: 'Give the plan that they were built for as well',
    }),
  ({ mode, output: { measurements } }) =>
    when(mode === 'check' && measurements.length > 1, {
      name: 'measurements',
      message: 'Measurements are written to one file',
      remedy: 'Name one; files to read are for merge',
    }),
  ({ run: { environment } }) =>
    environment
      .filter((text) => text.includes('='))
      .map((text) => {
        const name = text.slice(0, text.indexOf('='));
        const set = `Set ${name} where the check is started, and write ${name} alone here`;
        return {
          name: 'environment',
          message: `${name}=… gives a value, but environment names variables`,
          remedy: name === '' ? 'Name the variable alone' : set,
        };
      }),
  ({ output: { json, jsonLines, reports } }) => {
    const written: readonly (readonly [string, string | null])[] = [
      ['json', json],
      ['json-lines', jsonLines],
      ...(Object.entries(reports) as (readonly [string, string])[]),
    ];
    return written.flatMap(([name, file], at) => {
      const isDevice = /^\/dev\/|(?:^|\\)nul$/i.test(file ?? '');
      const other = written.slice(0, at).find(([, earlier]) => file !== null && earlier === file);
      return when(other !== undefined && !isDevice, {
        name,
        message: `It is the same file as for --${other?.[0]}: the one would be written over the other`,
        remedy: 'Give each a file of its own',
      });
    });
  },
  ({ output: { quiet, verbose } }) =>
    when(quiet && verbose, {
      name: 'quiet',
      message: 'It contradicts --verbose',
      remedy: 'Give one of them',
    }),
];

/**
 * What contradicts itself in a configuration whose values are each right.
 *
 * @param all what was given, to name the place
 */
export function contradictions(config: Config, all: readonly Given[]): readonly Problem[] {
  const given = (name: string) => all.find((one) => one.name === name);
  const found = RULES.flatMap((rule) => rule(config, (name) => given(name) !== undefined));
  return found.map(({ name, message, remedy }) => {
    const one = given(name);
    return { where: one === undefined ? name : placeOf(name, one.provenance), message, remedy };
  });
}

function when(holds: boolean, contradiction: Contradiction): readonly Contradiction[] {
  return holds ? [contradiction] : [];
}
