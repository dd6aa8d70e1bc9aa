import { EXCEPTION_LINE, findAnchor } from './anchors.ts';
import type { RawLine, Stage } from './stage.ts';

/** Messages that are known whole: CPython's, NumPy's, Cython's, glibc's. */
const WHOLE: readonly RegExp[] = [
  /[\w.]+ (?:size changed, may indicate binary incompatibility|has the wrong size, try recompiling)\. Expected \d+(?:-\d+)?(?: from C header, got \d+(?:-\d+)? from PyObject|, got \d+)/,
  /module (?:was )?compiled against (?:API|ABI|NumPy C-API) version (?:0x)?[0-9a-f]+ (?:\(NumPy \d+\.\d+\) )?but (?:this version of numpy is (?:0x)?[0-9a-f]+|the running NumPy has C-API version 0x[0-9a-f]+)/,
  /\(GIL\) has been enabled to load module '[^']+'/,
  /numpy\._?core\.(?:multiarray|umath|_multiarray_umath) failed to import/,
  /_(?:ARRAY|UFUNC)_API not found/,
  /No module named '[^']+'/,
  /cannot import name '\w+' from (?:partially initialized module )?'[\w.]+'(?: \(most likely due to a circular import\))? \([^)]+\)/,
  /: cannot open shared object file: No such file or directory/,
  /: version [`']\S+' not found \(required by [^)]+\)/,
  /DLL load failed(?: while importing \w+)?: The specified (?:module|procedure) could not be found/,
  /: cannot allocate memory in static TLS block/,
  /initialization of \S+ (?:failed without raising an exception|raised unreported exception|did not return)/,
  /module '[\w.]+' has no attribute '\w+'/,
  /dynamic module does not define (?:module export|init) function \(\w+\)/,
  /`?(?:np|numpy)\.\w+`? was removed in (?:the )?NumPy \d/,
  /Unable to avoid copy while creating an array as requested/,
  /Python version mismatch: module was compiled for Python \S+, but the interpreter version is incompatible: \d+\.\d+/,
  /compile ?time (?:Python )?version \S+ of module '[^']+' (?:does not match|was newer than) runtime version \d+\.\d+/,
  /: undefined symbol: \w+/,
  /wrong ELF class: ELFCLASS\d+|: invalid ELF header|: file too short/,
  /A module that was compiled using NumPy 1\.x cannot be run in NumPy \d[\w.+-]* as it may crash/,
  /module \w+ does not support loading in subinterpreters/,
  /The NumPy module was reloaded \(imported a second time\)/,
  /Python C API version mismatch for module \w+: This Python has API version \d+, module \w+ has version \d+/,
  /Module use of python\w*\.dll conflicts with this version of Python/,
];

const BEGINS =
  /(?:Error|Exception|Warning):(?: |$)|\w+ size changed|A module that was compiled using NumPy/;
const MOST = 6;
const PYTEST = /^E {3,}/;

/**
 * Joins a message again that was broken at a width, between words or inside one: an exception's or
 * a warning's line that the next ones complete to a text that is known whole. Nothing else is
 * joined, so a message that is whole already, or unknown, stays as it is.
 */
export function rejoinSentences(): Stage {
  let kept: RawLine[] = [];
  const release = (): readonly RawLine[] => {
    const lines = kept;
    kept = [];
    return lines;
  };
  const open = (line: RawLine): readonly RawLine[] => {
    const begun = line.text.length < 400 && BEGINS.test(line.text) && !isWhole(line.text);
    if (!begun) return [line];
    kept = [line];
    return [];
  };
  return {
    read(line) {
      if (kept.length === 0) return open(line);
      // pytest's mark stands before each line.
      const marked = PYTEST.test(kept[0]?.text ?? '') && PYTEST.test(line.text);
      const bare = marked ? { ...line, text: line.text.replace(PYTEST, '') } : line;
      const text = bare.text.trim();
      const ends =
        text === '' ||
        kept.length >= MOST ||
        findAnchor(line.text) >= 0 ||
        EXCEPTION_LINE.test(text) ||
        BEGINS.test(text);
      if (ends) return [...release(), ...open(line)];
      kept.push(bare);
      const whole = joinedSentence(kept.map((one) => one.text));
      const [first] = kept;
      if (whole === undefined || !first) return [];
      kept = [];
      return [{ number: first.number, text: whole }];
    },
    end: release,
  };
}

/** @returns true when the line ends with a message that is known whole: it does not go on */
export function isWholeSentence(text: string): boolean {
  return WHOLE.some((pattern) => {
    const found = pattern.exec(text);
    return found !== null && found.index + found[0].length === text.trimEnd().length;
  });
}

function isWhole(text: string): boolean {
  return WHOLE.some((pattern) => pattern.test(text));
}

/**
 * @returns the pieces as one text, when that is known whole: each seam with or without a space;
 *   undefined when it is not known
 */
export function joinedSentence(pieces: readonly string[]): string | undefined {
  let candidates = [pieces[0]?.trimEnd() ?? ''];
  for (const piece of pieces.slice(1)) {
    candidates = candidates.flatMap((one) => {
      const [spaced, tight] = [`${one} ${piece.trim()}`, `${one}${piece.trim()}`];
      return isInsideWord(one, piece.trim()) ? [tight, spaced] : [spaced, tight];
    });
  }
  return candidates.find(isWhole);
}

/** Paths and dotted names have no spaces. */
function isInsideWord(left: string, right: string): boolean {
  if (/(?:Error|Exception|Warning):$/.test(left)) return false;
  const last = /\S*$/.exec(left)?.[0] ?? '';
  return /[\\/]/.test(last) || /[-_./\\('"]$/.test(last) || /^[-_./\\)'":,]/.test(right);
}
