import type { Outcome } from '../model/outcome.ts';

const NOT_RUN = {
  shadowed: 'its name loads another file',
  'not-loaded': 'nothing loaded this file',
  'wrong-tag': 'this Python cannot see the file: it is tagged for another one',
  skipped: 'skipped',
  'set-up': 'its environment could not be set up',
  interrupted: 'interrupted',
} as const;

/** An outcome in a few words, for a reader: `killed by SIGSEGV`. */
export function outcomeText(outcome: Outcome): string {
  switch (outcome.kind) {
    case 'imported':
      return 'imported';
    case 'raised':
      return 'raised an exception';
    case 'signalled':
      return `killed by ${outcome.signal}`;
    case 'exited':
      return `ended the process by itself (code ${outcome.code})`;
    case 'timed-out':
      return `did not end within ${outcome.seconds} s`;
    case 'not-run':
      return NOT_RUN[outcome.reason];
    default:
      return outcome satisfies never;
  }
}
