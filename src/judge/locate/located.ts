import type { Location } from '../../model/finding.ts';

/** A position, and why it was chosen over others: one sentence for `--verbose`. */
export interface Located extends Location {
  readonly why: string;
}
