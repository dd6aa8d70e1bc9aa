import { listSome, plural } from '../escape/plural.ts';
import type { AuditedBinary, Beside } from '../model/audit.ts';
import { erasOf } from '../model/eras.ts';
import type { Finding, Prose } from '../model/finding.ts';
import { compareMinors, minorOf } from '../packaging/numpy-releases.ts';
import { auditFinding } from './audit-finding.ts';
import { loadersOf } from './library-loaders.ts';
import { shortSpecifier } from './short-specifier.ts';
import type { WheelProblem } from './wheel-problem.ts';

/**
 * Makes one finding of what is equally wrong with several wheels of a release.
 *
 * @param group not empty, of one kind, release and severity
 * @param platforms of all wheels of the release: where some have no such problem, the others are named
 */
export function tellProblems(
  group: readonly [WheelProblem, ...WheelProblem[]],
  platforms: readonly string[],
): Finding {
  const [first] = group;
  const { kind, severity, wheel } = first;
  const prose = proseOf(first, group, platforms);
  return auditFinding(
    wheel,
    group.map((one) => one.wheel.wheel),
    group.flatMap(({ culprits, wheel: { binaries } }) =>
      culprits.flatMap((one) => [one, ...loadersOf(one, binaries)]),
    ),
    first.culprits[0],
    { kind, severity, ...prose },
  );
}

function proseOf(
  first: WheelProblem,
  group: readonly WheelProblem[],
  all: readonly string[],
): Prose {
  const { wheel, culprits } = first;
  if (wheel.beside.kind === 'fixed') return fixedProse(first, wheel.beside, group);
  const name = wheel.distribution;
  const binary = culprits[0];
  const who = binary ? nameOf(binary, wheel.binaries) : name;
  const where = placesText(group, all);
  switch (first.kind) {
    case 'np-api-too-new':
    case 'floor-too-low':
      if (first.apart) return apartProse(name, who, first.floor, asks(first), where);
      return {
        title: `${name} allows NumPy versions that its binaries refuse`,
        explanation: `${who} was built for the C-API of NumPy ${first.floor} and newer, and stops with an error under an older one. The metadata ${asks(first)}, which lets in ${versionsText(group)}${where}.`,
        fix: `Declare \`numpy>=${first.floor}\`, or build for an older C-API: ${olderBuild(first, group)}`,
      };
    case 'np1-on-np2':
    case 'np2-not-capped': {
      const lazy = first.lazy.length > 0 ? LAZY_TOO : '';
      return {
        title: `${name} was built for NumPy 1.x and allows NumPy 2`,
        explanation: `${who} was built with NumPy 1.x headers. Under NumPy 2 ${binary?.isLibrary ? 'the import of what loads it' : 'its import'} fails, or, where it hides that error or asks for NumPy late, what it calls. The metadata ${asks(first)}, which lets in ${versionsText(group)}${where}.`,
        fix: `Build the wheel against \`numpy>=2.0\` (it still runs on 1.x)${lazy}, or declare \`numpy<2\`.`,
      };
    }
    case 'latent-np1':
      return {
        title: `${name} reads NumPy 1’s memory layout at a call, and allows NumPy 2`,
        explanation: `${who} fetches NumPy's C-API at its first use and without a check of versions${reachOf(binary)}. Under NumPy 2 it is imported, and a call may crash or return wrong numbers${where}.`,
        fix: fixOfLazy(binary),
      };
    case 'mixed-build':
      return mixedProse(first, who);
    case 'cap-needless':
      return {
        title: `${name} keeps NumPy 2 out although its binaries run on it`,
        explanation: `The metadata ${asks(first)}; every binary that says so was built for NumPy 2, which also runs on 1.x.`,
        fix: 'If the Python code is ready for NumPy 2, too, leave the upper limit out.',
      };
    default:
      return first satisfies never;
  }
}

