import { normaliseName } from '../../packaging/requirement-name.ts';
import type { Diagnosis } from '../diagnose/diagnosis.ts';
import type { LogLine } from '../read-log/log-line.ts';
import { diagnoseNoNetwork, diagnoseUnmetBuild } from '../set-up/build-failure.ts';
import { missingBuildRequirement } from '../set-up/missing-build-requirement.ts';
import { missingProgram } from '../set-up/missing-program.ts';
import type { LogFinding } from './log-findings.ts';

/** What a build's installer says at its end, and what meson and CMake stop with. */
const FAILED =
  /meson\.build:\d+:\d+: ERROR: |Configuring incomplete, errors occurred|CMake Error at |Failed building wheel for|metadata-generation-failed|subprocess-exited-with-error|Could not build wheels for|did not run successfully|Failed to (?:download and )?build `|build backend returned an error|Failed to build:? /i;
/** Only such a line can name what is missing. */
const MAY_NAME =
  /not found|No such file|Cannot compile|WinError 2|could not find|Visual C\+\+|is .{1,40} installed|cannot find -l|required by crate|No package '|Unknown compiler|Dependency |no Fortran|Rust package manager/i;
/** CMake's word on how it goes on. */
const STATUS = /^\s*-- /;
/** No other line is looked at closer: a part of each form of the two, sooner found than the whole. */
const HINT = /ail|etry|ot |error|no |such|visual|is |winerror|crate|unknown|depend/i;
/** pip goes on without an answer, and says in the end that there is nothing. */
const RETRY = /^WARNING: Retrying \(Retry\(total=(\d+)(?:.*\/simple\/([\w.-]+)\/)?/;
const NOTHING = /(?:requirement|found for) ([A-Za-z](?:[\w.-]*\w)?).*\(from versions: none\)/;
const MOST = 3;
/** Of so many packages the retries are kept. */
const MOST_RETRIED = 1000;

/**
 * A build that stopped for want of a compiler, a program or a library: any log may say that one is
 * not found, so that it counts only where an installer says that a build failed.
 */
export class FailedBuilds {
  readonly #missing: LogLine[] = [];
  /** What CMake does without, as long as nothing else is missing. */
  readonly #optional: LogLine[] = [];
  #failed: LogLine | undefined;
  /** The first retry of each package's page, by its name; under none the last retry of another page. */
  readonly #retried = new Map<string, LogLine>();

  read(line: LogLine): void {
    const { text } = line;
    if (text.length > 1000 || !HINT.test(text)) return;
    this.#readRetry(line);
    if (FAILED.test(text)) this.#failed ??= line;
    const kept = STATUS.test(text) ? this.#optional : this.#missing;
    if (kept.length >= MOST || !MAY_NAME.test(text)) return;
    if (remedyOf(text) !== null) kept.push(line);
  }

  /** An index that is slow once answers the next time: only the last retry says that none did. */
  #readRetry(line: LogLine): void {
    const [, left, name] = RETRY.exec(line.text) ?? [];
    if (left === undefined || (name === undefined && Number(left) > 0)) return;
    const of = name === undefined ? '' : normaliseName(name);
    if (this.#retried.size < MOST_RETRIED && !this.#retried.has(of)) this.#retried.set(of, line);
  }

  /** Nothing that an index has, where none could be asked, is no matter of this Python. */
  withoutNetwork(one: LogFinding): LogFinding {
    const { evidence, kind } = one.diagnosis;
    const names = evidence.flatMap((text) => NOTHING.exec(text)?.[1] ?? []).map(normaliseName);
    if (names.length === 0 || kind !== 'install-no-candidate') return one;
    const line = [...names, ''].map((name) => this.#retried.get(name)).find(Boolean);
    if (!line) return one;
    const told = { line: line.number, text: line.text };
    return {
      diagnosis: diagnoseNoNetwork([line.text, ...one.diagnosis.evidence]),
      lines: [line.number, ...one.lines],
      shown: [told, ...one.shown],
    };
  }

  get failure(): { readonly diagnosis: Diagnosis; readonly lines: readonly LogLine[] } | undefined {
    const failed = this.#failed;
    const missing = this.#missing.length > 0 ? this.#missing : this.#optional;
    const [first] = missing;
    const remedy = first && remedyOf(missing.map((one) => one.text).join('\n'));
    if (!failed || !remedy) return undefined;
    const lines = [...new Set([...missing, failed])];
    return {
      diagnosis: diagnoseUnmetBuild(
        lines.map((one) => one.text),
        remedy,
      ),
      lines,
    };
  }
}

/** A module that is missing stands in a traceback, and is told as such. */
function remedyOf(text: string): string | null {
  return (
    (text.includes('No module named') ? null : missingBuildRequirement(text)) ??
    missingProgram(text)
  );
}
