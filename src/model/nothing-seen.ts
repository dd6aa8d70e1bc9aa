import type { Observation } from './observation.ts';

/** An observation before anything is seen: what one is made of, or compared with. */
export const NOTHING_SEEN: Observation = {
  outcome: { kind: 'not-run', reason: 'set-up' },
  phase: 'start',
  step: null,
  exceptions: [],
  stdout: '',
  stderr: '',
  truncated: false,
  events: [],
  culpritFile: null,
  oldApi: [],
  numpy: null,
  loadedAs: null,
  shadowedBy: null,
  seconds: 0,
  peakBytes: null,
  gilEnabledBy: null,
  disagreement: [],
  confirmed: false,
  nativeFrames: [],
};
