import type { MetadataPolicy } from '../model/config.ts';
import type { SubjectFacts } from '../model/subject-facts.ts';
import {
  bestWheel,
  type Installable,
  installable,
  type TagSet,
} from '../packaging/compatibility.ts';
import type { ConstraintLine } from '../packaging/constraint-lines.ts';
import { evaluateMarker } from '../packaging/markers.ts';
import { pythonName } from '../packaging/python-name.ts';
import type { Release } from '../packaging/releases.ts';
import { admitsPython, allows } from '../packaging/specifier.ts';
import type { ChosenPython } from './chosen-python.ts';
import type { DeclaredBySubject } from './declared-range.ts';
import { monthsBefore } from './numpy-slots.ts';
import { ofThatPython } from './of-that-python.ts';

/** Why a cell is empty. */
export interface Reason {
  /** A sentence for this cell alone. */
  readonly reason: string;
  /** A sentence for all cells that are empty for the same cause: equal ones are told once. */
  readonly cause: string;
}

/** Says for one Python what cannot exist there, and why; null when it can. */
export interface Judge {
  /** Whether the Python as a whole is out. */
  python(spec0: boolean): Reason | null;
  release(release: Release, exact: boolean): Reason | null;
  /** Whether the Python has a wheel of it, whatever the metadata say. */
  installs(release: Release, exact: boolean): boolean;
}

/** What says of a NumPy whether it can run on a Python, and why not. */
export function judgeOf(
  rules: {
    readonly subjects: readonly SubjectFacts[];
    readonly metadata: MetadataPolicy;
    readonly constraints?: readonly ConstraintLine[];
    readonly today: string;
  },
  python: ChosenPython,
  tags: TagSet,
  declared: DeclaredBySubject,
): Judge {
  const out =
    rules.subjects
      .map((subject) => refusesPython(subject, python, tags))
      .find((reason) => reason !== null) ?? null;
  const respected = rules.metadata === 'respect' ? declared.lines : [];
  const limits = (rules.constraints ?? []).filter(
    ({ requirement: { name, marker, url } }) =>
      name === 'numpy' && url === null && evaluateMarker(marker, python.interpreter.markers, []),
  );
  // Several specs ask for the same release.
  const verdicts = new Map<string, Reason | null>();
  const seen = new Map<string, Installable>();
  const fits = (release: Release, exact: boolean): Installable => {
    const key = `${release.version} ${exact}`;
    const known = seen.get(key) ?? installable(release, tags, exact);
    seen.set(key, known);
    return known;
  };
  return {
    python: (spec0) => {
      const reason = out ?? (spec0 ? droppedBySpec0(python, rules.today) : null);
      return reason === null ? null : { reason, cause: ofThatPython(reason, python.label) };
    },
    release(release, exact) {
      const key = `${release.version} ${exact}`;
      const earlier = verdicts.get(key);
      if (earlier !== undefined) {
        return earlier;
      }
      const verdict = refusesRelease(release, exact);
      verdicts.set(key, verdict);
      return verdict;
    },
    installs: (release, exact) => fits(release, exact).kind === 'installs',
  };

  function refusesRelease(release: Release, exact: boolean): Reason | null {
    const result = fits(release, exact);
    if (result.kind === 'does-not') {
      return result;
    }
    for (const { subject, specifier, direct } of respected) {
      if (direct !== null) {
        return alone(`${subject} requires ${direct}: no release from the index`);
      }
      if (!allows(specifier, release.version)) {
        const cause = `${subject} requires numpy${specifier}`;
        return { reason: `${cause} on Python ${python.label}`, cause };
      }
    }
    const limit = limits.find(({ requirement }) => !allows(requirement.specifier, release.version));
    return limit === undefined ? null : alone(`${limit.file} allows only ${limit.text}`);
  }
}

function alone(reason: string): Reason {
  return { reason, cause: reason };
}