function mixedProse(
  { wheel, culprits, others, levels }: Extract<WheelProblem, { readonly kind: 'mixed-build' }>,
  who: string,
): Prose {
  const [other] = others;
  const another = other ? nameOf(other, wheel.binaries) : 'another one';
  const counts = `${plural(culprits.length, 'file')} and ${others.length}`;
  if (levels.length > 0)
    return {
      title: `${wheel.wheel} holds modules built with the headers of different NumPys`,
      explanation: `${who} asks for the C-API of NumPy ${levels.at(-1)}, ${another} for an older one (${levels.join(', ')}; ${counts}). Headers up to 1.24 ask for their own release, so object files of an earlier build may have been used again. Together they need NumPy ${levels.at(-1)}.`,
      fix: 'Build in a clean folder, against one NumPy. Where some of them define a `NPY_TARGET_VERSION` of their own (NumPy 1.25 and 1.26 know it), that is fine.',
    };
  return {
    title: `${wheel.wheel} holds modules built for different NumPys`,
    explanation: `${who} was built with NumPy 1.x headers and ${another} with those of NumPy 2 (${counts}): object files of an earlier build were used again.`,
    fix: 'Build in a clean folder (without `build/` and old object files), against one NumPy ≥ 2.0.',
  };
}

/** Headers up to 1.24 know no target but their own level. */
function olderBuild(
  { culprits, floor }: Extract<WheelProblem, { readonly floor: string }>,
  group: readonly WheelProblem[],
): string {
  const isOld = culprits.every((one) => erasOf(one).includes('1.x'));
  if (!isOld) return 'define `NPY_TARGET_VERSION`, or leave it out.';
  const own =
    'against the oldest NumPy that it is to run on, since headers up to 1.24 ask for their own release';
  const places = group.flatMap((one) => one.places);
  const with2 = places.filter(({ place }) =>
    place.installable.some((version) => compareMinors(minorOf(version), '2.0') >= 0),
  );
  if (compareMinors(floor, DEFAULT_OF_2) <= 0 || with2.length === 0) return `${own}.`;
  const there = with2.length < places.length ? ' for the Pythons that it has wheels for' : '';
  return `${own}, or against NumPy 2.0${there}, which asks for ${DEFAULT_OF_2} and runs on NumPy 2, too.`;
}

/** What the headers of NumPy 2.0 ask for by themselves. */
const DEFAULT_OF_2 = '1.19';

/** A module with a target of its own may be imported under NumPy 2 alone: bytes do not tell, imports fail. */
function apartProse(name: string, who: string, floor: string, asks: string, where: string): Prose {
  return {
    title: `${name} has modules for NumPy ${floor} and newer beside others for 1.x`,
    explanation: `${who} was built for the C-API of NumPy ${floor} and newer, others of the same wheel also for NumPy 1.x, which the metadata lets in: it ${asks}${where}. Under NumPy 1.x such a module cannot be imported, and whatever imports it without asking for the version fails.`,
    fix: `Build it for the C-API of the others, or declare \`numpy>=${floor}\`. Where your code imports it under NumPy ${floor} and newer only, that is fine: \`--fail-on never\` reports it all the same.`,
  };
}

/** Beside the one NumPy that a lock or an environment holds. */
function fixedProse(
  first: WheelProblem,
  { how, where }: Extract<Beside, { kind: 'fixed' }>,
  group: readonly WheelProblem[],
): Prose {
  const { wheel, culprits } = first;
  const [binary] = culprits;
  const name = `${wheel.distribution} ${wheel.version}`.trimEnd();
  const who = binary ? nameOf(binary, wheel.binaries) : name;
  const numpy = `the ${how} NumPy ${listSome(exactVersions(group), 3)}`;
  const there = `${where} has NumPy ${listSome(exactVersions(group), 3)} beside it${placesText(group)}`;
  const other = how === 'locked' ? 'Lock' : 'Install';
  const newer = `${other} a newer release of ${wheel.distribution}, whose wheels were built for NumPy 2`;
  if (first.kind === 'np-api-too-new') {
    return {
      title: `${name} needs a newer NumPy than the ${how} one`,
      explanation: `${who} was built for the C-API of NumPy ${first.floor} and newer, and stops with an error under an older one. ${there}.`,
      fix: `${other} \`numpy>=${first.floor}\`, or an older release of ${wheel.distribution}.`,
    };
  }
  if (first.kind === 'latent-np1') {
    return {
      title: `${name} reads NumPy 1’s memory layout at a call, beside ${numpy}`,
      explanation: `${who} fetches NumPy's C-API at its first use and without a check of versions${reachOf(binary)}. ${there}: the import works, and a call may crash or return wrong numbers.`,
      fix: `${newer}, or \`numpy<2\`.`,
    };
  }
  return {
    title: `${name} cannot run on ${numpy}`,
    explanation: `${who} was built with NumPy 1.x headers, and ${binary?.isLibrary ? 'what loads it fails' : 'cannot be imported'} under NumPy 2. ${there}.`,
    fix: `${newer}, or \`numpy<2\`.`,
  };
}

