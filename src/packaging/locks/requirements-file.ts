import { logicalLines } from '../logical-lines.ts';
import { parseRequirement } from '../requirements.ts';
import { leftOut } from './left-out.ts';
import type { Lock, LockedPackage } from './lock.ts';

const INDEX_OPTION = /^(?:-i|-f|--index-url|--extra-index-url|--find-links|--no-index)(?![\w-])/;

/** How this program is told the same. */
const INDEX_FLAGS: Readonly<Record<string, string>> = {
  '-i': 'give `--index-url`',
  '--index-url': 'give `--index-url`',
  '--extra-index-url': 'give `--extra-index-url`',
  '-f': 'give `--find-links`',
  '--find-links': 'give `--find-links`',
  '--no-index': 'the configured index is asked',
};

/**
 * Reads a requirements file, with continued lines, comments, hashes. What is on no index (a checkout, an
 * address), other files that it names and indexes are told.
 */
export function parseRequirementsFile(text: string, file: string): Lock {
  const packages: LockedPackage[] = [];
  const notices: string[] = [];
  for (const { line, at } of logicalLines(text)) {
    const include = /^(?:-r|-c|--requirement|--constraint)[ =]+(\S+)/.exec(line)?.[1];
    if (include !== undefined) {
      notices.push(`${file} names ${include}, which is not read: audit it, too`);
      continue;
    }
    const index = INDEX_OPTION.exec(line)?.[0];
    if (index !== undefined) {
      // Not what it names: an address may hold a password.
      notices.push(`${file}:${at}: ${index} is not read here: ${INDEX_FLAGS[index]}`);
      continue;
    }
    const elsewhere = /^(?:(?:-e|--editable)[ =]+(?!\.?$)|(?=\.?\.?\/|[a-z+]+:))(\S+)/i.exec(
      line,
    )?.[1];
    if (elsewhere !== undefined) {
      notices.push(leftOut(file, at, elsewhere, 'a folder or an address'));
      continue;
    }
    if (line.startsWith('-') || line.startsWith('.')) continue;
    const read = parseRequirement(line.replaceAll(/\s--[a-z-]+(?:[= ]\S+)?/g, '').trim());
    if (read.kind === 'problem') {
      notices.push(`${file}:${at}: ${read.message}`);
      continue;
    }
    if (read.url !== null) {
      notices.push(leftOut(file, at, read.name, 'an address'));
      continue;
    }
    packages.push({
      name: read.name,
      specifier: read.specifier,
      wheels: [],
      hashes: [...line.matchAll(/\s--hash[= ]sha256:([0-9a-f]{64})/g)].map(([, sum = '']) => sum),
      markers: read.marker ? [read.marker] : [],
      requiresPython: '',
      numpys: null,
      line: at,
    });
  }
  return { file, requiresPython: '', packages, exclusive: [], notices };
}
