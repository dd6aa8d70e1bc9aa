/** `File ~/x.py:11, in f(a)` of IPython 8, and `~/x.py in f(a)` of 7 and before, in the middle of a line. */
const FRAME =
  /(?<=\s)(?:File )?((?:~|\/|[A-Za-z]:[\\/]|\w[\w.-]{0,200}[\\/])[^\s"]{1,500}?\.(?:py|pyx|pxd))(?::(\d+)(?:,? in (init [\w.]+|<[^<>\s]+>|[\w.]+))?| in (init [\w.]+|<[^<>\s]+>|[\w.]+))(?:\([^)]*\))?(?=\s)/g;
const RAISED = /(?:^|\s)((?:[A-Za-z_]\w*\.)*[A-Z]\w*(?:Error|Exception): .+)$/;
const HEADING = 'Traceback (most recent call last)';
const MOST_CHARACTERS = 20_000;

/**
 * Breaks a line that holds a whole traceback of IPython or Jupyter, as somebody pasted it into a form
 * that knows no line breaks: its frames as CPython writes them, and the exception at its end. The
 * source around them is left out.
 *
 * @returns undefined when it is none
 * @example flatIpython('Traceback (most recent call last) File ~/x.py:1, in f() ValueError: no')
 * // ['Traceback (most recent call last):', '  File "~/x.py", line 1, in f', 'ValueError: no']
 */
export function flatIpython(text: string): readonly string[] | undefined {
  if (!text.includes(HEADING) || text.length > MOST_CHARACTERS) return undefined;
  const frames = [...text.matchAll(FRAME)];
  const last = frames.at(-1);
  if (last === undefined) return undefined;
  const [, raised] = RAISED.exec(text.slice(last.index + last[0].length)) ?? [];
  if (raised === undefined) return undefined;
  return [
    `${HEADING}:`,
    ...frames.map(
      ([, file, line = '0', name, old]) =>
        `  File "${file}", line ${line}, in ${name ?? old ?? '<module>'}`,
    ),
    raised,
  ];
}
