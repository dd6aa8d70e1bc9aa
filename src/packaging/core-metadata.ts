import type { ProjectMetadata } from './pyproject/project-metadata.ts';
import { normaliseName } from './requirement-name.ts';
import { parseRequirement, type Requirement } from './requirements.ts';
import type { SpecProblem } from './spec-problem.ts';

/**
 * Reads a METADATA file (core metadata: e-mail headers, folded lines, then the description).
 *
 * @example parseCoreMetadata('Name: pkg\nRequires-Dist: numpy>=1.23\n').requirements?.length // 1
 */
export function parseCoreMetadata(text: string): ProjectMetadata {
  const headers = readHeaders(text);
  const first = (name: string) => headers.find(([key]) => key === name)?.[1] ?? null;
  const problems: SpecProblem[] = [];
  const requirements = headers
    .filter(([key]) => key === 'requires-dist')
    .flatMap(([, line]): readonly Requirement[] => {
      const requirement = parseRequirement(line);
      if (requirement.kind === 'problem') {
        problems.push({ ...requirement, message: `METADATA: ${requirement.message}` });
        return [];
      }
      return [requirement];
    });
  return {
    name: first('name'),
    version: first('version'),
    requiresPython: first('requires-python') ?? '',
    requirements,
    provides: extrasOf(headers),
    problems,
  };
}

/** Those that it lists; old files leave them to the markers. */
function extrasOf(headers: ReturnType<typeof readHeaders>): readonly string[] {
  const found = headers.flatMap(([key, value]) => {
    if (key === 'provides-extra') return [value];
    if (key !== 'requires-dist') return [];
    return [...value.matchAll(/\bextra\s*==\s*["']([^"']+)["']/g)].map(([, name = '']) => name);
  });
  return [...new Set(found.map(normaliseName))];
}

function readHeaders(text: string): readonly (readonly [string, string])[] {
  const headers: [string, string][] = [];
  for (const line of text.split(/\r?\n/)) {
    if (line === '') {
      break;
    }
    const last = headers.at(-1);
    if (/^[ \t]/.test(line) && last !== undefined) {
      last[1] = `${last[1]} ${line.trim()}`;
      continue;
    }
    const colon = line.indexOf(':');
    if (colon > 0) {
      headers.push([line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim()]);
    }
  }
  return headers;
}
