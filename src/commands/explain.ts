import { type ExplainResult, explainLog } from '../judge/explain-log/explain.ts';
import { EXIT, type ExitCode, UserError } from '../model/user-error.ts';

/** What a log told, and the exit code that says so. */
export interface Explanation extends ExplainResult {
  /** 0 when its cause was recognised, 1 when not. */
  readonly exitCode: ExitCode;
}

/**
 * Reads a log to its end and names the causes that it shows.
 *
 * @param chunks the log, in pieces of any size
 * @param name how the user calls it: a path, or `standard input`
 * @throws UserError when there is nothing to read in it, or it is no text
 */
export async function explain(
  chunks: AsyncIterable<Uint8Array | string>,
  name: string,
): Promise<Explanation> {
  const result = await explainLog(chunks);
  switch (result.nature) {
    case 'empty':
      throw new UserError(`There is nothing to explain: ${name} is empty`, {
        exitCode: EXIT.usage,
        remedy:
          'Give the whole output of the failed command, with what it wrote to standard error: command 2>&1 | numpy-abi-matrix explain',
      });
    case 'binary':
      throw new UserError(`Cannot explain ${name}: it is no text but binary data`, {
        exitCode: EXIT.usage,
        remedy:
          'Give the text of a log or a traceback; unpack an archive of logs first, and name one of its files',
      });
    case 'text':
      return { ...result, exitCode: result.recognised ? EXIT.proven : EXIT.findings };
    default:
      return result.nature satisfies never;
  }
}
