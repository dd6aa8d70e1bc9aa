import { logicalLines } from '../logical-lines.ts';
import { parseRequirement } from '../requirements.ts';
import type { Lock, LockedPackage } from './lock.ts';

/**
 * Reads a requirements file, with continued lines, comments, hashes. Lines that name no package of
 * the index (`-e .`, an address) are left out; other files that it names are told.
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
    if (line.startsWith('-') || /^(?:\.|\/|[a-z+]+:)/i.test(line)) continue;
    const read = parseRequirement(line.replaceAll(/\s--[a-z-]+(?:[= ]\S+)?/g, '').trim());
    if (read.kind === 'problem') {
      notices.push(`${file}:${at}: ${read.message}`);
      continue;
    }
    if (read.url !== null) continue;
    packages.push({
      name: read.name,
      specifier: read.specifier,
      wheels: [],
      hashes: [...line.matchAll(/\s--hash[= ]sha256:([0-9a-f]{64})/g)].map(([, sum = '']) => sum),
      markers: read.marker ? [read.marker] : [],
      requiresPython: '',
      line: at,
    });
  }
  return { file, requiresPython: '', packages, notices };
}
