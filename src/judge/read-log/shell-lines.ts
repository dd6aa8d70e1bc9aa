import type { Stage } from './stage.ts';

/** What Windows PowerShell says of each line that a program wrote to standard error. */
const POWERSHELL =
  /^\s*\+ (?:CategoryInfo|FullyQualifiedErrorId|PSComputerName) +: |^At (?:line:\d+|\S.*\.ps1:\d+) char:\d+$|^\+ +~+$/;
/** supervisord's `DEBG 'web' stderr output:`, above what a process wrote. */
const ABOVE = /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d,\d+ DEBG '[^']+' std(?:out|err) output:$/;

/** What CPython draws between the exceptions of a group (Lib/traceback.py). */
const DIVIDER = /^\s*(?:\+-)?\+-{10,}(?: (?:\d+|\.\.\.) -{10,})?$/;

/**
 * Leaves out the lines that a shell or a supervisor puts between those of the program it runs, and
 * sets those that CPython draws between the exceptions of a group apart from what stands above.
 */
export function dropShellLines(): Stage {
  let afterPowerShell = false;
  return {
    read(line) {
      const { text } = line;
      if (DIVIDER.test(text)) {
        return ['', text.trim()].map((one) => ({ number: line.number, text: one }));
      }
      if (POWERSHELL.test(text) || ABOVE.test(text)) {
        afterPowerShell = !ABOVE.test(text);
        return [];
      }
      // The command between `At line:1 char:1` and its underline, and the line of one space below.
      const blank = afterPowerShell && (/^ ?$/.test(text) || /^\+ \S/.test(text));
      if (!blank) afterPowerShell = false;
      return blank ? [] : [line];
    },
    end: () => [],
  };
}
