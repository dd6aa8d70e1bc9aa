import { logicalLines } from '../logical-lines.ts';
import { parseRequirement, type Requirement } from '../requirements.ts';
import type { SpecProblem } from '../spec-problem.ts';

/** Another file that a requirements file names. */
export interface Included {
  /** As written: relative to the file that names it; or an address. */
  readonly path: string;
  /** `limits`: what it names is not installed by that (`-c`). */
  readonly as: 'requirements' | 'limits';
}

/** One line of a requirements file; `at` is its number. */
export type RequirementLine = { readonly at: number } & (
  | {
      readonly kind: 'requirement';
      readonly requirement: Requirement;
      /** SHA-256 of the files that may be installed. */
      readonly hashes: readonly string[];
    }
  | ({ readonly kind: 'included' } & Included)
  /** An option that names an index; without its value, which may hold a password. */
  | { readonly kind: 'index'; readonly option: string }
  /** A folder, an archive or a checkout, as written. */
  | { readonly kind: 'elsewhere'; readonly what: string }
  | { readonly kind: 'problem'; readonly problem: SpecProblem }
);

const INCLUDED = /^(-r|-c|--requirement|--constraint)(?:\s*=\s*|\s+|(?<=^-[rc]))(?!-)(\S.*)$/;
const INDEX = /^(?:-i|-f|--index-url|--extra-index-url|--find-links|--no-index)(?![\w-])/;
const EDITABLE = /^(?:-e|--editable)(?:[ =]+|(?<=^-e))(\S+)/;
/** What pip takes for a path or an address: it holds a slash, or ends as an archive does. */
const ELSEWHERE =
  /^(?:[.~]\S*|[a-z][a-z+]*:\S+|[^\s;<>=@[]*[/\\]\S*|\S+\.(?:whl|zip|tgz|tar\.(?:gz|bz2|xz))(?![^\s[]))/i;

/**
 * The lines of a requirements or constraints file as pip reads them, but for options that say nothing
 * of what is installed.
 *
 * @example requirementLines('-r base.txt')[0] // { kind: 'included', path: 'base.txt', as: 'requirements', at: 1 }
 */
export function requirementLines(text: string): readonly RequirementLine[] {
  return logicalLines(text).flatMap(({ line, at }) => {
    const read = readLine(line);
    return read === undefined ? [] : [{ ...read, at }];
  });
}

type WithoutPlace<T> = T extends unknown ? Omit<T, 'at'> : never;

function readLine(line: string): WithoutPlace<RequirementLine> | undefined {
  const [, how, path] = INCLUDED.exec(line) ?? [];
  if (how !== undefined && path !== undefined) {
    const as = /^--?r/.test(how) ? 'requirements' : 'limits';
    return { kind: 'included', path: path.trim().replace(/^(["'])(.*)\1$/, '$2'), as };
  }
  const option = INDEX.exec(line)?.[0];
  if (option !== undefined) return { kind: 'index', option };
  const elsewhere = EDITABLE.exec(line)?.[1] ?? ELSEWHERE.exec(line)?.[0];
  if (elsewhere !== undefined) return { kind: 'elsewhere', what: elsewhere };
  if (line.startsWith('-')) return undefined;
  const read = parseRequirement(line.replaceAll(/\s--[a-z-]+(?:[= ]\S+)?/g, '').trim());
  if (read.kind === 'problem') return { kind: 'problem', problem: read };
  const hashes = [...line.matchAll(/\s--hash[= ]sha256:([0-9a-f]{64})/g)];
  return { kind: 'requirement', requirement: read, hashes: hashes.map(([, sum = '']) => sum) };
}
