import { parseRequirement } from './requirements.ts';

/** One package of a list. */
export interface ListedRequirement {
  /** Without extras and markers: `pandas==2.2.3`. */
  readonly text: string;
  /** Normalised. */
  readonly name: string;
  /** Empty allows every release. */
  readonly specifier: string;
  /** Where it stands in the list, 1-based. */
  readonly line: number;
}

/** A list of packages, read. */
export interface RequirementList {
  /** Each once, in the order of the list. */
  readonly requirements: readonly ListedRequirement[];
  /** Lines that name no package of an index, each as a sentence with its place. */
  readonly problems: readonly string[];
}

/**
 * Reads a list with one requirement a line. Comments, empty lines, checksums and settings of pip
 * (`--hash`, `--index-url …`) are passed over, as in a file that pip wrote.
 *
 * @param shown what the list is called in problems
 * @example parseRequirementList('SciPy # new\n\nh5py==3.1', 'list').requirements.map(({ text }) => text) // ['scipy', 'h5py==3.1']
 */
export function parseRequirementList(text: string, shown: string): RequirementList {
  const found = new Map<string, ListedRequirement>();
  const problems: string[] = [];
  for (const [at, raw] of text
    .replace(/^\uFEFF/, '')
    .split(/\r\n|\r|\n/)
    .entries()) {
    const line = raw
      .replace(/(?:^|\s)#.*$/, '')
      .replace(/\\\s*$/, '')
      .replaceAll(/\s--[a-z-]+(?:[= ]\S+)?/g, '')
      .trim();
    if (line === '' || /^--(?!editable\b|requirement\b|constraint\b)/.test(line)) continue;
    const read = /^(?:-|\.{0,2}[/\\]|\.)/.test(line) ? undefined : parseRequirement(line);
    if (read?.kind !== 'requirement' || read.url !== null) {
      problems.push(
        `${shown}, line ${at + 1}: ${JSON.stringify(line)} names no package of an index`,
      );
      continue;
    }
    const { name, specifier } = read;
    const one = { text: `${name}${specifier}`, name, specifier, line: at + 1 };
    if (!found.has(one.text)) found.set(one.text, one);
  }
  return { requirements: [...found.values()], problems };
}
