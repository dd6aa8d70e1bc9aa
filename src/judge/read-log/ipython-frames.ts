import { EXCEPTION_LINE } from './anchors.ts';
import type { RawLine, Stage } from './stage.ts';

// IPython/core/ultratb.py. 8 and later: `File ~/x.py:11, in f(a)`, `Cell In[3], line 1`; 7 and
// before: `~/x.py in f(a)` with the line's number only at its arrow; Colab prints that too.
const HEADER = /^(?:[A-Za-z_]\w*\.)*[A-Z]\w* {5,}Traceback \(most recent call last\)$/;
const FILE =
  /^ {0,2}File ((?:~|\/|[A-Za-z]:[\\/]|<|\.|\w[\w.-]*[\\/]).*?\.(?:py|pyx|pxd|pxi|so|ipynb)|<[^<>]+>):(\d+)(?:,? in (.+))?$/;
const CELL = /^ {0,2}(?:Cell|Input) In ?\[(\d+)\](?:, line (\d+))?(?:, in (.+))?$/;
const OLD_FILE =
  /^((?:~|\/|[A-Za-z]:[\\/]|\.{1,2}[\\/]|\w[\w.-]*[\\/]).*?\.(?:py|pyx|pxd|pxi|so)|<(?:ipython-input|string|stdin|frozen|decorator)[^<>]*>) in (\S.*)$/;
/** Colab's own bold: a page's Markdown put stars around the arrow's line. */
const ARROW = /^-+> ?(?:\*\*)?(\d+)(?: (.*?))?(?:\*\*)?$/;
const CONTEXT = /^ +\d+(?: .*)?$|^ *\(\.\.\.\)$|^ {2,}\.\.\.+/;
const DASHES = /^-{20,}$/;
const HEADING = 'Traceback (most recent call last):';
const MOST_MISSES = 3;

/**
 * Writes the frames of IPython, Jupyter and Colab as CPython writes them; the lines of source
 * around the one that counts are left out.
 */
export function readIpythonFrames(): Stage {
  let inside = false;
  let misses = 0;
  let sourced = false;
  /** A frame of IPython 7, whose number is still to come. */
  let waiting:
    | { readonly number: number; readonly file: string; readonly name: string }
    | undefined;

  const frame = (number: number, file: string, line: string, name = '<module>'): RawLine => ({
    number,
    text: `  File "${file}", line ${line}, in ${nameOf(name)}`,
  });
  const release = (line = '0'): readonly RawLine[] => {
    const known = waiting;
    waiting = undefined;
    return known ? [frame(known.number, known.file, line, known.name)] : [];
  };
  const start = (number: number): readonly RawLine[] => {
    if (inside) return [];
    inside = true;
    return [{ number, text: HEADING }];
  };

  return {
    read(line) {
      const { number, text } = line;
      if (HEADER.test(text)) {
        inside = true;
        misses = 0;
        return [...release(), { number, text: HEADING }];
      }
      const [, file, at, name] = FILE.exec(text) ?? [];
      if (file && at) {
        const before = [...release(), ...start(number)];
        [sourced, misses] = [false, 0];
        return [...before, frame(number, file, at, name)];
      }
      if (!inside) return [line];
      const cell = CELL.exec(text);
      const old = OLD_FILE.exec(text);
      const arrow = ARROW.exec(text);
      if (cell || old || arrow || text === '' || DASHES.test(text) || CONTEXT.test(text))
        misses = 0;
      if (cell) {
        const before = release();
        sourced = false;
        return [...before, frame(number, `<ipython-input-${cell[1]}>`, cell[2] ?? '0')];
      }
      if (old?.[1] && old[2]) {
        const before = release();
        waiting = { number, file: old[1], name: old[2] };
        sourced = false;
        return before;
      }
      if (arrow?.[1]) {
        const before = release(arrow[1]);
        const source = arrow[2]?.trim() ?? '';
        if (sourced || source === '') return before;
        sourced = true;
        return [...before, { number, text: `    ${source}` }];
      }
      if (EXCEPTION_LINE.test(text)) {
        inside = false;
        return [...release(), line];
      }
      if (text === '' || DASHES.test(text) || CONTEXT.test(text)) return [];
      misses += 1;
      if (misses > MOST_MISSES) inside = false;
      return misses > MOST_MISSES ? [...release(), line] : [];
    },
    end: () => release(),
  };
}

/** `init gensim._matutils()` and `f(a, b=1)` without what stands in brackets. */
function nameOf(told: string): string {
  if (told.startsWith('<'))
    return /^<[^<>]*>/.exec(told)?.[0].replace(/^<cell line.*/, '<module>') ?? told;
  return told.replace(/\(.*$/s, '').trim() || '<module>';
}
