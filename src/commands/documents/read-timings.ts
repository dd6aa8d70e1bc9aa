import { together } from '../../host/together.ts';
import type { World } from '../../host/world.ts';
import type { Combination } from '../../model/combination.ts';
import { LARGEST_BYTES, readMeasurementsJson } from '../../model/json/measurements-json.ts';
import type { ExpectedSeconds, Measurements } from '../../model/measurements.ts';
import { EXIT, UserError } from '../../model/user-error.ts';
import { matchingFiles } from './matching-files.ts';
import { validateMeasurements } from './validate-measurements.ts';

/**
 * What the combinations of a plan are expected to take, by what an earlier run measured: the same
 * one, else its Python, else any. What was not run then tells nothing.
 *
 * @param patterns files, folders (all `*.json` in them) and globs
 * @throws {UserError} exit 2 where there are no measurements
 */
export async function readTimings(
  patterns: readonly string[],
  planned: readonly Combination[],
  world: Pick<World, 'files' | 'cwd'>,
): Promise<ExpectedSeconds> {
  const { found: paths, unmatched } = await matchingFiles(patterns, world);
  if (unmatched.length > 0) throw unusable(unmatched.join(', '), 'there is no such file');
  const documents = await together(
    paths.map(async ({ path, shown }) => {
      const text = await world.files.readText(path, LARGEST_BYTES);
      const read = readMeasurementsJson(text ?? '', validateMeasurements);
      if (read.kind === 'problem') throw unusable(shown, read.reason);
      return read.document;
    }),
  );
  return expectedSeconds(documents, planned);
}

/** The same, of what was read. */
export function expectedSeconds(
  documents: readonly Measurements[],
  planned: readonly Combination[],
): ExpectedSeconds {
  const known = new Map<string, number[]>();
  const add = (key: readonly string[], seconds: number) => {
    const name = JSON.stringify(key);
    known.set(name, [...(known.get(name) ?? []), seconds]);
  };
  for (const { measurements, jobs = 1 } of documents) {
    for (const { combination, state, reused, seconds } of measurements) {
      if (state.kind !== 'ran' || reused) continue;
      // As many run side by side.
      for (const key of keysOf(combination)) add(key, seconds / jobs);
    }
  }
  const usual = median(known.get('[]') ?? []) ?? 1;
  const builds = documents.flatMap(({ timeline = [] }) =>
    timeline.filter(({ stage }) => stage === 'build').map(({ seconds }) => seconds),
  );
  return {
    build: rounded(median(builds)),
    usual: rounded(usual) ?? 1,
    combinations: Object.fromEntries(
      planned.map((one) => {
        const found = keysOf(one).flatMap(
          (key) => median(known.get(JSON.stringify(key)) ?? []) ?? [],
        );
        return [one.id, rounded(found[0] ?? usual) ?? 1];
      }),
    ),
  };
}

/** From what says most of a combination to what says nothing of it. */
function keysOf({ python, numpy, platform }: Combination): readonly (readonly string[])[] {
  return [[platform, python, numpy], [platform, python], [platform], []];
}

function median(list: readonly number[]): number | null {
  return list.toSorted((a, b) => a - b)[Math.floor(list.length / 2)] ?? null;
}

function rounded(seconds: number | null): number | null {
  return seconds === null ? null : Math.max(0.01, Math.round(seconds * 100) / 100);
}

function unusable(shown: string, reason: string): UserError {
  return new UserError(`No times can be read from ${shown}: ${reason}`, {
    exitCode: EXIT.usage,
    remedy: 'Give what `check --measurements FILE` wrote, or its folder; or leave --timings out',
  });
}
