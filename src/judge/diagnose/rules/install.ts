import { WHERE } from '../../../model/look.ts';
import { CONFLICT, NO_CANDIDATE, unmetOf } from '../installer-lines.ts';
import { type BuildRule, buildKind } from './build-rule.ts';

/** What installers say that found no solution. Ordered: the first that matches a line wins. */
export const INSTALL_RULES: readonly BuildRule[] = [
  {
    ...buildKind(
      WHERE.nowhere,
      'install-conflict',
      'The requirements contradict each other',
      'environment',
      'No set of versions satisfies all requirements: a package caps NumPy below the wished one, as a rule.',
      'Choose a NumPy that the metadata allows, or a release of that package with a wider range.',
      ['https://pip.pypa.io/en/stable/topics/dependency-resolution/'],
    ),
    pattern: new RegExp(CONFLICT),
    hint: /onflict|while solving|ResolutionImp|depends? on |nsatisfiable|(?:not|to) solve|version solving|ncompatible/,
    title: (match) => {
      const unmet = unmetOf(match);
      return unmet
        ? `\`${unmet.who}\` requires \`${unmet.wants}\`, and ${unmet.has} is installed`
        : 'The requirements contradict each other';
    },
    fix: (match) => {
      const unmet = unmetOf(match);
      return unmet
        ? `Install a NumPy that it allows (\`pip install "${unmet.wants}"\`), or a release of \`${unmet.who.split(' ')[0]}\` that allows ${unmet.has}.`
        : 'Loosen the requirement that is named in the evidence, or take a release of that package which allows this NumPy.';
    },
  },
  {
    ...buildKind(
      WHERE.nowhere,
      'install-no-candidate',
      'There is no wheel of that version for this Python',
      'environment',
      'The index has no file of that version which this Python and platform can install without building it.',
      'Choose a version that has one; this combination cannot exist.',
      ['https://packaging.python.org/en/latest/specifications/platform-compatibility-tags/'],
    ),
    pattern: new RegExp(NO_CANDIDATE),
    hint: /has no (?:usable )?wheels|found for |satisf|only the following/,
    title: (match) =>
      `\`${match.slice(1).find((one) => one !== undefined)}\` cannot be installed on this Python`,
    fix: () =>
      'Choose a version that has a wheel for this Python and platform (the evidence lists what there is), or another Python.',
  },
];
