import type { Plan } from '../model/combination.ts';
import { type Measurement, withoutProbes } from '../model/measurement.ts';
import type { RunContext } from './measure-combination.ts';

/** The measurements of a plan as they come in, shown to who waits. */
export interface Gathered {
  keep(measurement: Measurement): void;
  /** The measurement of a combination, once there is one. */
  of(id: string): Measurement | undefined;
  /** Shows what is under way until it ends. */
  during<T>(what: string, work: Promise<T>): Promise<T>;
  /** Why nothing else is to begin, null while anything may. */
  readonly stop: string | null;
  /** One for each planned combination; what was not measured was interrupted. */
  inPlanOrder(): readonly Measurement[];
}

/** @param listen told of each measurement as it is made; it says whether the combination failed */
export function gatherMeasurements(
  { planned }: Plan,
  { config, world }: Pick<RunContext, 'config' | 'world'>,
  listen: (measurement: Measurement) => { readonly failed: boolean },
): Gathered {
  const measurements = new Map<string, Measurement>();
  const doing = new Set<string>();
  let failed = 0;
  const show = () =>
    world.progress.update({
      doing: [...doing],
      done: measurements.size,
      total: planned.length,
      failed,
    });
  return {
    keep: (measurement) => {
      measurements.set(measurement.combination.id, measurement);
      if (listen(measurement).failed) failed += 1;
      show();
    },
    of: (id) => measurements.get(id),
    during: async (what, work) => {
      doing.add(what);
      show();
      try {
        return await work;
      } finally {
        doing.delete(what);
      }
    },
    get stop() {
      return config.run.failFast && failed > 0
        ? 'another combination failed first (fail-fast)'
        : null;
    },
    inPlanOrder: () =>
      planned.map(
        (one) =>
          measurements.get(one.id) ??
          withoutProbes(one, { kind: 'skipped', reason: 'interrupted' }),
      ),
  };
}
