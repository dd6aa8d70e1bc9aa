import { listOf } from '../../escape/list-of.ts';
import { withoutSitePackages } from '../../escape/plain-text.ts';
import type { Category, Culprit, Facts, Fault, LocationHints, Prose } from '../../model/finding.ts';
import type { Look } from '../../model/look.ts';
import { ALONE, type Scope } from '../../model/scope.ts';
import type { Severity } from '../../model/severity.ts';
import { baseName } from '../../packaging/base-name.ts';
import { categoryByHistory } from './category-by-history.ts';
import type { Diagnosis } from './diagnosis.ts';
import { describeException, type Hit, type Symptoms } from './symptoms.ts';

/** A kind of failure as the documentation tells it; one anchor each in docs/failures. */
export interface Kind {
  /** Stable id, a public contract. */
  readonly id: string;
  /** Where it is put right, best first. */
  readonly where: readonly Look[];
  /** Heading, without a final period. */
  readonly name: string;
  readonly category: Category;
  readonly severity: Severity;
  /** What it means, in plain words. */
  readonly means: string;
  /** What to do about it. */
  readonly remedy: string;
  /** Upstream sources and documentation. */
  readonly links: readonly string[];
}

/** One failure family's rule: an ordered list of them is the diagnosis. */
export interface Rule extends Kind {
  /** What it recognises in the symptoms, and how to tell it; undefined when it is not this kind. */
  match(symptoms: Symptoms): Diagnosis | undefined;
}

/** What a rule has to say; the rest comes from the kind and the symptoms. */
export interface Statement {
  /** The words, once it is known where it happens. */
  readonly tell: (scope: Scope) => Prose;
  /** What was found out, as plain data. */
  readonly facts?: Facts;
  /** Facts that make it another cause than one of the same kind and culprit. */
  readonly key?: readonly (string | boolean | null)[];
  /** The oldest NumPy that the fix asks to require; told by `requiredFloor`. */
  readonly floor?: string | null;
  readonly evidence: readonly (string | undefined)[];
  readonly category?: Category;
  readonly severity?: Severity;
  readonly fault?: Fault;
  readonly culprit?: Culprit;
  readonly inner?: string;
  readonly hints?: LocationHints;
}

/** Makes a diagnosis of a kind. */
export function diagnosis(kind: Kind, symptoms: Symptoms, statement: Statement): Diagnosis {
  return diagnosed(kind, {
    fault: symptoms.fault,
    culprit: symptoms.culprit,
    ...statement,
    evidence: [...statement.evidence, ...smokeFrames(symptoms)],
    category: categoryByHistory(kind.id, statement.category ?? kind.category, symptoms),
    facts: { ...knownFacts(symptoms), ...statement.facts },
  });
}

/** The same where there are no symptoms of a probe: a build's output, the smoke runs' comparison. */
export function diagnosed(
  kind: Kind,
  statement: Statement & { readonly fault: Fault; readonly culprit: Culprit },
): Diagnosis {
  const tell = (scope: Scope): Prose => {
    const { title, explanation, fix } = statement.tell(scope);
    return { title: inSentence(title), explanation: inSentence(explanation), fix: inSentence(fix) };
  };
  return {
    kind: kind.id,
    category: statement.category ?? kind.category,
    severity: statement.severity ?? kind.severity,
    fault: statement.fault,
    culprit: statement.culprit,
    key: statement.key === undefined ? '' : JSON.stringify(statement.key),
    floor: statement.floor ?? null,
    facts: statement.facts ?? {},
    tell,
    // Its own words are for few: tens of thousands become one finding, told with its scope.
    get title() {
      return tell(ALONE).title;
    },
    get explanation() {
      return tell(ALONE).explanation;
    },
    get fix() {
      return tell(ALONE).fix;
    },
    evidence: [...new Set(statement.evidence.flatMap((line) => line?.trim() || []))].slice(0, 6),
    inner: statement.inner ?? null,
    hints: statement.hints ?? {},
  };
}

/** Where the smoke code stood: the last frames of its traceback, as Python prints them. */
function smokeFrames({ evidence, chain }: Symptoms): readonly string[] {
  if (!evidence.smoke || evidence.observation.phase !== 'call') return [];
  const frames = chain[0]?.frames.filter((one) => !one.file.startsWith('<')) ?? [];
  return frames
    .slice(-2)
    .map((one) => `File "${withoutSitePackages(one.file)}", line ${one.line}, in ${one.function}`);
}

