import { EXCEPTION_LINE } from './anchors.ts';
import { isAnnounced } from './mention-place.ts';
import type { Stage } from './stage.ts';

const EXCEPTION = String.raw`(?=(?:[A-Za-z_]\w*\.)*[A-Z]\w*(?:Error|Exception)(?:: |\(['"]))`;
/** Julia's PyCall and logs print `ImportError('text')`, as `repr` gives it. */
const REPR = /^((?:[A-Za-z_]\w*\.)*[A-Z]\w*(?:Error|Exception))\((['"])(.+)\2,?\)$/;
// R's reticulate (`Error in py_module_import(module, convert = convert) : `), SageMaker's
// `ErrorMessage "`, AWS Lambda's `[ERROR] `, Julia's and Ruby's PyCall, Java's exceptions around
// one of Python (Chaquopy, Jep, Spark).
const LEAD_IN = new RegExp(
  `^\\s*(?:Error(?: in .{1,120}?)? ?: |ErrorMessage "|\\[ERROR\\]\\s+|(?:InitError: )?PyError \\(.{1,120}?\\) <(?:class|type) '[\\w.]+'>\\s*|(?:Caused by: )?(?:[a-z]\\w*\\.){2,}\\w+Exception: |Caused by: |Python Error: )${EXCEPTION}`,
);
/** Ruby's PyCall. */
const CLASS = /^\s*PyCall::PyError: <class '([\w.]+)'>: /;
/** What AWS Lambda's runtime says instead of the exception that an import raised. */
const LAMBDA =
  /^\s*(?:\[ERROR\]\s+)?(?:Runtime\.)?ImportModuleError: Unable to import module '[^']*': (?=\S)/;
/** numba keeps the loader's words in the last lines of its own. */
const ORIGINAL = /^_?The original error was: (['"])(\S+\.(?:so|pyd|dylib)\b\S*: .+)\1$/;
/** pytest's `--tb=line`: place and exception on one line. */
const PLACED =
  /^(\S+\.(?:py|pyx|pxd)):(\d+): ((?:[A-Za-z_]\w*\.)*[A-Z]\w*(?:Error|Exception): .*)$/;
/** What rust-numpy prints when it panics: alone where no Python is there to raise it. */
const PANIC =
  /^(?:thread '.*' panicked at ')?(Failed to access NumPy \w+ API capsule: PyErr \{.*\}|(?<=')Failed to import numpy module)(?:', \S+:\d+:\d+)?$/;
/** A frame and what was raised in it, copied without the break between. */
const ONE_LINE =
  /^\s*(File "[^"]{1,1000}", line \d+, in (?:<module>|init [\w.]+|\w+)) ((?:[A-Za-z_]\w*\.)*[A-Z]\w*(?:Error|Exception): .*)$/;
const INDENTED = new RegExp(`^ {1,3}${EXCEPTION}`);
const LABEL = /:\s*$/;

/**
 * Moves to the margin what CPython prints there: exceptions behind another program's words
 * (`Error in py_run_file_impl(…) : `) or below a label (`Original error:`), and frames whose
 * indentation was lost, with their line of source.
 */
export function readLeadIns(): Stage {
  let before = '';
  let frameAtMargin = false;
  let amongFrames = false;
  return {
    read(line) {
      let { text } = line;
      // Message logs leave a space where the prefix of the first line was.
      if (amongFrames && INDENTED.test(text)) text = text.trimStart();
      amongFrames = text.startsWith(' ') && (amongFrames || text.startsWith('  File "'));
      const [, frame, ended] = ONE_LINE.exec(text) ?? [];
      if (frame && ended) {
        before = ended;
        return [
          { number: line.number, text: `  ${frame}` },
          { number: line.number, text: ended },
        ];
      }
      if (text.startsWith('File "') && /^File "[^"]+", line \d+/.test(text)) {
        frameAtMargin = true;
        before = text;
        return [{ number: line.number, text: `  ${text}` }];
      }
      // A frame whose first word was not selected when it was copied.
      if (text.startsWith('"') && /^"[^"]+\.py[xd]?", line \d+, in \S/.test(text)) {
        frameAtMargin = true;
        before = text;
        return [{ number: line.number, text: `  File ${text}` }];
      }
      const [, file, at, raised] = PLACED.exec(text) ?? [];
      if (file && raised) {
        before = raised;
        return [
          { number: line.number, text: `  File "${file}", line ${at}, in <module>` },
          { number: line.number, text: raised },
        ];
      }
      if (
        frameAtMargin &&
        /^\S/.test(text) &&
        !EXCEPTION_LINE.test(text) &&
        !/^Traceback|^The above|^During/.test(text)
      ) {
        text = `    ${text}`;
      } else if (LAMBDA.test(text)) {
        const raised = text.replace(LAMBDA, '');
        const type = raised.startsWith('No module named') ? 'ModuleNotFoundError' : 'ImportError';
        text = `${type}: ${raised}`;
      } else if (LEAD_IN.test(text)) {
        text = text.replace(LEAD_IN, '');
      } else if (/^\s/.test(text) && LABEL.test(before) && !isAnnounced(before)) {
        const bare = text.trim();
        if (EXCEPTION_LINE.test(bare) && bare.includes(': ')) text = bare;
      }
      frameAtMargin = false;
      text = text
        .replace(PANIC, 'pyo3_runtime.PanicException: $1')
        .replace(CLASS, '$1: ')
        .replace(ORIGINAL, 'ImportError: $2');
      const [, type, , message] = REPR.exec(text) ?? [];
      if (type && message) text = `${type}: ${message}`;
      if (text.trim() !== '') before = text;
      return [text === line.text ? line : { number: line.number, text }];
    },
    end: () => [],
  };
}
