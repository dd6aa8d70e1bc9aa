/** What is laid beside an archive and called after it: `pkg-1.0.tar.gz.asc`, `….whl.publish.attestation`. */
const ABOUT_ONE = /\.(?:whl|tar\.(?:gz|bz2|xz|Z)|tgz|zip)\.[A-Za-z][\w.]*$/;
/** Lists of checksums: `SHA256SUMS`, `pkg-1.0-checksums.txt`, each with a signature of its own. */
const CHECKSUMS =
  /(?:^|[-_.])(?:sha\d+|md5|b2|blake2b?|check)[-_]?sums?(?:\.(?:txt|asc|sig|gpg|json))*$/i;
/** Bills of materials and provenance. */
const STATEMENT = /\.(?:cdx|spdx)\.json$|\.intoto\.jsonl$/;

/**
 * Whether a file is about wheels that lie beside it, such as their signatures, attestations and
 * checksums: `dist/*` names them all.
 *
 * @param path a file's name or path
 * @example isBesideWheels('dist/pkg-1.0-py3-none-any.whl.asc') // true
 * @example isBesideWheels('dist/pkg-1.0-py3-none-any.whl') // false
 */
export function isBesideWheels(path: string): boolean {
  const name = path.split(/[\\/]/).at(-1) ?? '';
  const isRequirements = /requirements/i.test(name) && !ABOUT_ONE.test(name);
  return !isRequirements && [ABOUT_ONE, CHECKSUMS, STATEMENT].some((pattern) => pattern.test(name));
}
