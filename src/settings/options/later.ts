import type { OptionGroup } from '../option.ts';

/** Names that are taken: using one says that it is not available yet. At present there is none. */
export const LATER = {
  title: 'Not available yet',
  rows: {},
} as const satisfies OptionGroup;
