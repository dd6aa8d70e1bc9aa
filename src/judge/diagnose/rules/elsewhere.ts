import type { Category } from '../../../model/finding.ts';
import { type Look, WHERE } from '../../../model/look.ts';
import type { Severity } from '../../../model/severity.ts';
import type { Kind } from '../rule.ts';
import { silentCorruption, smokeTooLong, smokeUnstable } from './smoke-output.ts';

function kind(
  where: readonly Look[],
  id: string,
  name: string,
  category: Category,
  severity: Severity,
  means: string,
  remedy: string,
  links: readonly string[] = [],
): Kind {
  return { id, where, name, category, severity, means, remedy, links };
}

const SPECIFIERS = 'https://packaging.python.org/en/latest/specifications/version-specifiers/';
const DEPENDING = 'https://numpy.org/doc/stable/dev/depending_on_numpy.html';

export const rangeTooWide = kind(
  WHERE.runtimeNumpy,
  'range-too-wide',
  'The declared range contains NumPys that fail',
  'metadata',
  'error',
  'Combinations that the metadata allows were run and failed.',
  'Narrow the requirement to what is proven, or mend the failure.',
  [SPECIFIERS],
);

export const badWheel = kind(
  WHERE.nowhere,
  'bad-wheel',
  'A file cannot be read as a wheel',
  'configuration',
  'error',
  'The archive is damaged, encrypted, or holds paths, links or sizes that no wheel has; or its metadata is missing or says something else than its name.',
  'Build or download the wheel again.',
);

export const rangeTooNarrow = kind(
  WHERE.runtimeNumpy,
  'range-too-narrow',
  'NumPys outside the declared range work',
  'metadata',
  'note',
  'Combinations that the metadata forbids were run and passed.',
  'Widen the requirement, if nothing else speaks against it.',
  [SPECIFIERS],
);

export const knownFailurePasses = kind(
  WHERE.configuration,
  'known-failure-passes',
  'A listed known failure works now',
  'configuration',
  'error',
  'A line of `known-failures` names something that passes.',
  'Remove the line.',
);

export const buildWithoutExtensions = kind(
  WHERE.definition,
  'build-without-extensions',
  'The build dropped its extensions',
  'configuration',
  'error',
  'The project defines extensions, and the wheel holds none: an optional build failed silently.',
  'Look at the build’s output; make the extension mandatory in CI.',
);

/**
 * Kinds that other stages find (comparison, audit, discovery, ranges): documented here with the rest.
 * What nothing finds has no place here: a page about it would promise that it is looked for.
 */
export const ELSEWHERE_KINDS: readonly Kind[] = [
  silentCorruption,
  smokeUnstable,
  smokeTooLong,
  kind(
    WHERE.runtimeNumpy,
    'floor-too-low',
    'The declared NumPy floor is below what the binary accepts',
    'metadata',
    'warning',
    'The metadata allows a NumPy that is older than the binary’s C-API target, which builds with NumPy 2 headers name in a text and those with older ones in code alone.',
    'Raise the floor in `dependencies`, or build for an older C-API.',
    [DEPENDING],
  ),
  kind(
    WHERE.runtimeNumpy,
    'np2-not-capped',
    'The metadata allows NumPy 2, and the binary was built for 1.x',
    'metadata',
    'warning',
    'Installers may pick NumPy 2 for a binary that cannot run on it.',
    'Build against NumPy ≥ 2.0, or declare `numpy<2`.',
    [DEPENDING],
  ),
  kind(
    WHERE.runtimeNumpy,
    'cap-needless',
    'The cap on NumPy is not needed',
    'metadata',
    'note',
    'The metadata forbids NumPy 2 although every binary was built to run on it.',
    'Remove `<2` from the requirement.',
    [SPECIFIERS],
  ),
  kind(
    WHERE.bothNumpys,
    'mixed-build',
    'One wheel holds binaries for different NumPy ABIs',
    'metadata',
    'warning',
    'Some files were built for NumPy 1.x and some for 2.x: stale objects, as a rule. No NumPy runs all of them. A note says so of files that were built with the headers of several 1.x releases: the newest of them decides what the wheel needs.',
    'Build again from a clean tree.',
    [DEPENDING],
  ),
  kind(
    WHERE.nowhere,
    'wheels-disagree',
    'The wheels of one release need different NumPys',
    'metadata',
    'warning',
    'Some wheels of the release were built for NumPy 1.x and some for 2.x: what works on one Python or system fails on another.',
    'Build all wheels of a release against the same NumPy, 2.0 or newer.',
    [DEPENDING],
  ),
  badWheel,
  rangeTooWide,
  rangeTooNarrow,
  knownFailurePasses,
  buildWithoutExtensions,
];