function refusesPython(
  subject: SubjectFacts,
  { interpreter }: ChosenPython,
  tags: TagSet,
): string | null {
  const { name, requiresPython, wheels } = subject;
  if (!admitsPython(requiresPython, interpreter.version)) {
    return `${name} requires Python ${requiresPython}`;
  }
  if (wheels === null || installsSome(wheels, interpreter.version, tags)) {
    return null;
  }
  const what = subject.version === null ? name : `${name} ${subject.version}`;
  if (wheels.length === 0) {
    return `${what} has only sources, and nothing is built from source at installation: ${checkSources(subject)}`;
  }
  const instead = subject.sources ? `; its sources can be checked: ${checkSources(subject)}` : '';
  const tagged = [...new Set(wheels.flatMap((wheel) => wheel.tags.map(pythonTag)))].sort(byNumber);
  const count = wheels.length === 1 ? 'the only wheel' : `none of the ${wheels.length} wheels`;
  const verb = wheels.length === 1 ? 'does not install' : 'installs';
  const are = wheels.length === 1 ? 'it is' : 'they are';
  const platforms = platformsFor(wheels, tags);
  if (platforms.length > 0) {
    // The Pythons would be the wrong answer where this one is among them.
    const shown = platforms.slice(0, 4).join(', ');
    const more = platforms.length > 4 ? ` and ${platforms.length - 4} more` : '';
    const which = tagged.length > 1 ? 'those for this Python' : 'they';
    return `${count} of ${what} ${verb} on this platform (${interpreter.platform}): ${wheels.length === 1 ? 'it is' : `${which} are`} for ${shown}${more}${instead}`;
  }
  return `${count} of ${what} ${verb} on ${pythonName(interpreter)}: ${are} for ${tagged.join(', ')}${instead}`;
}

/** How to test a release of which there is no wheel: as the source project that it is. */
function checkSources({ name, version }: SubjectFacts): string {
  const release = version === null ? name : `${name}==${version}`;
  return `unpack them (\`python -m pip download --no-deps --no-binary :all: ${release}\`) and check their folder`;
}

/** The platforms of the wheels for this very Python: those of other Pythons may well be for here. */
function platformsFor(
  wheels: NonNullable<SubjectFacts['wheels']>,
  tags: TagSet,
): readonly string[] {
  const own = wheels.flatMap((wheel) =>
    wheel.tags.filter((tag) => tags.abis.has(tag.split('-').slice(0, 2).join('-'))),
  );
  return [...new Set(own.map((tag) => tag.split('-')[2] ?? ''))].sort();
}

function installsSome(
  wheels: NonNullable<SubjectFacts['wheels']>,
  version: string,
  tags: TagSet,
): boolean {
  const admitted = wheels.filter((wheel) => admitsPython(wheel.requiresPython, version));
  return bestWheel(admitted, tags) !== undefined;
}

/** `cp311`; an abi3 tag is for that Python and later: `cp39-abi3`. */
function pythonTag(tag: string): string {
  const [python = '', abi = ''] = tag.split('-');
  return abi === python || abi === 'none' ? python : `${python}-${abi}`;
}

function byNumber(a: string, b: string): number {
  return a.localeCompare(b, 'en', { numeric: true });
}

const SPEC0_PYTHON_MONTHS = 36;

/** Dates of the first releases: https://devguide.python.org/versions/ */
const PYTHON_RELEASED: Readonly<Record<string, string>> = {
  '3.8': '2019-10-14',
  '3.9': '2020-10-05',
  '3.10': '2021-10-04',
  '3.11': '2022-10-24',
  '3.12': '2023-10-02',
  '3.13': '2024-10-07',
  '3.14': '2025-10-07',
};

function droppedBySpec0({ interpreter }: ChosenPython, today: string): string | null {
  const minor = interpreter.version.split('.').slice(0, 2).join('.');
  const released = PYTHON_RELEASED[minor];
  return released !== undefined && released < monthsBefore(today, SPEC0_PYTHON_MONTHS)
    ? `Python ${minor} is outside SPEC 0's window of ${SPEC0_PYTHON_MONTHS} months (released ${released})`
    : null;
}
