import type { Diagnosis } from '../diagnose/diagnosis.ts';
import type { LogLine } from '../read-log/log-line.ts';
import { diagnoseUnmetBuild } from '../set-up/build-failure.ts';
import { missingBuildRequirement } from '../set-up/missing-build-requirement.ts';
import { missingProgram } from '../set-up/missing-program.ts';

/** What a build's installer says at its end. */
const FAILED =
  /Failed building wheel for|metadata-generation-failed|subprocess-exited-with-error|Could not build wheels for|did not run successfully|Failed to (?:download and )?build `|build backend returned an error|Failed to build:? /i;
/** Only such a line can name what is missing. */
const MAY_NAME =
  /not found|No such file|WinError 2|could not find|Visual C\+\+|is .{1,40} installed|cannot find -l|required by crate|No package '|Unknown compiler|Dependency |no Fortran|Rust package manager/i;
/** No other line is looked at closer: a part of each form of the two, sooner found than the whole. */
const HINT = /ail|ot |error|no |such|visual|is |winerror|crate|unknown|depend/i;
const MOST = 3;

/**
 * A build that stopped for want of a compiler, a program or a library: any log may say that one is
 * not found, so that it counts only where an installer says that a build failed.
 */
export class FailedBuilds {
  readonly #missing: LogLine[] = [];
  #failed: LogLine | undefined;

  read(line: LogLine): void {
    const { text } = line;
    if (text.length > 1000 || !HINT.test(text)) return;
    if (FAILED.test(text)) this.#failed ??= line;
    if (this.#missing.length >= MOST || !MAY_NAME.test(text)) return;
    if (remedyOf(text) !== null) this.#missing.push(line);
  }

  get failure(): { readonly diagnosis: Diagnosis; readonly lines: readonly LogLine[] } | undefined {
    const failed = this.#failed;
    const [first] = this.#missing;
    const remedy = first && remedyOf(this.#missing.map((one) => one.text).join('\n'));
    if (!failed || !remedy) return undefined;
    const lines = [...this.#missing, failed];
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
