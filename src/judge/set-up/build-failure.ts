import { plainLines } from '../../escape/plain-text.ts';
import type { Fault } from '../../model/finding.ts';
import { NOBODY } from '../diagnose/culprit.ts';
import type { Diagnosis } from '../diagnose/diagnosis.ts';
import { diagnosed, type Kind, type Statement } from '../diagnose/rule.ts';
import { BUILD_RULES, buildNumpyItself, numpyItself } from '../diagnose/rules/build.ts';
import type { BuildRule } from '../diagnose/rules/build-rule.ts';
import { buildFailed, noNetwork, resolverConflict } from '../diagnose/rules/set-up.ts';

const NETWORK =
  /(?:Temporary failure in name resolution|Name or service not known|Connection refused|Connection reset|Connection timed out|network is unreachable|Failed to establish a new connection|error sending request for url|dns error|Could not connect to|getaddrinfo)/i;
const ERROR_LINE =
  /(?:^|[\s:])(?:fatal )?error(?: [A-Z]{1,4}\d+)?: |^ERROR|^error|Error: |undefined reference to|ninja: build stopped/;

/**
 * Says why a build or a resolution failed.
 *
 * @param output what the compiler, the build backend or the installer printed
 * @param stage what was under way: it decides the id when no text is known
 * @returns always a diagnosis, with the tool's own last lines as evidence
 */
export function diagnoseBuildFailure(output: string, stage: 'build' | 'install'): Diagnosis {
  const lines = plainLines(output).map((line) => line.trimEnd());
  for (const rule of BUILD_RULES) {
    for (const line of lines) {
      const found = diagnoseBuildLine(line, [rule], lines);
      if (found) return found;
    }
  }
  const offline = lines.findLast((line) => NETWORK.test(line));
  if (offline) return diagnoseNoNetwork([offline]);
  const kind = stage === 'build' ? buildFailed : resolverConflict;
  const title = stage === 'build' ? 'The build failed' : 'The requirements could not be installed';
  return statement(
    kind,
    stage === 'build' ? 'own' : 'environment',
    lastErrors(lines),
    title,
    kind.remedy,
  );
}

/**
 * A build that stopped because something that it needs is not installed.
 *
 * @param evidence the lines that say so
 * @param remedy what to install
 */
export function diagnoseUnmetBuild(evidence: readonly string[], remedy: string): Diagnosis {
  const title = 'The build failed: something that it needs is not installed';
  return statement(
    buildFailed,
    'environment',
    evidence,
    title,
    `${remedy}${/[.!]$/.test(remedy) ? '' : '.'}`,
  );
}

/** @param evidence the lines that say so */
export function diagnoseNoNetwork(evidence: readonly string[]): Diagnosis {
  const title = 'A server could not be reached';
  return statement(noNetwork, 'environment', evidence, title, noNetwork.remedy);
}

/**
 * NumPy's own build that failed, by what stands around it.
 *
 * @param evidence the lines that say so
 */
export function diagnoseNumpysBuild(
  evidence: readonly string[],
  version: string | null,
): Diagnosis {
  const fix = buildNumpyItself.remedy;
  return statement(buildNumpyItself, 'environment', evidence, numpyItself(version), fix);
}

/** @returns the diagnosis that one line of a build's or installer's output makes, if any */
export function diagnoseBuildLine(
  line: string,
  rules: readonly BuildRule[] = BUILD_RULES,
  context: readonly string[] = [line],
): Diagnosis | undefined {
  for (const rule of rules) {
    if (!rule.hint.test(line)) continue;
    const match = rule.pattern.exec(line);
    if (!match || /\bwarning: |\bnote: /.test(line)) continue;
    const own = rule.category !== 'environment';
    const named = match.slice(1).find((one) => one !== undefined) ?? null;
    return statement(
      rule,
      own ? 'own' : 'environment',
      evidenceOf(rule, line, context),
      rule.title(match),
      rule.fix(match),
      { hints: { ...rule.hints, ...sourceOf(line) }, facts: { named }, key: [named] },
    );
  }
  return undefined;
}

function evidenceOf(rule: BuildRule, line: string, context: readonly string[]): readonly string[] {
  const more = context.filter((one) => rule.pattern.test(one) && one !== line);
  return [line, ...more]
    .slice(0, 4)
    .map((one) => (one.length > 400 ? `${one.slice(0, 400)}…` : one));
}

/** `src/fast.c:3:10: fatal error`, `src\fast.c(3): error C2039` */
function sourceOf(line: string): { source?: { file: string; line: number } } {
  const [, file, number] = /^(?:\S*: )?((?:[A-Za-z]:)?[^\s:(]+\.\w+)[:(](\d+)/.exec(line) ?? [];
  if (!file || /[\\/](?:numpy|python[\d.]*)[\\/]/.test(file)) return {};
  return { source: { file, line: Number(number) } };
}

/** The tool's own words: its last error lines, else its last lines. */
function lastErrors(lines: readonly string[]): readonly string[] {
  const told = lines.filter((line) => line.trim() !== '');
  const errors = told.filter((line) => ERROR_LINE.test(line));
  return (errors.length > 0 ? errors : told).slice(-8);
}

function statement(
  kind: Kind,
  fault: Fault,
  evidence: readonly string[],
  title: string,
  fix: string,
  more: Pick<Statement, 'hints' | 'key' | 'facts'> = {},
): Diagnosis {
  const tell = () => ({ title, explanation: kind.means, fix });
  return {
    ...diagnosed(kind, { ...more, fault, culprit: NOBODY, tell, evidence: [] }),
    evidence,
  };
}
