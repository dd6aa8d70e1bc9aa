import { plural } from '../../escape/plural.ts';
import type { PrunedCache } from '../../model/pruned-cache.ts';

/** @param folder the cache folder, as it is named in the lines of plain text */
export function prunedLines(pruned: PrunedCache, folder: string): readonly string[] {
  const { removed, freedBytes, keptBytes, downloadBytes } = pruned;
  const lines = [
    `${removed === 0 ? 'Nothing' : plural(removed, 'entry', 'entries')} removed (${sizeOf(freedBytes)}); ${sizeOf(keptBytes)} of built wheels and measurements are kept in "${folder}"`,
  ];
  if (downloadBytes > 0) {
    lines.push(
      `Downloads take ${sizeOf(downloadBytes)} more; to tidy them: uv cache prune --cache-dir "${folder}/uv-cache", or delete that folder`,
    );
  }
  return lines;
}

function sizeOf(bytes: number): string {
  return `${(bytes / 1024 ** 2).toFixed(1)} MB`;
}
