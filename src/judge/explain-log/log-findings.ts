import type { Diagnosis } from '../diagnose/diagnosis.ts';
import { ADVICE_HEAD } from '../diagnose/numpys-own-import.ts';
import type { LogLine } from '../read-log/log-line.ts';

/** A line of evidence, and the line of the log that it stands on. */
export interface ShownLine {
  /** 1-based, null when the log's own line is another one. */
  readonly line: number | null;
  readonly text: string;
}

/** A finding as it is told in the end. */
export interface LogFinding {
  readonly diagnosis: Diagnosis;
  readonly lines: readonly number[];
  readonly shown: readonly ShownLine[];
}

/** Kinds that only say that something failed which another kind of the same log explains. */
const VAGUE: Readonly<Record<string, readonly string[]>> = {
  'np-import-array-failed': ['np1-on-np2', 'np-api-too-new', 'np-abi-mismatch', 'numpy-missing'],
  'py-init-broken': ['np1-on-np2', 'np-api-too-new', 'np-abi-mismatch', 'numpy-missing'],
  swallowed: ['np1-on-np2', 'np-api-too-new', 'np-abi-mismatch', 'numpy-missing'],
};
const NUMPYS_SOURCE = /(?:^|[\s\\/"'])numpy[\\/](?:_?core|random|linalg|fft)[\\/]/;
const MAX_FINDINGS = 500;
const MAX_LINES = 20;

/** Keeps what a log told, each cause once; what it keeps is bounded. */
export class LogFindings {
  readonly #found = new Map<string, Kept>();
  #unclassified: string | null = null;

  /**
   * @param region the lines that it was read from
   * @param tell makes the diagnoses of the region anew, with all that is known at the end
   */
  keep(
    diagnosis: Diagnosis,
    region: readonly LogLine[],
    tell: () => readonly Diagnosis[] = () => [],
  ): void {
    const { kind, culprit, inner } = diagnosis;
    const key = JSON.stringify([kind, inner, culprit, diagnosis.key]);
    const before = this.#found.get(key);
    if (!before && this.#found.size >= MAX_FINDINGS) return;
    if (!before && kind === 'unclassified') {
      // Of these only the last one is told.
      if (this.#unclassified !== null) this.#found.delete(this.#unclassified);
      this.#unclassified = key;
    }
    const numbers = linesShown(diagnosis, region).flatMap((one) => one.line ?? []);
    const lines = numbers.length > 0 ? numbers : region.slice(0, 1).map((one) => one.number);
    this.#found.set(key, {
      diagnosis: before?.diagnosis ?? diagnosis,
      lines: [...new Set([...(before?.lines ?? []), ...lines])].slice(0, MAX_LINES),
      region: before?.region ?? region,
      tell: before?.tell ?? tell,
    });
  }

  /** @returns whether a failure was read that only says that the same module failed, not why */
  saidVaguely(why: Diagnosis): boolean {
    return [...this.#found.values()].some(
      ({ diagnosis }) =>
        diagnosis.kind !== 'swallowed' &&
        VAGUE[diagnosis.kind]?.includes(why.kind) &&
        whose(diagnosis) === whose(why),
    );
  }

  /** One cause that was told twice, with its culprit and without, or clearly and vaguely, is one. */
  all(): readonly LogFinding[] {
    const found = [...this.#found.values()].map(toldAnew);
    return found
      .filter((one) => !found.some((other) => other !== one && covers(other, one)))
      .map((one) => withCulprit(one, found));
  }
}

interface Kept {
  readonly diagnosis: Diagnosis;
  readonly lines: readonly number[];
  readonly region: readonly LogLine[];
  readonly tell: () => readonly Diagnosis[];
}

function toldAnew({ diagnosis, lines, region, tell }: Kept): LogFinding {
  const again = tell().find(
    (one) =>
      one.kind === diagnosis.kind && one.culprit.distribution === diagnosis.culprit.distribution,
  );
  const told = again ?? diagnosis;
  return { diagnosis: told, lines, shown: linesShown(told, region) };
}

function linesShown({ evidence }: Diagnosis, region: readonly LogLine[]): readonly ShownLine[] {
  return evidence.map((text) => ({ line: lineOf(text, region), text }));
}

function covers(other: LogFinding, one: LogFinding): boolean {
  const [a, b] = [other.diagnosis, one.diagnosis];
  const same = whose(a) === whose(b);
  // NumPy's advice, told once more and cut before the original error.
  if (a.kind.startsWith('numpy-broken') && isCutAdvice(b) && !isCutAdvice(a)) return true;
  if (a.kind === b.kind && a.inner === b.inner) return whose(b) === '' && whose(a) !== '';
  // What a compiler says of NumPy's own sources is no other failure than that they were built.
  if (a.kind === 'build-numpy-itself' && NUMPYS_SOURCE.test(b.evidence[0] ?? '')) return true;
  // What pip says of an installation, as long as nothing fails for it.
  if (
    b.kind === 'install-conflict' &&
    a.kind !== b.kind &&
    /but you(?: have|'ll have) /.test(b.evidence[0] ?? '')
  )
    return a.kind !== 'unclassified';
  const clearer = VAGUE[b.kind]?.includes(a.kind) === true;
  const told = b.kind === 'swallowed' ? b.inner === a.kind : clearer;
  return told && (same || whose(b) === '' || whose(a) === '');
}

function isCutAdvice({ kind, evidence: [first = ''] }: Diagnosis): boolean {
  return kind === 'numpy-broken' && ADVICE_HEAD.test(first);
}

/** NumPy prints the cause, and the traceback below, which says only that it failed, names whose. */
function withCulprit(one: LogFinding, found: readonly LogFinding[]): LogFinding {
  if (whose(one.diagnosis) !== '') return one;
  const { kind } = one.diagnosis;
  const vague = found.filter(
    ({ diagnosis }) => VAGUE[diagnosis.kind]?.includes(kind) && whose(diagnosis) !== '',
  );
  // Several may say it of one: then the one that names the module.
  const other = vague.find(({ diagnosis }) => diagnosis.culprit.module !== null) ?? vague[0];
  if (!other || vague.some(({ diagnosis }) => whose(diagnosis) !== whose(other.diagnosis)))
    return one;
  const { culprit, fault } = other.diagnosis;
  return { ...one, diagnosis: { ...one.diagnosis, culprit, fault } };
}

function whose({ culprit }: Diagnosis): string {
  return culprit.distribution ?? culprit.module?.split('.')[0] ?? culprit.file ?? '';
}

function lineOf(evidence: string, region: readonly LogLine[]): number | null {
  const [wanted = ''] = evidence.trim().split('\n');
  const exact = region.findLast(({ text }) => text.trim() === wanted);
  // A frame is shown without the folder of its environment.
  const inside = /^File "(.+)$/.exec(wanted)?.[1];
  const near =
    exact ??
    region.findLast(({ text }) => {
      const bare = text.trim();
      if (inside && bare.startsWith('File "') && bare.endsWith(inside)) return true;
      return bare !== '' && (bare.includes(wanted) || (bare.length > 12 && wanted.endsWith(bare)));
    });
  return near?.number ?? null;
}
