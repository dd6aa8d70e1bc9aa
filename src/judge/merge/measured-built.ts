import type { BuiltWheel } from '../../model/built-wheel.ts';
import type { Measurements } from '../../model/measurements.ts';

/**
 * Says which wheel of a project was measured that is none of those that were built for its
 * platform; undefined when there is none.
 */
export function otherThanBuilt(
  { measurements }: Measurements,
  built: readonly BuiltWheel[],
): string | undefined {
  const known = new Set(
    built.flatMap(({ platform, result }) =>
      result.kind === 'built' ? [`${platform} ${result.sha256}`] : [],
    ),
  );
  for (const { combination, wheels } of measurements) {
    const { id, platform } = combination;
    const other = wheels.find(({ sha256 }) => !known.has(`${platform} ${sha256}`));
    if (other !== undefined) {
      return `it measured ${id} with another ${other.file} than was built for it (SHA-256 ${other.sha256.slice(0, 12)}…)`;
    }
  }
  return undefined;
}
