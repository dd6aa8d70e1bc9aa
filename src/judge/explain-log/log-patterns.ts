/** Single lines of a log that say something by themselves. */

/** pytest's list at the end: `ERROR tests/test_a.py - ValueError: …`. */
export const SUMMARY =
  /^(?:ERROR|FAILED) (?:\S+\.py\S*|\S+::\S+) - ((?:[A-Za-z_]\w*\.)*[A-Z]\w*(?:Error|Exception): .*)$/;
/** Printed by C code that goes on; never the exception that a program ends with. */
export const OLD_API = /^_(?:ARRAY|UFUNC)_API not found/;
export const SUCCESS =
  /^=*\s*\d+ passed\b(?!.*\b(?:failed|error))|\bexit(?:ed)?(?: with)?(?: code| status)?[ :]+0\b/;
/** A program, a step or a build that ended badly. */
export const FAILURE =
  /\bexit(?:ed)?(?: with)?(?: code| status)?[ :=]+[1-9]\d*\b|returned a? ?non-zero|did not complete successfully|: \*\*\* .* Error \d|^Killed\b|\b(?:died|exited|terminated) unexpectedly\b|\bfailed to boot\b/i;
/** What a dying process says of itself: everything else before a dump is somebody else's. */
export const LAST_WORDS =
  /terminate called|what\(\):|[Aa]ssert|malloc|free\(\)|corrupt|stack smashing|^\*\*\* |[Ff]ault|[Aa]bort|[Ii]llegal|[Ee]rror|[Ee]xception|panick|overflow|violation/;
/** CPython's and Cython's warnings of a module that loads. */
export const QUIET =
  /\(GIL\) has been enabled to load module|^compile ?time |^Python C API version mismatch/;
export const PROMPT =
  /^\s*(?:\$|>>>|\.\.\.|#|%|[A-Z]:\\.*>|PS .*>|In \[\d+\]:|[\w.-]+@[\w.-]+:.*[$#])\s?/;
/** What explains a failure although it stands elsewhere in the log. */
export const NOTABLE =
  /This Python interpreter is in a conda environment|^\[PYI-\d+:|CondaError: Run 'conda init'|^Failed to execute script '/;
