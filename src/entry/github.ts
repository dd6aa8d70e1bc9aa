import { randomUUID } from 'node:crypto';
import { appendFile } from 'node:fs/promises';
import { type Command, type Log, logLine, workflowCommand } from '../escape/command.ts';
import { relay } from '../escape/relay.ts';
import { splitLines } from '../escape/visible.ts';
import type { Progress } from '../model/ports.ts';
import type { Annotation } from '../report/render/annotation.ts';
import { MARKS } from '../report/render/cell.ts';
import { planLine } from '../report/render/plan-line.ts';
import { annotationCommand } from '../report/render/workflow-command.ts';

export interface GithubOptions {
  readonly stdout: { write(text: string): unknown };
  readonly verbose: boolean;
}

/**
 * The progress of a run in the log of GitHub Actions: plain lines, bulk output in groups.
 *
 * What children wrote is relayed with a prefix on each line and, as a second layer, between
 * `stop-commands` and a token that is random each time.
 */
export function createGithubProgress(options: GithubOptions): Progress {
  const print = (lines: readonly (Command | Log)[]) => writeLines(options.stdout, lines);
  const info = (text: string) => print(splitLines(text).map((line) => logLine`${line}`));
  return {
    info,
    notice: (text) => info(`note: ${text}`),
    detail: (text) => {
      if (options.verbose) info(text);
    },
    group: (title, text) => {
      const token = randomUUID();
      print([
        workflowCommand('group', {}, logLine`${title}`.text),
        workflowCommand('stop-commands', {}, token),
        ...relay(text),
      ]);
      // The end of it is the token itself, spelled as a command.
      options.stdout.write(`::${token}::\n`);
      print([workflowCommand('endgroup', {}, '')]);
    },
    planned: (subject, version, plan) => print([logLine`${planLine(subject, version, plan)}`]),
    combination: (id, text, verdict) =>
      print([logLine`${MARKS[verdict]} ${id.padEnd(18)} ${text}`]),
    update: () => {},
    done: () => {},
  };
}

/** Shows annotations, in the order given. */
export function printAnnotations(
  stdout: { write(text: string): unknown },
  annotations: readonly Annotation[],
): void {
  writeLines(stdout, annotations.map(annotationCommand));
}

/** Hides secrets in the rest of the log; empty and very short ones would hide everything. */
export function maskSecrets(
  stdout: { write(text: string): unknown },
  secrets: readonly string[],
): void {
  const lines = secrets.flatMap((secret) => [secret, ...splitLines(secret)]);
  const worth = [...new Set(lines)].filter((secret) => secret.trim().length >= 3);
  writeLines(
    stdout,
    worth.map((secret) => workflowCommand('add-mask', {}, secret)),
  );
}

/** Adds Markdown, escaped already, to the job summary. Without the file there is none to write. */
export async function appendSummary(file: string | undefined, markdown: string): Promise<void> {
  if (file !== undefined && file !== '') await appendFile(file, `${markdown.trimEnd()}\n`);
}

/**
 * Sets the outputs of the step, in the form for values of several lines, so that no value can
 * begin another output.
 */
export async function writeOutputs(
  file: string | undefined,
  outputs: Readonly<Record<string, string>>,
): Promise<void> {
  if (file === undefined || file === '') return;
  const blocks = Object.entries(outputs).map(([name, value]) => {
    const end = `end_${randomUUID()}`;
    return `${name}<<${end}\n${value}\n${end}\n`;
  });
  await appendFile(file, blocks.join(''));
}

function writeLines(
  stdout: { write(text: string): unknown },
  lines: readonly (Command | Log)[],
): void {
  if (lines.length > 0) stdout.write(`${lines.map((line) => line.text).join('\n')}\n`);
}