function exactVersions(group: readonly WheelProblem[]): readonly string[] {
  const all = group.flatMap(({ places }) => places.flatMap(({ versions }) => versions));
  const sorted = [...new Set(all)].sort(compareMinors);
  return sorted.length > 3 ? [`${sorted[0]} to ${sorted.at(-1)}`] : sorted;
}

const LAZY_TOO = ' and with pybind11 ≥ 2.12 or rust-numpy ≥ 0.22';

/** The binary, and for a shared library who loads it: nobody imports that. */
function nameOf(binary: AuditedBinary, all: readonly AuditedBinary[]): string {
  if (!binary.isLibrary) return `\`${binary.name}\``;
  const loaders = loadersOf(binary, all).map(({ name }) => `\`${name}\``);
  const by =
    loaders.length > 0
      ? `, which ${listSome(loaders, 3)} load${loaders.length > 1 ? '' : 's'},`
      : '';
  return `The library \`${binary.file}\`${by}`;
}

function reachOf(binary: AuditedBinary | undefined): string {
  const library = binary?.through.find(({ by }) => by === 'pybind11' || by === 'rust-numpy');
  if (library?.by === 'pybind11') return ' (pybind11 before 2.12)';
  if (library) return ` (rust-numpy ${library.version ?? 'before 0.22'})`;
  return ' (code of its own)';
}

function fixOfLazy(binary: AuditedBinary | undefined): string {
  const library = binary?.through.find(({ by }) => by === 'pybind11' || by === 'rust-numpy')?.by;
  const rebuild =
    library === 'pybind11'
      ? 'Rebuild with pybind11 ≥ 2.12'
      : library === 'rust-numpy'
        ? 'Rebuild with rust-numpy ≥ 0.22'
        : 'Call `import_array()` of NumPy ≥ 2 headers instead of fetching `_ARRAY_API`';
  return `${rebuild}, or declare \`numpy<2\`.`;
}

function asks({ places }: WheelProblem): string {
  const place = places[0]?.place;
  if (place?.asked === 'never') return 'does not require NumPy, so sets no limit to it';
  const only = place?.asked === 'extras' ? 'requires NumPy for extras only, and ' : '';
  if (!place?.specifier) return `${only}sets no limit to NumPy`;
  return `${only}asks for \`numpy${shortSpecifier(place.specifier)}\``;
}

function versionsText(group: readonly WheelProblem[]): string {
  const minors = group.flatMap(({ places }) => places.flatMap((one) => one.versions.map(minorOf)));
  const all = [...new Set(minors)].sort(compareMinors);
  const shown = all.length > 4 ? [...all.slice(0, 3), '…', all.at(-1)] : all;
  return `NumPy ${shown.join(', ')}`;
}

/** On which Pythons, and where the release has several, on which systems. */
function placesText(group: readonly WheelProblem[], all: readonly string[] = []): string {
  const targets = group.flatMap(({ places }) => places.map(({ place }) => place.target));
  if (targets.length === 0) return '';
  const kinds = [
    ['Python', targets.filter((one) => one.implementation === 'cpython')],
    ['PyPy', targets.filter((one) => one.implementation === 'pypy')],
  ] as const;
  const pythons = kinds.flatMap(([name, of]) => {
    const labels = of.map(({ python, freeThreaded }) => `${python}${freeThreaded ? 't' : ''}`);
    const sorted = [...new Set(labels)].sort(compareMinorLabels);
    if (sorted.length === 0) return [];
    return [`${name} ${sorted.length > 3 ? `${sorted[0]}–${sorted.at(-1)}` : sorted.join(', ')}`];
  });
  const platforms = [...new Set<string>(targets.map(({ platform }) => platform))].sort();
  const fixed = group.some(({ wheel }) => wheel.beside.kind === 'fixed');
  const isSome = all.some((one) => !platforms.includes(one));
  const on = platforms.length > 1 || fixed || isSome ? ` on ${listSome(platforms, 6)}` : '';
  return ` (${pythons.join(', ')}${on})`;
}

function compareMinorLabels(a: string, b: string): number {
  return Number.parseInt(a.slice(2), 10) - Number.parseInt(b.slice(2), 10) || (a < b ? -1 : 1);
}
