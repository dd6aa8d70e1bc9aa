import { randomUUID } from 'node:crypto';
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { type Command, type Log, logLine, workflowCommand } from '../escape/command.ts';
import type { Env } from '../host/child-environment.ts';
import { EXIT } from '../model/user-error.ts';
import type { Config } from '../settings/config.ts';
import { complaintOf } from './complaint.ts';
import { appendSummary, createGithubProgress, maskSecrets, writeOutputs } from './github.ts';
import { withHeartbeat } from './heartbeat.ts';
import { writeText } from './output-file.ts';
import { cleaned, createSecrets, type Secrets } from './secrets.ts';
import type { SessionConfig, SessionOptions } from './session.ts';
import { makeReportFolder } from './write-reports.ts';

/** What a step of a workflow says and hears. */
export interface WorkflowSession {
  readonly secrets: Secrets;
  /** Where the runner reads commands; secrets are taken out on the way. */
  readonly stdout: { write(text: string): unknown };
  print(line: Log | Command): void;
  /** Lines of plain text: whatever one holds, it stays one line of log, and no command. */
  show(lines: readonly string[]): void;
  /** Says which inputs come to nothing, where there are any. */
  warn(unused: readonly string[]): void;
  summarise(markdown: { readonly text: string }): Promise<void>;
  setOutputs(outputs: Readonly<Record<string, string>>): Promise<void>;
  sessionFor(config: SessionConfig, cwd: string): SessionOptions;
  /** A folder for files of later steps: outside the workspace, and no other copy's. */
  reportFolder(wanted: string | null): Promise<string>;
  /** Keeps a text, whole or in pieces of whole lines, for later steps. @returns its file's path */
  keep(folder: string, name: string, text: string | Iterable<string>): Promise<string>;
  /** @returns the exit code */
  complain(error: unknown): Promise<number>;
}

const OUTCOMES: Readonly<Record<number, string>> = {
  [EXIT.proven]: 'proven',
  [EXIT.findings]: 'findings',
  [EXIT.usage]: 'usage',
  [EXIT.setUp]: 'set-up',
  [EXIT.nothingTested]: 'nothing-tested',
  [EXIT.interrupted]: 'interrupted',
};

/** The output `outcome`: the exit code in a word. A plan proves nothing. */
export function outcomeName(code: number, mode: Config['mode'] = 'check'): string {
  if (mode === 'plan' && code === EXIT.proven) return 'planned';
  if (mode === 'build' && code === EXIT.proven) return 'built';
  return OUTCOMES[code] ?? 'bug';
}

/**
 * The same of a run that was judged: where `fail-on` lets it end with code 0, what was found is still
 * no proof.
 */
export function judgedOutcome({
  exitCode,
  findings,
  combinations = [],
}: {
  readonly exitCode: number;
  readonly findings: readonly { readonly severity: string }[];
  readonly combinations?: readonly { readonly verdict: string }[];
}): string {
  const isRed =
    findings.some(({ severity }) => severity === 'error') ||
    combinations.some(({ verdict }) => verdict === 'failed');
  if (exitCode === EXIT.proven && isRed) return outcomeName(EXIT.findings);
  const isDoubtful = combinations.some(({ verdict }) => verdict === 'doubtful');
  return exitCode === EXIT.proven && isDoubtful ? 'doubtful' : outcomeName(exitCode);
}

/** A session of the step that this process is. */
export function createWorkflowSession(running: NodeJS.Process): WorkflowSession {
  const env: Env = running.env;
  const secrets = createSecrets();
  const stdout = { write: (text: string) => running.stdout.write(secrets.clean(text)) };
  const print = (line: Log | Command): void => {
    stdout.write(`${line.text}\n`);
  };
  const setOutputs = (outputs: Readonly<Record<string, string>>) =>
    writeOutputs(env['GITHUB_OUTPUT'], outputs);
  return {
    secrets,
    stdout,
    print,
    setOutputs,
    show: (lines) => {
      for (const line of lines) print(logLine`${line}`);
    },
    warn: (unused) => {
      if (unused.length === 0) return;
      const advice = 'Give it to the step that takes it, or leave it out.';
      const text = [...unused.map((one) => `input ${one}.`), advice].join('\n');
      print(workflowCommand('warning', { title: 'An input comes to nothing' }, text));
    },
    summarise: ({ text }) => appendSummary(env['GITHUB_STEP_SUMMARY'], secrets.clean(text)),
    sessionFor: ({ kept: { cacheDir, noCache }, output: { verbose } }, cwd) => ({
      env,
      cwd,
      cacheDir,
      useCache: !noCache,
      storeStays: false,
      mask: (more) => {
        // Past the cleaning of our own output, or the runner would be told to mask "***".
        maskSecrets(running.stdout, more);
        secrets.add(more);
      },
      progress: withHeartbeat(
        createGithubProgress({ stdout, verbose: verbose || env['RUNNER_DEBUG'] === '1' }),
      ),
    }),
    reportFolder: async (wanted) => {
      const base = env['RUNNER_TEMP'];
      const there = base && (await stat(base).catch(() => undefined)) ? base : running.cwd();
      const folder = wanted ?? join(there, `numpy-abi-matrix-${randomUUID()}`);
      await makeReportFolder(folder);
      return folder;
    },
    keep: async (folder, name, text) => {
      const path = join(folder, name);
      await writeText(path, cleaned(text, secrets.clean));
      return path;
    },
    complain: async (error) => {
      const { exitCode, message, remedy } = complaintOf(error);
      const text = [message, remedy].filter((part) => part !== '').join('\n');
      print(workflowCommand('error', { title: 'numpy-abi-matrix' }, text));
      await setOutputs({ outcome: outcomeName(exitCode) });
      return exitCode;
    },
  };
}
