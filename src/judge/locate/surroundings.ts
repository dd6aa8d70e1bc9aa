import type { Measurement } from '../../model/measurement.ts';
import type { MarkerEnvironment } from '../../packaging/markers.ts';

/** Where something fails, as requirements ask for it in their markers. */
export interface Surroundings {
  /** Those of the Pythons that built what fails. */
  readonly building: readonly MarkerEnvironment[];
  /** Those of the Pythons that it fails on. */
  readonly running: readonly MarkerEnvironment[];
}

/** Of audits and logs: every requirement may hold there. */
export const UNKNOWN_SURROUNDINGS: Surroundings = { building: [], running: [] };

/**
 * @param failing the measurements of what fails
 * @param all those of the run: a wheel may have been built by another Python of it
 */
export function surroundingsOf(
  failing: readonly Measurement[],
  all: readonly Measurement[],
): Surroundings {
  const markersOf = (one: Measurement) => one.combination.interpreter.markers;
  const builder = ({ buildPython, combination: { platform } }: Measurement) =>
    all.find(
      ({ combination }) =>
        combination.platform === platform && combination.interpreter.version === buildPython,
    );
  return {
    building: failing.map((one) => markersOf(builder(one) ?? one)),
    running: failing.map(markersOf),
  };
}
