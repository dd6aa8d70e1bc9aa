import type { IndexFile } from '../../packaging/index-project.ts';
import { isRecord, recordOf } from '../../packaging/parsed-value.ts';
import { indexFile } from './index-file.ts';

/**
 * Reads a project's page of the JSON simple API (PEP 691, 700, 714).
 *
 * @param base address that relative file addresses are relative to
 * @returns undefined when the text is not such a page
 */
export function parseSimpleJson(text: string, base: string): readonly IndexFile[] | undefined {
  let page: unknown;
  try {
    page = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (!isRecord(page) || !Array.isArray(page['files'])) {
    return undefined;
  }
  const version = isRecord(page['meta']) ? page['meta']['api-version'] : undefined;
  if (version !== undefined && !/^1\.\d+$/.test(String(version))) {
    return undefined;
  }
  const files: IndexFile[] = [];
  for (const entry of page['files'] as readonly unknown[]) {
    if (
      !isRecord(entry) ||
      typeof entry['filename'] !== 'string' ||
      typeof entry['url'] !== 'string'
    ) {
      return undefined;
    }
    const hashes = recordOf(entry['hashes']);
    const yanked = entry['yanked'];
    const file = indexFile({
      filename: entry['filename'],
      address: entry['url'],
      base,
      requiresPython: textOrNull(entry['requires-python']),
      yanked: typeof yanked === 'string' ? yanked : yanked === true,
      uploadTime: textOrNull(entry['upload-time']),
      sha256: textOrNull(hashes['sha256']),
      coreMetadata: isOffered(entry['core-metadata'] ?? entry['dist-info-metadata']),
    });
    if (file !== undefined) {
      files.push(file);
    }
  }
  return files;
}

/** True, or its hashes (PEP 714). */
function isOffered(value: unknown): boolean {
  return value === true || isRecord(value);
}

function textOrNull(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null;
}
