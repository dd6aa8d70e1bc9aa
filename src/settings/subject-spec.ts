import path from 'node:path';
import type { SubjectSpec } from '../model/config.ts';
import { type Given, placeOf } from './given.ts';
import type { SUBJECT } from './options/subject.ts';
import type { Problem } from './problem.ts';
import type { ValuesOf } from './value-of.ts';

type Named = Pick<
  ValuesOf<typeof SUBJECT.rows>,
  'project' | 'wheels' | 'packages' | 'requirements'
>;

/** The one subject that was named, or the project in the working directory. */
export function subjectOf(named: Named, cwd: string): SubjectSpec {
  const { project, wheels, packages, requirements } = named;
  if (wheels.length > 0) return { kind: 'wheels', globs: wheels };
  if (packages.length > 0 || requirements !== null)
    return { kind: 'packages', requirements: packages };
  return { kind: 'project', path: path.resolve(cwd, project) };
}

/** More than one subject was named. */
export function severalSubjects(all: readonly Given[]): readonly Problem[] {
  const kinds = [['project'], ['wheels'], ['packages', 'requirements']];
  const named = kinds.flatMap((names) => {
    const one = all.find((given) => names.includes(given.name));
    return one === undefined ? [] : [placeOf(one.name, one.provenance)];
  });
  if (named.length < 2) return [];
  return [
    {
      where: named.join(', '),
      message: 'A project, wheels and packages exclude one another',
      remedy: 'Test one of them at a time',
    },
  ];
}
