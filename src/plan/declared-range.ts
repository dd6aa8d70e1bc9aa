import type { SubjectFacts } from '../model/subject-facts.ts';
import type { Interpreter } from '../packaging/interpreter.ts';
import type { Release } from '../packaging/releases.ts';
import { normaliseName } from '../packaging/requirement-name.ts';
import { allows } from '../packaging/specifier.ts';
import type { ChosenPython } from './chosen-python.ts';
import { declaredNumpy } from './declared-numpy.ts';

/** One requirement on NumPy, and who makes it. */
export interface DeclaredLine {
  readonly subject: string;
  readonly specifier: string;
  /** A direct reference: no release from the index can stand for it. */
  readonly direct: string | null;
}

/** What all subjects together ask of NumPy on one Python; unknown when only a build tells. */
export type DeclaredBySubject =
  | { readonly kind: 'known'; readonly lines: readonly DeclaredLine[] }
  | { readonly kind: 'unknown'; readonly lines: readonly DeclaredLine[] };

/** The facts that hold on one Python, by its label. */
export function factsOn(subjects: readonly SubjectFacts[], label: string): readonly SubjectFacts[] {
  return subjects.map((subject) => subject.onPython?.[label] ?? subject);
}

/** What the subjects declare of NumPy on a Python, line by line. */
export function declaredBy(
  subjects: readonly SubjectFacts[],
  interpreter: Pick<Interpreter, 'markers'>,
): DeclaredBySubject {
  const lines = subjects.flatMap((subject): readonly DeclaredLine[] => {
    const { name, requirements, extras, wheels, version } = subject;
    // A built or published one is known by its release; a source project is being changed.
    const who = wheels === null || version === null ? name : `${name} ${version}`;
    if (normaliseName(name) === 'numpy' && version !== null) {
      return [{ subject: who, specifier: `==${version}`, direct: null }];
    }
    const declared = declaredNumpy(requirements ?? [], interpreter.markers, extras, name);
    switch (declared.kind) {
      case 'not-required':
        return [];
      case 'direct':
        return [{ subject: who, specifier: '', direct: declared.line }];
      case 'range':
        return [{ subject: who, specifier: declared.specifier, direct: null }];
      default:
        return declared satisfies never;
    }
  });
  const known = subjects.every(({ requirements }) => requirements !== null);
  return { kind: known ? 'known' : 'unknown', lines };
}

/**
 * @returns the oldest release that the metadata allows on any of the Pythons; null when
 *   nothing is declared, nothing bounds it below, or nothing matches
 */
export function declaredFloor(
  subjects: readonly SubjectFacts[],
  pythons: readonly ChosenPython[],
  releases: readonly Release[],
): string | null {
  const declared = pythons.map(
    ({ label, interpreter }) => declaredBy(factsOn(subjects, label), interpreter).lines,
  );
  if (declared.length === 0 || !declared.every((lines) => lines.some(isBoundedBelow))) {
    return null;
  }
  const stable = releases.filter(({ prerelease }) => !prerelease);
  const oldest = stable.find(({ version }) =>
    declared.some((lines) => lines.every(({ specifier }) => allows(specifier, version))),
  );
  return oldest?.version ?? null;
}

/** `<2` and `!=1.26.0` admit the very first release: nobody means that one. */
function isBoundedBelow({ specifier }: DeclaredLine): boolean {
  return /(?:^|,)(?:>|~=|==)/.test(specifier);
}
