import type { Prose } from '../../model/finding.ts';
import type { Diagnosis } from '../diagnose/diagnosis.ts';
import { numpyItself } from '../diagnose/rules/build.ts';
import { diagnoseNumpysBuild } from '../set-up/build-failure.ts';
import type { Builders, Built } from './builders.ts';
import type { LogFinding } from './log-findings.ts';

const NUMPYS = 'build-numpy-itself';
/** How a build may end, whatever is wrong with it. */
const HOW = /^(?:build-(?!numpy-itself)|module-not-found|unclassified)/;

/**
 * Says of failed builds whose they are: who installs a package cannot mend its sources, and what
 * fails while NumPy itself is built is only how that ends.
 *
 * @param found what the log's lines tell
 */
export function withBuilders(
  found: readonly LogFinding[],
  builders: Builders,
): readonly LogFinding[] {
  const { numpyStopped } = builders;
  const seen = found.some((one) => one.diagnosis.kind === NUMPYS);
  if (!seen && numpyStopped === null) return found.map((one) => ofBuild(one, builders));
  const told = found
    .filter(({ diagnosis: { kind }, lines }) => !HOW.test(kind) || !lines.every(isNumpys))
    .map((one) => named(ofBuild(one, builders), numpyStopped?.version ?? null));
  if (seen || numpyStopped === null) return told;
  const { lines, version } = numpyStopped;
  const diagnosis = diagnoseNumpysBuild(
    lines.map((one) => one.text),
    version,
  );
  const shown = lines.map(({ number, text }) => ({ line: number, text }));
  return [{ diagnosis, lines: lines.map((one) => one.number), shown }, ...told];

  function isNumpys(line: number): boolean {
    return builders.of(line)?.name === 'numpy';
  }
}

function named(one: LogFinding, version: string | null): LogFinding {
  const { diagnosis } = one;
  if (version === null || diagnosis.kind !== NUMPYS || /NumPy \d/.test(diagnosis.title)) return one;
  return {
    ...one,
    diagnosis: retold(diagnosis, (prose) => ({ ...prose, title: numpyItself(version) })),
  };
}

function ofBuild(one: LogFinding, builders: Builders): LogFinding {
  const { diagnosis, lines } = one;
  if (!diagnosis.kind.startsWith('build-') || diagnosis.kind === NUMPYS) return one;
  const built = lines.map((line) => builders.of(line)).find((who) => who !== null);
  if (!built) return one;
  const { name, version, own } = built;
  const fault = own === null ? 'unknown' : own ? 'own' : 'dependency';
  const told =
    own === true ? diagnosis : retold(diagnosis, (prose) => ofOthers(diagnosis, built, prose));
  const culprit = { distribution: name, version, module: null, file: null };
  return { ...one, diagnosis: { ...told, culprit, fault } };
}

function ofOthers(
  { kind }: Diagnosis,
  { name, version, own }: Built,
  { title, explanation, fix }: Prose,
): Prose {
  const which = [`\`${name}\``, version].filter(Boolean).join(' ');
  const older =
    kind === 'build-np2-removed-c-api'
      ? ' Else build it with `numpy<2`: write that line into a file and give it as `--build-constraint FILE` (uv, pip 25.3 and later; before that `PIP_CONSTRAINT=FILE`).'
      : '';
  const other = `${which} has no wheel that fits this Python and platform, so that it is built here: take a release that has one (\`pip install --only-binary ${name} ${name}\` finds it), or a Python that it has wheels for.${older}`;
  const lower = fix.charAt(0).toLowerCase() + fix.slice(1);
  return {
    title: `${title}: ${which}`,
    explanation: `${which} is built from its sources here. ${explanation}`,
    fix:
      own === false
        ? `${other} In the package itself: ${lower}`
        : `If it is your package: ${lower} If not: ${other}`,
  };
}

/** The same diagnosis in other words. */
function retold(diagnosis: Diagnosis, change: (prose: Prose) => Prose): Diagnosis {
  const { title, explanation, fix } = diagnosis;
  const prose = change({ title, explanation, fix });
  return { ...diagnosis, ...prose, tell: () => prose };
}
