import type { ExceptionRecord, NativeFrame } from '../../model/observation.ts';
import type { Outcome, Phase } from '../../model/outcome.ts';
import { diagnoseAll } from '../diagnose/diagnose.ts';
import type { Diagnosis } from '../diagnose/diagnosis.ts';
import { STUB_TEXT } from '../diagnose/stub-text.ts';
import type { LogLine } from '../read-log/log-line.ts';
import { InstalledVersions } from './installed-versions.ts';
import { type LogFinding, LogFindings } from './log-findings.ts';
import { NOTABLE } from './log-patterns.ts';
import { textEvidence } from './text-evidence.ts';

const MOST_NOTABLE = 5;

/** What some lines of a log tell, in the terms of an observation. */
export interface Telling {
  readonly lines: readonly LogLine[];
  readonly outcome: Outcome;
  readonly phase: Phase;
  readonly chain?: readonly ExceptionRecord[];
  /** A debugger's backtrace, innermost frame first. */
  readonly native?: readonly NativeFrame[];
}

/** What lines tell that show an exception which an import ended with. */
export function raisedBy(lines: readonly LogLine[]): Telling {
  return { lines, outcome: { kind: 'raised' }, phase: 'import' };
}

/** Lets the rules of diagnosis judge what a log tells, with what else stands in it. */
export class LogJudge {
  readonly #found = new LogFindings();
  readonly #installed = new InstalledVersions();
  readonly #notable: LogLine[] = [];
  #numpy: string | null = null;

  /** Every line: what is installed, and what explains a failure that stands elsewhere. */
  read(line: LogLine): void {
    this.#installed.read(line.text);
    if (NOTABLE.test(line.text) && this.#notable.length < MOST_NOTABLE) this.#notable.push(line);
  }

  /** The version that NumPy names when it refuses a module is the one that was running. */
  readVersion(text: string): void {
    this.#numpy = STUB_TEXT.exec(text)?.[1] ?? this.#numpy;
  }

  /** @returns whether anything was told */
  judge(telling: Telling): boolean {
    return this.#keep(telling, () => true);
  }

  /** The same, where no rule knows it nothing is said. */
  judgeKnown(telling: Telling): boolean {
    return this.#keep(telling, ({ kind }) => kind !== 'unclassified');
  }

  /** Something that the rules need not judge. */
  keep(diagnosis: Diagnosis, lines: readonly LogLine[]): void {
    this.#found.keep(diagnosis, lines);
  }

  /** @returns whether a failure was read that this explains, and that does not say itself why */
  explainsVague(telling: Telling): boolean {
    return this.#teller(telling)().some((one) => this.#found.saidVaguely(one));
  }

  all(): readonly LogFinding[] {
    return this.#found.all();
  }

  #keep(telling: Telling, counts: (one: Diagnosis) => boolean): boolean {
    const tell = this.#teller(telling);
    const told = tell().filter(counts);
    for (const diagnosis of told) {
      this.#found.keep(diagnosis, [...this.#notable, ...telling.lines], tell);
    }
    return told.length > 0;
  }

  /** To be asked once more at the end: what is installed, and what explains it, may stand further below. */
  #teller({ lines, outcome, phase, chain = [], native = [] }: Telling): () => readonly Diagnosis[] {
    const known = this.#numpy;
    const stderr = lines.map((one) => one.text).join('\n');
    return () => {
      const installed = this.#installed.versions;
      const context = this.#notable.map((one) => one.text);
      return diagnoseAll(
        textEvidence({
          outcome,
          phase,
          chain,
          native,
          stderr: [...context, stderr].join('\n'),
          numpy: known ?? installed.get('numpy') ?? null,
          installed,
        }),
      );
    };
  }
}
