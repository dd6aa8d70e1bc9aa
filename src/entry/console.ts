import { logLine } from '../escape/command.ts';
import { wrap } from '../escape/terminal.ts';
import { splitLines, visible } from '../escape/visible.ts';
import type { Progress, ProgressState } from '../model/ports.ts';
import { MARKS } from '../report/render/cell.ts';
import { planLine } from '../report/render/plan-line.ts';
import { columnsOf } from './columns-of.ts';
import { liveLine } from './live-line.ts';

/** Where text goes; a stream of node has all of it. */
export interface TextSink {
  write(text: string): unknown;
  readonly columns?: number | undefined;
}

export interface ConsoleOptions {
  /** Standard error: standard output is for the report alone (`--json -`). */
  readonly stderr: TextSink;
  readonly quiet: boolean;
  readonly verbose: boolean;
  /** A person looks at a terminal: draw the live line. */
  readonly interactive: boolean;
  /** Milliseconds since any fixed time. */
  readonly now?: () => number;
}

/** Redraws of the live line, so that the spinner turns and the estimate counts. */
const REDRAW_MS = 120;
const CLEAR = '\r\u001b[2K';

/**
 * The progress of a run in a terminal: a live line while it works, or plain lines where nobody
 * looks. All text is escaped here.
 */
export function createConsoleProgress(options: ConsoleOptions): Progress {
  const { stderr, quiet, verbose, interactive } = options;
  const now = options.now ?? Date.now;
  let state: ProgressState | undefined;
  let started: number | null = null;
  let tick = 0;
  let timer: ReturnType<typeof setInterval> | undefined;

  const draw = () => {
    if (state === undefined) return;
    const width = columnsOf(stderr);
    const elapsedSeconds = started === null ? null : (now() - started) / 1000;
    stderr.write(CLEAR + liveLine(state, { width, tick, elapsedSeconds }).text);
    tick += 1;
  };
  const print = (text: string) => show(splitLines(text));
  /** Whatever a text holds, it stays one line. */
  const show = (texts: readonly string[]) => {
    if (quiet) return;
    const live = interactive && state !== undefined;
    const lines = texts.flatMap((line) =>
      interactive
        ? wrap(line, columnsOf(stderr)).map((part) => part.text)
        : [logLine`${line}`.text],
    );
    stderr.write(`${live ? CLEAR : ''}${lines.join('\n')}\n`);
    if (live) draw();
  };
  return {
    info: print,
    notice: (text) => print(`note: ${text}`),
    detail: (text) => {
      if (verbose) print(text);
    },
    // Shown already, as it came: whoever has it in hand passes it to `detail` line by line.
    group: () => {},
    planned: (subject, version, plan) => show([visible(planLine(subject, version, plan))]),
    combination: (id, text, verdict) => {
      // The live line counts; only what failed is worth a line that stays.
      const quietly = verdict === 'proven' || verdict === 'excluded' || verdict === 'skipped';
      if (!interactive || !quietly || verbose)
        show([visible(`${MARKS[verdict]} ${id.padEnd(18)} ${text}`)]);
    },
    update: (next) => {
      state = next;
      if (next.total > 0) started ??= now();
      if (quiet || !interactive) return;
      draw();
      timer ??= setInterval(draw, REDRAW_MS);
      timer.unref();
    },
    done: () => {
      clearInterval(timer);
      timer = undefined;
      if (state !== undefined && interactive && !quiet) stderr.write(CLEAR);
      state = undefined;
    },
  };
}
