import type { SubjectFacts } from '../model/subject-facts.ts';
import { type SpecProblem, specProblem } from '../packaging/spec-problem.ts';

/**
 * Extras that were named and that no distribution under test has: an installer would leave them out
 * with a warning, and the run would prove something else than was asked for.
 *
 * @param wanted normalised names, asked for of all subjects together
 * @returns one problem for each; none where what a subject has is not known
 */
export function missingExtras(
  subjects: readonly SubjectFacts[],
  wanted: readonly string[],
): readonly SpecProblem[] {
  const all = subjects.flatMap((subject) => {
    const releases = Object.values(subject.onPython ?? {});
    return releases.length > 0 ? releases : [subject];
  });
  const problem = (extra: string, of: readonly SubjectFacts[]): readonly SpecProblem[] => {
    const known = of.map(({ provides }) => provides ?? null);
    if (known.length === 0 || known.includes(null)) return [];
    const has = [...new Set(known.flatMap((list) => list ?? []))].sort();
    if (has.includes(extra)) return [];
    const names = [...new Set(of.map(({ name }) => name))].join(', ');
    const remedy = has.length === 0 ? 'It has no extras' : `Its extras are ${has.join(', ')}`;
    return [specProblem(`${names} has no extra "${extra}"`, `${remedy}; correct the name`)];
  };
  const own = all.flatMap((subject) =>
    subject.extras
      .filter((extra) => !wanted.includes(extra))
      .flatMap((extra) => problem(extra, [subject])),
  );
  return [...wanted.flatMap((extra) => problem(extra, all)), ...own];
}
