import type { RunResult } from '../../model/ports.ts';
import { meaningOfSignal } from '../../packaging/exit-codes.ts';
import { derivation } from '../../packaging/uv-messages/explain-conflict.ts';

/**
 * Why uv made no virtual environment: how it ended where that says it, else its own words.
 *
 * @returns a clause; of a uv that failed without a word its exit code
 */
export function whyNoEnvironment({ ending, stderr }: Pick<RunResult, 'ending' | 'stderr'>): string {
  const said = derivation(stderr);
  switch (ending.kind) {
    case 'not-started':
      return `uv does not start: ${ending.message}`;
    case 'signalled':
      return `uv was killed by ${ending.signal}: ${meaningOfSignal(ending.signal)}`;
    case 'timed-out':
      return `uv did not end within ${ending.seconds} s`;
    case 'exited':
      return said === '' ? `uv failed without a word (exit ${ending.code})` : said;
    case 'interrupted':
      return said;
  }
}
