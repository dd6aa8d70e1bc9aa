/** What to do where nothing was tested because there is no compiled module. */
export const EMPTY_ADVICE =
  'If it is right that there is no compiled module: allow-empty. Compiled modules of what it requires are tested with dependencies: direct';

/** The same in the words of the command line. */
export const EMPTY_ADVICE_CLI =
  'If it is right that there is no compiled module: --allow-empty. Compiled modules of what it requires are tested with --dependencies direct';
