import { parseCoreMetadata } from '../../packaging/core-metadata.ts';
import { evaluateMarker, type MarkerEnvironment } from '../../packaging/markers.ts';
import { normaliseName } from '../../packaging/requirement-name.ts';

/**
 * What a subject requires besides NumPy, for `metadata: ignore`; markers evaluated, extras applied.
 *
 * @param metadata text of its METADATA file
 * @returns requirement lines without markers
 */
export function otherRequirements(
  metadata: string,
  markers: MarkerEnvironment,
  extras: readonly string[],
): readonly string[] {
  const wanted = extras.map(normaliseName);
  return (parseCoreMetadata(metadata).requirements ?? [])
    .filter((one) => one.name !== 'numpy' && evaluateMarker(one.marker, markers, wanted))
    .map((one) => {
      const brackets = one.extras.length > 0 ? `[${one.extras.join(',')}]` : '';
      return one.url === null
        ? `${one.name}${brackets}${one.specifier}`
        : `${one.name}${brackets} @ ${one.url}`;
    });
}
