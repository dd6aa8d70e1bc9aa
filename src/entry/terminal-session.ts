import { printableJson } from '../escape/json.ts';
import { type Terminal, terminal, withoutCommands, wrap } from '../escape/terminal.ts';
import { EXIT } from '../model/user-error.ts';
import { columnsOf } from './columns-of.ts';
import { complaintOf } from './complaint.ts';
import { createConsoleProgress } from './console.ts';
import { withHeartbeat } from './heartbeat.ts';
import { writeText } from './output-file.ts';
import { cleaned, createSecrets, type Secrets } from './secrets.ts';
import type { SessionConfig, SessionOptions } from './session.ts';

/** What the command line says and hears. */
export interface TerminalSession {
  readonly secrets: Secrets;
  readonly width: number;
  readonly colours: boolean;
  /** Notices that were shown while the program ran: they need no second line. */
  readonly told: ReadonlySet<string>;
  print(text: Terminal): void;
  /** Lines of plain text: whatever one holds, it stays one line, and no command of a runner. */
  show(lines: readonly string[]): void;
  /** JSON text, whole or in pieces of whole lines, to a file, or for `-` to standard output. */
  write(target: string, json: string | Iterable<string>): Promise<void>;
  sessionFor(config: SessionConfig, cwd: string): SessionOptions;
  /** @returns the exit code */
  complain(error: unknown): number;
}

/** A session on the standard streams of a process (see toleratePipes for their errors). */
export function createTerminalSession(running: NodeJS.Process): TerminalSession {
  const { stdout, stderr, env } = running;
  const secrets = createSecrets();
  const told = new Set<string>();
  const print = (text: string): void => {
    stdout.write(text);
  };
  return {
    secrets,
    told,
    width: columnsOf(stdout, 100),
    colours: !env['NO_COLOR'] && (stdout.isTTY === true || Boolean(env['FORCE_COLOR'])),
    print: (text) => print(secrets.clean((stdout.isTTY ? text : withoutCommands(text)).text)),
    show: (lines) => {
      for (const line of lines)
        print(`${withoutCommands(terminal`${secrets.clean(line)}`).text}\n`);
    },
    write: async (target, json) => {
      const pieces = cleaned(json, secrets.clean);
      if (target !== '-') return writeText(target, pieces);
      for (const piece of pieces) print(printableJson(piece));
    },
    sessionFor: (config, cwd) => {
      const interactive = stderr.isTTY === true && env['TERM'] !== 'dumb' && !env['CI'];
      const lines = createConsoleProgress({
        stderr: {
          write: (text) => stderr.write(secrets.clean(text)),
          get columns() {
            return stderr.columns;
          },
        },
        quiet: config.output.quiet,
        verbose: config.output.verbose,
        interactive,
      });
      // Nobody redraws a log: there a line now and then says that it still works.
      const progress = interactive || config.output.quiet ? lines : withHeartbeat(lines);
      const notice = (text: string): void => {
        if (!config.output.quiet) told.add(text);
        progress.notice(text);
      };
      const { cacheDir, noCache } = config.kept;
      return {
        env,
        cwd,
        cacheDir,
        useCache: !noCache,
        storeStays: true,
        mask: secrets.add,
        progress: { ...progress, notice },
      };
    },
    complain: (error) => {
      const { exitCode, message, remedy } = complaintOf(error);
      const width = stderr.isTTY ? columnsOf(stderr, 100) : 1000;
      const said = [
        message.replaceAll(/^(?=\S)(?!error: )/gm, 'error: '),
        ...(remedy === '' ? [] : [exitCode === EXIT.bug ? remedy : indented(remedy)]),
      ];
      for (const line of secrets.clean(said.join('\n')).split(/\r\n|\r|\n/)) {
        for (const part of wrap(line, width)) stderr.write(`${withoutCommands(part).text}\n`);
      }
      return exitCode;
    },
  };
}

function indented(text: string): string {
  return text.replaceAll(/^/gm, '       ');
}
