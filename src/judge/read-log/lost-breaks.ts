import { flatIpython } from './flat-ipython.ts';
import { eachLine, type Stage } from './stage.ts';

/** Names that may be glued to the word before them. */
const BUILTIN =
  'ModuleNotFoundError|ImportError|AttributeError|RuntimeError|SystemError|ValueError|TypeError|OSError|KeyError|NameError|RuntimeWarning|UserWarning|AssertionError|IndexError|FileNotFoundError|NotImplementedError';
const FRAME = /File "[^"\n]{1,1000}", line \d+/g;
const HEADER = 'Traceback \\(most recent call last\\):';
const SPLIT_BEFORE = new RegExp(
  `(?=${HEADER})|(?=(?: {2})?File "[^"\\n]{1,1000}", line \\d+, in )|(?=The above exception was the direct cause)|(?=During handling of the above exception, another)`,
);
/** Where the header and NumPy's frames share one line, NumPy itself wrote it so. */
const GLUED_BY_NUMPY = new RegExp(`^${HEADER} {1,2}File "[^"]+", line \\d+, in \\S+$`);
const RAISED = new RegExp(
  `^(.*?)(?:(?<=[\\s>)])((?:[A-Za-z_]\\w*\\.)*[A-Z]\\w*(?:Error|Exception))|(${BUILTIN}))(: .*|:?)$`,
);
/** The last frame and the exception alone, of a message that was cut at its beginning. */
const BEHEADED =
  /^(?:\s*File ")?([^\s"]+\.py", line \d+, in (?:<module>|\w+) .+\b(?:ImportError|ModuleNotFoundError): \S.*)$/;
/** A forum's page made a space of each line break before a frame, which has two of its own. */
const BREAK = / {3}(?=File "[^"\n]{1,1000}", line \d+, in )/;
const QUOTED_START = /^(\s*(?:> ?)+)(?=\s*\S)/;
const SENTENCE =
  /(?=A module that was compiled using NumPy 1\.x cannot be run in)|(?=Traceback \(most)/;

/**
 * Breaks a line again that holds a whole traceback, because its line breaks were lost: before each
 * frame, behind a frame's place, and before the exception at its end.
 */
export function restoreBreaks(): Stage {
  return eachLine((text) => {
    if (text.length < 80) return text;
    if (
      text.includes('A module that was compiled using NumPy 1.x') &&
      text.includes('Traceback (')
    ) {
      return text.split(SENTENCE).flatMap((part) => restored(part));
    }
    return flatIpython(text) ?? atFrames(text) ?? restored(text);
  });
}

/** Text and frame, each with the marks of a quote that stood before them. */
function atFrames(text: string): readonly string[] | undefined {
  const [first = '', ...frames] = text.split(BREAK);
  if (frames.length === 0 || first.trim() === '' || /^[\s>]*$/.test(first)) return undefined;
  const isLine = /Traceback \(most recent call last\):$/.test(first) || /^[\s>]* {4}\S/.test(first);
  if (!isLine) return undefined;
  const marks = QUOTED_START.exec(text)?.[1] ?? '';
  return [first, ...frames.map((one) => `${marks}  ${one}`)];
}

function restored(text: string): string | readonly string[] {
  const [, tail] = BEHEADED.exec(text) ?? [];
  if (tail !== undefined) return pieces(`File "${tail}`);
  if (!text.includes('File "') || GLUED_BY_NUMPY.test(text)) return text;
  const frames = text.match(FRAME)?.length ?? 0;
  const headed = text.includes('Traceback (most recent call last):');
  const told = new RegExp(`", line \\d+, in .+(?:${BUILTIN})(?::|$)`).test(text);
  if (frames < 2 && !(headed && told)) return text;
  return text.split(SPLIT_BEFORE).flatMap((part) => pieces(part));
}

/** `File "x", line 1, in <module> import y ImportError: z` in three lines. */
function pieces(part: string): readonly string[] {
  const [, place, rest = ''] =
    /^\s*(File "[^"]+", line \d+, in (?:<[^<>]+>|init [\w.]*?(?=(?:[A-Z]\w*Error)|\s|$)|[^\s]+))\s*(.*)$/.exec(
      part,
    ) ?? [];
  if (!place) return part.trim() === '' ? [] : [part.trimEnd()];
  const [, before = rest, named, builtin, message = ''] = RAISED.exec(rest) ?? [];
  const raised = named ?? builtin;
  const source = raised ? before : rest;
  return [
    `  ${place}`,
    ...(source.trim() === '' ? [] : [`    ${source.trim()}`]),
    ...(raised ? [`${raised}${message}`] : []),
  ];
}
