import type { Finding } from '../model/finding.ts';
import { makeFinding } from '../model/make-finding.ts';
import type { Measurement } from '../model/measurement.ts';
import type { MeasuredSubject, Measurements } from '../model/measurements.ts';
import { buildWithoutExtensions } from './diagnose/rules/elsewhere.ts';

/** @param more what else may have left an extension out, in brackets */
function compileIt(more = ''): string {
  return `Read the build log for the compiler error or the condition that skipped the extension${more}; mark it as required (in setuptools: Extension(..., optional=False)). If the package is meant to work without it here, set allow-empty`;
}

/**
 * What a build left out of the wheel although the sources define it: all compiled modules, which
 * must not pass for a pure-Python project, or some of them, which the others' success would hide.
 */
export function missingExtensions({
  subject,
  sources,
  measurements,
}: Pick<Measurements, 'subject' | 'sources' | 'measurements'>): readonly Finding[] {
  if (subject.kind !== 'project') return [];
  const ran = measurements.filter((one) => one.state.kind === 'ran');
  const empty = ran.filter(
    // What the user's globs left out was built.
    (one) => one.observed.length === 0 && !one.notTested.some(({ kind }) => kind === 'left-out'),
  );
  return [
    ...allMissing(
      subject,
      empty.filter((one) => !holdsAll(one, sources.defined)),
      sources.extensions,
    ),
    ...someMissing(
      subject,
      ran.filter((one) => one.observed.length > 0),
    ),
  ];
}

/** Everything that the build files define is there, as libraries for ctypes or the like. */
function holdsAll({ notTested }: Measurement, defined: Measurements['sources']['defined'] = []) {
  const there = new Set(notTested.flatMap(({ what }) => what.match(/\w+/g) ?? []));
  const names = defined.map(({ module }) => module.split(/[./]/).at(-1) ?? module);
  return names.length > 0 && names.every((name) => there.has(name) || there.has(`lib${name}`));
}

function someMissing(
  subject: MeasuredSubject,
  measurements: readonly Measurement[],
): readonly Finding[] {
  const missing = new Map<string, string[]>();
  for (const { combination, leftOut } of measurements) {
    for (const name of leftOut) missing.set(name, [...(missing.get(name) ?? []), combination.id]);
  }
  return [...missing].map(([name, combinations]) =>
    makeFinding(buildWithoutExtensions, {
      ...commonOf(subject, name),
      facts: { extensions: [name] },
      title: `The build left \`${name}\` out of the wheel`,
      explanation: `The build tried to compile \`${name}\`, went on without it, and ended well: users of this wheel would not have that module, and it was not tested.`,
      fix: compileIt(),
      evidence: [
        `the build log tells of extension "${name}", and the wheel has no file of that name`,
      ],
      hints: {},
      modules: [name],
      combinations,
    }),
  );
}

function allMissing(
  subject: MeasuredSubject,
  empty: readonly Measurement[],
  signs: Measurements['sources']['extensions'],
): readonly Finding[] {
  const [first] = signs;
  if (!first || empty.length === 0) return [];
  return [
    makeFinding(buildWithoutExtensions, {
      ...commonOf(subject, null),
      title: `The wheel of ${subject.name} holds no compiled module, although its sources define some`,
      explanation: `${first.file}, line ${first.line}: ${first.what}. The build ended well and left the extension out, so users would get a package without it.`,
      fix: compileIt(
        ' (flit, hatchling, pdm-backend, poetry-core and uv_build compile nothing unless a hook or script of the project does)',
      ),
      evidence: signs.map((sign) => `${sign.file}:${sign.line}: ${sign.what}`),
      hints: { source: { file: first.file, line: first.line } },
      modules: [],
      combinations: empty.map(({ combination }) => combination.id),
    }),
  ];
}

function commonOf(subject: MeasuredSubject, module: string | null) {
  return {
    fault: 'own',
    culprit: { distribution: subject.name, version: subject.version, module, file: null },
  } as const;
}
