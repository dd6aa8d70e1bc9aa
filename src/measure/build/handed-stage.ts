import { join } from 'node:path';
import type { BuiltWheel } from '../../model/built-wheel.ts';
import type { ChosenPython } from '../../plan/chosen-python.ts';
import { testedWheel } from '../install/tested-wheel.ts';
import type { BuildStage, StageResult } from './build-stage.ts';
import { servesInterpreter } from './serves-interpreter.ts';

/** What `build` left for one Python, and the folder that it lies in. */
export interface HandedWheel {
  /** Absolute. */
  readonly folder: string;
  readonly record: BuiltWheel;
}

/**
 * Takes wheels that were built elsewhere, and builds nothing. A wheel for later Pythons, too, is
 * taken from the first that has one, as a run by itself would.
 *
 * @param handed those of this platform, in plan order
 */
export function createHandedStage(handed: readonly HandedWheel[]): BuildStage {
  const known = new Map<HandedWheel, Promise<StageResult>>();
  const take = (one: HandedWheel): Promise<StageResult> => {
    const result = known.get(one) ?? taken(one);
    known.set(one, result);
    return result;
  };
  return {
    async wheelFor({ label, interpreter }) {
      const own = handed.findIndex(({ record }) => record.python === label);
      if (own < 0) {
        return failed(
          `No wheel for Python ${label} was handed over: the job that was to build it left none`,
        );
      }
      const chosen = handed.slice(0, own).find((one) => isForLater(one, interpreter));
      return take(chosen ?? (handed[own] as HandedWheel));
    },
    ahead: async () => undefined,
    has: () => true,
    close: async () => undefined,
  };
}

function isForLater({ record: { result } }: HandedWheel, interpreter: ChosenPython['interpreter']) {
  if (result.kind !== 'built' || (result.abi !== 'abi3' && result.abi !== 'none')) return false;
  return servesInterpreter(result.file, interpreter);
}

async function taken({ folder, record: { result } }: HandedWheel): Promise<StageResult> {
  if (result.kind === 'none') return result;
  const { file, sha256, buildNumpy, buildPython, abi, text } = result;
  const wheel = join(folder, file);
  const found = await testedWheel(wheel).catch(() => undefined);
  if (found === undefined) return failed(`${file} was handed over, and is not there`);
  if (found.sha256 !== sha256) {
    return failed(
      `${file} is another file than the one that was built: its SHA-256 is ${found.sha256}, not ${sha256}`,
    );
  }
  return { kind: 'built', wheel, buildNumpy, buildPython, abi, text, seconds: 0 };
}

function failed(message: string): StageResult {
  return {
    kind: 'none',
    state: { kind: 'error', setUp: 'wheel-not-handed-over', message, lines: [] },
  };
}
