/**
 * How uv's lines begin in a log that somebody pasted, as sources of regular expressions: its own
 * output is read by the other files of this folder.
 */

/** Its head: `× No solution found when resolving dependencies:`. */
export const NO_SOLUTION_HEAD = '(?:error: |(?: {2})?× )No solution found';

/** Its derivation: `╰─▶ Because a==1 depends on numpy<2 and …`. */
export const DERIVATION_HEAD = '(?: {2})?(?:cause: |╰─▶ )Because ';

/** Letters that its messages are drawn with, where a message begins in the middle of a string. */
export const DRAWN = '[×╰]';

/** Two requirements that contradict each other, which is no matter of the Python. */
export const CONFLICT_LINE = String.raw`^\s*(?:[│╰─▶├ ]*)?(?:cause: |And )?[Bb]ecause (?!the current Python)\S.* depends? on (?!Python)\S+?[^,;]*?[<>=!~]=?\d|[Bb]ecause (?=.*we can conclude that (?:your|the) (?:\S+ )?requirements are unsatisfiable)(?!.*(?:has no |have no |there (?:is|are) no |was not found |not found in |was yanked|need(?:s|ed)? to be downloaded|has an invalid |could not be |does not satisfy |only \S+ is available|only the following ))(?:.* )?(?:depends? on|you require) `;

/** A release that this Python has no wheel of; a group holds its name. */
export const NO_WHEEL_LINE = String.raw`(\S+) has no (?:usable wheels|wheels with a matching)|^\s*and you require (\S+), we can conclude .*only the following versions of |the current Python version \(\S+\) does not satisfy Python\S+ and (\S+) depends on Python`;

/** What it installed, ` + numpy==2.0.2`, and mamba's `  + numpy  1.26.4`: name and version. */
export const INSTALLED_LINE = /^ *\+ ([A-Za-z][\w.-]*)(?:==| {1,40})(\d[\w.+!]*)/;