/** What is known of the file that failed, whatever the rule. */
function knownFacts({ facts, evidence, history }: Symptoms): Facts {
  return {
    ...(facts && facts.capi.era !== 'none' && { era: facts.capi.era }),
    ...(facts?.capi.target && { target: facts.capi.target }),
    ...(evidence.combination?.buildNumpy && { buildNumpy: evidence.combination.buildNumpy }),
    ...(history.kind !== 'unknown' && { history: history.kind }),
  };
}

/** Nobody's name, inside a sentence. */
function inSentence(text: string): string {
  return text.replace(/(?<=[\w,;:)] )A compiled module/g, 'the module');
}

/** @returns the culprit as a title names it, without a version: `` `pandas` `` */
export function nameOf(culprit: Culprit): string {
  const name = culprit.distribution ?? culprit.module ?? culprit.file;
  return name ? `\`${name}\`` : 'A compiled module';
}

/** The same for compiled code: a Python file is only who loaded it. */
export function nameOfBinary(culprit: Culprit): string {
  const { file } = culprit;
  if (file === null || !isLoader(culprit)) return nameOf(culprit);
  return `A compiled module that \`${baseName(file.replaceAll('\\', '/'))}\` loads`;
}

/** Nothing is known but the Python file that imports it. */
function isLoader({ distribution, module, file }: Culprit): boolean {
  return distribution === null && module === null && file?.endsWith('.py') === true;
}

/**
 * What cannot be imported, as a title names it: the distribution where the import of its top package
 * fails, else the modules alone, since the rest of it can.
 */
export function nameOfFailing(
  culprit: Culprit,
  { evidence }: Pick<Symptoms, 'evidence'>,
  { culprits }: Scope,
): string {
  const { step } = evidence.observation;
  const { distribution, module } = culprit;
  if (step === null || !step.includes('.') || module === null) return nameOfBinary(culprit);
  if (culprits.length < 2) return `\`${module}\``;
  return `${culprits.length} modules${distribution === null ? '' : ` of \`${distribution}\``}`;
}

/** @returns the culprit as a sentence names it: `` `pandas._libs.lib` of pandas 2.0.3 `` */
export function describeCulprit(culprit: Culprit): string {
  const { distribution, version, module, file } = culprit;
  const owner = distribution && [distribution, version].filter(Boolean).join(' ');
  const part = module ?? file;
  if (part && owner) return part === owner ? `\`${part}\`` : `\`${part}\` of ${owner}`;
  return part ? `\`${part}\`` : (owner ?? 'A compiled module');
}

/** The same for compiled code: a Python file is only who loaded it. */
export function describeBinary(culprit: Culprit): string {
  const loadedBy = culprit.module === null && culprit.file?.endsWith('.py') === true;
  return loadedBy
    ? `A compiled module that ${describeCulprit(culprit)} loads`
    : describeCulprit(culprit);
}

/** @returns `NumPy 2.0.2 and 2.2.6`, or words for it when the version is not known */
export function runningNumpy(symptoms: Pick<Symptoms, 'numpy' | 'evidence'>, scope: Scope): string {
  const several = scope.numpys.length > 1 && scope.numpys.includes(symptoms.numpy ?? '');
  if (several) return `NumPy ${listOf(scope.numpys)}`;
  const { combination, installed } = symptoms.evidence;
  const numpy = symptoms.numpy ?? installed.get('numpy');
  if (numpy) return `NumPy ${numpy}`;
  return combination === null ? 'the NumPy that is installed' : 'a Python without NumPy';
}

/** Chooses the fix by whose field it is. */
export function fixFor(
  symptoms: Symptoms,
  fixes: { readonly own: string; readonly dependency: string; readonly unknown?: string },
): string {
  switch (symptoms.fault) {
    case 'own':
      return fixes.own;
    case 'dependency':
      return fixes.dependency;
    default:
      return (
        fixes.unknown ??
        `If it is your package: ${lower(fixes.own)} If not: ${lower(fixes.dependency)}`
      );
  }
}

function lower(text: string): string {
  return /^[A-Z][a-z]/.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text;
}

/** @returns the lines that show it: what matched, and how the exception ended */
export function shownBy(symptoms: Symptoms, hit?: Hit): readonly (string | undefined)[] {
  const outer = symptoms.chain[0];
  const last =
    outer &&
    describeException(outer)
      .split('\n')
      .find((line) => line.trim() !== '');
  return [hit?.line, last];
}

/** Joins sentences, leaving out empty ones. */
export function sentences(...parts: readonly (string | false | null | undefined)[]): string {
  return parts.filter(Boolean).join(' ');
}
