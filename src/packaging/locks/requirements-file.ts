import { leftOut } from './left-out.ts';
import type { Lock, LockedPackage } from './lock.ts';
import { type Included, requirementLines } from './requirement-lines.ts';

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
 * address) and indexes are told.
 */
export function parseRequirementsFile(text: string, file: string): Lock {
  const packages: LockedPackage[] = [];
  const notices: string[] = [];
  const includes: Included[] = [];
  for (const line of requirementLines(text)) {
    const { at } = line;
    switch (line.kind) {
      case 'included':
        includes.push({ path: line.path, as: line.as });
        break;
      case 'index':
        notices.push(`${file}:${at}: ${line.option} is not read here: ${INDEX_FLAGS[line.option]}`);
        break;
      case 'elsewhere':
        // The project that the file lies in is not asked for.
        if (!/^\.(?:\[.*\])?$/.test(line.what))
          notices.push(leftOut(file, at, line.what, 'a folder or an address'));
        break;
      case 'problem':
        notices.push(`${file}:${at}: ${line.problem.message}`);
        break;
      case 'requirement': {
        const { name, specifier, url, marker } = line.requirement;
        if (url !== null) {
          notices.push(leftOut(file, at, name, 'an address'));
          break;
        }
        packages.push({
          name,
          specifier,
          wheels: [],
          hashes: line.hashes,
          markers: marker === null ? [] : [marker],
          requiresPython: '',
          numpys: null,
          line: at,
        });
        break;
      }
      default:
        line satisfies never;
    }
  }
  return { file, requiresPython: '', packages, exclusive: [], includes, notices };
}
