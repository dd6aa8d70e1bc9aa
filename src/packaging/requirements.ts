import {
  type EnvironmentMarker,
  type Requirement as ParsedLine,
  parsePipRequirementsLine,
} from 'pip-requirements-js';
import { isRelease, meantRequirement } from './meant-requirement.ts';
import { normaliseName } from './requirement-name.ts';
import { type SpecProblem, specProblem } from './spec-problem.ts';
import { normaliseSpecifier } from './specifier.ts';

export { normaliseName };

/** One dependency specifier (PEP 508). */
export interface Requirement {
  readonly kind: 'requirement';
  /** As written. */
  readonly text: string;
  /** Normalised (PEP 503). */
  readonly name: string;
  readonly extras: readonly string[];
  /** Normalised PEP 440 specifier set; `''` allows every version. */
  readonly specifier: string;
  /** A direct reference; null for a requirement by version. */
  readonly url: string | null;
  readonly marker: EnvironmentMarker | null;
}

const NAME = '[A-Za-z0-9](?:[A-Za-z0-9._-]*[A-Za-z0-9])?';
/** PEP 508: the URL ends at the first blank; a marker follows after ` ;`. */
const DIRECT = new RegExp(
  String.raw`^(?<head>${NAME}\s*(?:\[[^\]]*\])?)\s*@\s*(?<url>[^\s;]\S*?)(?:\s+;(?<marker>.*)|\s*)$`,
);

/**
 * Reads one dependency specifier.
 *
 * @returns the requirement, or what is wrong with the line
 * @example parseRequirement('numpy>=1.21; python_version>="3.9"')
 */
export function parseRequirement(input: string): Requirement | SpecProblem {
  const text = input.trim();
  const known = parsed.get(text);
  if (known !== undefined) return known;
  const read = readRequirement(text);
  if (parsed.size < MOST_PARSED) parsed.set(text, read);
  return read;
}

/** Reading a line takes milliseconds, and each environment shows the same ones again. */
const parsed = new Map<string, Requirement | SpecProblem>();
const MOST_PARSED = 20_000;

function readRequirement(text: string): Requirement | SpecProblem {
  const direct = DIRECT.exec(text)?.groups;
  if (isRelease(direct?.['url'] ?? '')) return unreadable(text, 'a release stands after ==');
  const line =
    direct === undefined
      ? text
      : `${direct['head']}${direct['marker'] ? `;${direct['marker']}` : ''}`;
  let found: ParsedLine | null;
  try {
    found = parsePipRequirementsLine(repairLegacy(line));
  } catch (error) {
    return unreadable(text, String(error instanceof Error ? error.message : error));
  }
  if (found === null || found.type !== 'ProjectName') {
    return unreadable(text, 'it names no package');
  }
  const written = (found.versionSpec ?? [])
    .map((clause) => `${clause.operator}${clause.version}`)
    .join(',');
  const specifier = normaliseSpecifier(written);
  if (specifier === undefined) {
    return unreadable(text, `${written} is no version specifier`);
  }
  return {
    kind: 'requirement',
    text,
    name: normaliseName(found.name),
    extras: (found.extras ?? []).map(normaliseName),
    specifier,
    url: direct?.['url'] ?? null,
    marker: found.environmentMarkerTree ?? null,
  };
}

/** The old spellings of variables that `packaging` still accepts (PEP 345), outside quotes. */
const LEGACY: readonly (readonly [RegExp, string])[] = [
  [/\bos\.name\b/g, 'os_name'],
  [/\bsys\.platform\b/g, 'sys_platform'],
  [/\bplatform\.version\b/g, 'platform_version'],
  [/\bplatform\.machine\b/g, 'platform_machine'],
  [/\bplatform\.python_implementation\b/g, 'platform_python_implementation'],
  [/(?<!platform_)\bpython_implementation\b/g, 'platform_python_implementation'],
];

/** The library knows neither those, nor `===`, nor a comma at the end. */
function repairLegacy(line: string): string {
  const at = line.indexOf(';');
  const head = (at < 0 ? line : line.slice(0, at))
    .replaceAll('===', '==')
    .replace(/,\s*(?=\)?\s*$)/, '')
    .replace(/(?<=[^\s,<>=!~(;])\s+(?=[<>=!~]=?\s*\d)/g, (blank, offset: number, all: string) =>
      /[<>=!~]/.test(all.slice(0, offset)) ? ',' : blank,
    );
  if (at < 0) {
    return head;
  }
  const marker = line
    .slice(at)
    .split(/("[^"]*"|'[^']*')/)
    .map((part, index) => (index % 2 === 1 ? part : replaceAll(part)))
    .join('');
  return head + marker;
}

function replaceAll(text: string): string {
  return LEGACY.reduce((result, [pattern, name]) => result.replace(pattern, name), text);
}

function unreadable(text: string, why: string): SpecProblem {
  const reason = why.replace(/^Failed to parse requirements line\.\s*/, '').slice(0, 200);
  return specProblem(
    `requirement ${JSON.stringify(text)} cannot be read: ${reason}`,
    meantRequirement(text),
  );
}
