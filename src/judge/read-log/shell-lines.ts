import type { Stage } from './stage.ts';

/** What Windows PowerShell says of each line that a program wrote to standard error. */
const POWERSHELL =
  /^\s*\+ (?:CategoryInfo|FullyQualifiedErrorId|PSComputerName) +: |^At (?:line:\d+|\S.*\.ps1:\d+) char:\d+$|^\+ +~+$/;
/** supervisord's `DEBG 'web' stderr output:`, above what a process wrote. */
const ABOVE = /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d,\d+ DEBG '[^']+' std(?:out|err) output:$/;

/** Leaves out the lines that a shell or a supervisor puts between those of the program it runs. */
export function dropShellLines(): Stage {
  let afterPowerShell = false;
  return {
    read(line) {
      const { text } = line;
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
