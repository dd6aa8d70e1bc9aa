import { typeOfMessage } from './exception-type.ts';
import type { RawLine, Stage } from './stage.ts';

const HEADING = 'Traceback (most recent call last):';
// https://github.com/ninia/jep: Java's trace, with Python's frames in front, innermost first.
const JEP = /\bjep\.JepException: <(?:class|type) '(?:exceptions\.)?([\w.]+)'>: ?(.*)$/;
const JEP_FRAME = /^\s+at (.+?)\.(<\w+>|init [\w.]+|\w+)\((\w+\.pyx?):(\d+)\)$/;
const JAVA_FRAME = /^\s+at [\w.$<>]+\(.*\)$/;
// https://github.com/pythonnet/pythonnet: the type is lost from 3.0 on.
const NET = /\bPython\.Runtime\.PythonException ?: ?(['"]?)(?:(\w+Error) ?: ?)?(.*)$/;
// Maya's script editor, without its stack trace: `# Error: ImportError: file x.py line 3: text #`.
const MAYA =
  /^\s*(?:# )?Error: ((?:[A-Za-z_]\w*\.)*[A-Z]\w*(?:Error|Exception)): file (.+?) line (\d+): (.*?)(?: #)?$/;
// Rust's own words for a result that nobody looked at; rust-numpy's own are another's.
const PYERR =
  /`(?:Err|None)` value: PyErr \{ type: <class '([\w.]+)'>, value: \w+\((['"])(.+?)\2,?\)/;
const MOST = 60;
const MOST_FRAMES = 300;

/**
 * Writes as CPython does what a program in another language prints of an exception in the Python
 * that it embeds: Java's JEP, .NET, Maya, and Rust's `unwrap`.
 */
export function readHostExceptions(): Stage {
  /** The lines of the exception, whose frames follow it. */
  let raised: RawLine[] = [];
  let frames: RawLine[] = [];
  const release = (): readonly RawLine[] => {
    const [first] = raised;
    const heading = first && frames.length > 0 ? [{ number: first.number, text: HEADING }] : [];
    const told = [...heading, ...frames.toReversed(), ...raised];
    [raised, frames] = [[], []];
    return told;
  };
  const plain = (line: RawLine): readonly RawLine[] => {
    const { number, text } = line;
    if (!/Exception|Error/.test(text)) return [line];
    const [, type, message = ''] = JEP.exec(text) ?? [];
    if (type) {
      raised = [{ number, text: `${type}: ${message}` }];
      return [];
    }
    const [, file, at, said] = hostFrame(text) ?? [];
    if (file) {
      return [
        { number, text: HEADING },
        { number, text: `  File "${file}", line ${at}, in <module>` },
        { number, text: said ?? '' },
      ];
    }
    const other = ofOther(text);
    return [other === undefined ? line : { number, text: other }];
  };
  return {
    read(line) {
      if (raised.length === 0) return plain(line);
      const { text } = line;
      const [, path, name, source, at] = JEP_FRAME.exec(text) ?? [];
      if (path && frames.length < MOST_FRAMES) {
        const folder = /^(.*[\\/])?[^\\/]*$/.exec(path)?.[1] ?? '';
        frames.push({
          number: line.number,
          text: `  File "${folder}${source}", line ${at}, in ${name}`,
        });
        return [];
      }
      // The message may have several lines, as NumPy's advice has.
      if (frames.length === 0 && !JAVA_FRAME.test(text) && raised.length < MOST) {
        raised.push(line);
        return [];
      }
      return [...release(), ...plain(line)];
    },
    end: release,
  };
}

function hostFrame(text: string): readonly string[] | undefined {
  const [, type, file, at, message] = MAYA.exec(text) ?? [];
  return type && file && at ? ['', file, at, `${type}: ${message}`] : undefined;
}

function ofOther(text: string): string | undefined {
  const [, type, , value] = PYERR.exec(text) ?? [];
  if (type && value) return `${type}: ${value}`;
  const found = NET.exec(text);
  if (!found) return undefined;
  const [, quote = '', named, said = ''] = found;
  const message = quote !== '' && said.endsWith(quote) ? said.slice(0, -1) : said;
  if (message === '') return 'ImportError:';
  const guessed = named ?? typeOfMessage(message);
  return guessed && `${guessed}: ${message}`;
}
