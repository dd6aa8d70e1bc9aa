import { recordOf } from '../packaging/parsed-value.ts';
import { editDistance } from './suggest.ts';

const NAME = 'numpy-abi-matrix';

/**
 * Tables that were probably meant to be ours, which nothing would read: a check with other settings
 * than the written ones is no check.
 *
 * @param document a parsed pyproject.toml
 * @example nearMisses({ tool: { numpy_abi_matrix: {} } }) // [['tool', 'numpy_abi_matrix']]
 * @example nearMisses({ tool: { numpydoc_validation: {} } }) // []
 */
export function nearMisses(document: unknown): readonly (readonly string[])[] {
  return Object.entries(recordOf(document)).flatMap(([key, value]) => {
    if (key === NAME || isNear(key)) return [[key]];
    if (key.toLowerCase() !== 'tool' && key.toLowerCase() !== 'tools') return [];
    return Object.keys(recordOf(value))
      .filter((name) => isNear(name) || (name === NAME && key !== 'tool'))
      .map((name) => [key, name]);
  });
}

/** Other separators or letters, a slip or two of the pen, or only a part of the name. */
function isNear(key: string): boolean {
  if (key === NAME) return false;
  const plain = (text: string) => text.toLowerCase().replaceAll(/[^a-z0-9]/g, '');
  const [written, own] = [plain(key), plain(NAME)];
  const part = written.length >= 'numpyabi'.length && own.includes(written);
  return part || editDistance(written, own) <= 2;
}
