import type { IndexFile } from '../../packaging/index-project.ts';
import { parseWheelFilename } from '../../packaging/wheel-filename.ts';

/** What an index page says of one file, whichever form the page has. */
export interface RawFile {
  readonly filename: string;
  readonly address: string;
  /** What `address` is relative to. */
  readonly base: string;
  readonly requiresPython: string | null;
  readonly yanked: boolean | string;
  readonly uploadTime: string | null;
  readonly sha256: string | null;
  readonly coreMetadata: boolean;
}

const ARCHIVE = /^(?<name>.+)-(?<version>\d[^-]*|\d.*)\.(?:tar\.gz|zip|tar\.bz2|tar\.xz|tgz)$/;

/**
 * @returns undefined for what is neither a wheel nor a source archive (installers, eggs,
 *   signatures) and for addresses that are none
 */
export function indexFile(raw: RawFile): IndexFile | undefined {
  const address = URL.canParse(raw.address, raw.base) ? new URL(raw.address, raw.base) : undefined;
  if (address === undefined) {
    return undefined;
  }
  const wheel = parseWheelFilename(raw.filename);
  const version = wheel?.version ?? archiveVersion(raw.filename);
  if (version === undefined) {
    return undefined;
  }
  const sha256 = raw.sha256 ?? /^#sha256=([0-9a-f]{64})$/i.exec(address.hash)?.[1] ?? null;
  // Credentials belong to the request, not to what is kept.
  address.hash = '';
  address.username = '';
  address.password = '';
  return {
    filename: raw.filename,
    version,
    isWheel: wheel !== undefined,
    tags: wheel?.tags ?? [],
    requiresPython: raw.requiresPython,
    yanked: raw.yanked,
    uploadTime: raw.uploadTime,
    url: address.href,
    sha256,
    coreMetadata: raw.coreMetadata,
  };
}

/** `numpy-1.26.4.tar.gz` → `1.26.4`; names with hyphens keep them (`a-b-1.0.zip`). */
function archiveVersion(filename: string): string | undefined {
  return ARCHIVE.exec(filename)?.groups?.['version'];
}
