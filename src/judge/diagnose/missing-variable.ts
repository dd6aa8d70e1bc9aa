/** Names of variables as programs shout them; one word alone needs more words around it. */
const NAME = '[A-Z][A-Z0-9_]*[A-Z0-9]';
const LONG = '[A-Z][A-Z0-9]*_[A-Z0-9_]*[A-Z0-9]';
const Q = '[\'"`$%{<]{0,3}';
const E = '[\'"`%}>]{0,3}';

/** `os.environ["X"]`: os.py's own frame, then the exception. */
const LOOKED_UP =
  /(?:<frozen os>|\bos\.py)", line \d+, in __getitem__\n(?:.*\n){0,3}?KeyError: '(\w+)'/;
const SAID: readonly RegExp[] = [
  new RegExp(`[Ee]nvironment[ -]variables? (?:called |named )?${Q}(${NAME})\\b`),
  new RegExp(
    `${Q}\\b(${NAME})${E} (?:is not an? |is an? )?(?:required )?(?:env(?:ironment)?)[ -]var`,
  ),
  new RegExp(
    `\\b(?:[Ss]et|[Dd]efine|[Ee]xport|SET|specify|provide) (?:the |an? )?(?:env(?:ironment)? )?(?:var(?:iable)? )?${Q}(${LONG})\\b`,
  ),
  new RegExp(
    `${Q}\\b(${LONG})${E} (?:is not|isn't|was not|not|is un|un|must be|has to be|needs to be|should be) ?(?:set|defined|specified)`,
  ),
];

/**
 * The environment variable that a program asks for, in a traceback that ends with looking it up or
 * in the program's own last words.
 *
 * @param traceback the last traceback, as Python prints it; may be empty
 * @param words the message that the program ended with
 * @returns null when it asks for none
 * @example missingVariable('', 'error: please set GSL_HOME to the folder of GSL') // 'GSL_HOME'
 */
export function missingVariable(traceback: string, words: string): string | null {
  const found = LOOKED_UP.exec(traceback)?.[1];
  if (found !== undefined) return found;
  for (const pattern of SAID) {
    const name = pattern.exec(words)?.[1];
    if (name !== undefined) return name;
  }
  return null;
}

/** What to do where a build asks for one. */
export function missingBuildVariable(text: string, words: readonly string[]): string | null {
  const name = missingVariable(text, words.join('\n'));
  if (name === null) return null;
  return `The build asks for the environment variable \`${name}\`, which is not set. Set it where the check is started: a build sees all that is set there, but for Python’s and the installers’ own settings and names that look like a secret’s (TOKEN, SECRET, PASSWORD, CREDENTIAL, KEY).`;
}
