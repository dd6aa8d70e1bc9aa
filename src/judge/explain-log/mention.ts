import type { ExceptionRecord } from '../../model/observation.ts';
import { attributed } from '../diagnose/named-module.ts';
import type { LogLine } from '../read-log/log-line.ts';
import { goneOn, isAnnounced, isExplained, Surroundings } from '../read-log/mention-place.ts';

interface Sentence {
  readonly type: string;
  /** Its first group is the message, where it stands behind other words. */
  readonly pattern: RegExp;
}

/** Sentences with the numbers of a failure in them: their sources have `%x` and `%zd` there. */
const SENTENCES: readonly Sentence[] = [
  // numpy/_core/code_generators/generate_numpy_api.py
  {
    type: 'RuntimeError',
    pattern:
      /module compiled against A[BP]I version (?:0x)?[0-9a-f]+ but this version of numpy is (?:0x)?[0-9a-f]+/,
  },
  {
    type: 'RuntimeError',
    pattern:
      /module was compiled against NumPy C-API version 0x[0-9a-f]+ \(NumPy [^)]+\) but the running NumPy has C-API version 0x[0-9a-f]+/,
  },
  // Cython/Utility/ImportExport.c
  {
    type: 'ValueError',
    pattern:
      /numpy\.\w+ size changed, may indicate binary incompatibility\. Expected \d+ from C header, got \d+ from PyObject/,
  },
  // The same up to Cython 0.28.
  {
    type: 'ValueError',
    pattern: /numpy\.\w+ has the wrong size, ?try recompiling\. ?Expected \d+ ?, ?got \d+/,
  },
  // numpy/__init__.py `__getattr__`, behind a program's own word: without it, it may be a wish.
  {
    type: 'AttributeError',
    pattern:
      /\b(?:error|ERROR|Error|[Ee]xception)\b[^\n]{0,80}?(module 'numpy' has no attribute '\w+')/,
  },
  // numpy/__init__.cython-30.pxd and NumPy's headers, behind a program's own word.
  {
    type: 'ImportError',
    pattern:
      /\b(?:error|ERROR|Error|[Ee]xception)\b[^\n]{0,80}?(numpy\._?core\.(?:multiarray|umath) failed to import)/,
  },
  // OpenBSD's and FreeBSD's loaders, and runpy, which shows a loader's message alone.
  {
    type: 'ImportError',
    pattern:
      /^(?:\S*python[\d.]*: ?)?(\/\S+\.so[\w.]*: [Uu]ndefined symbol:? ["']?\w+["']?)(?=$|;)/,
  },
  {
    type: 'ImportError',
    pattern: /\bcannot import name '_\w+' from 'numpy\._core\.umath' \([^()]+\)/,
  },
  // Python/importdl.c, of a module of another Python.
  {
    type: 'ImportError',
    pattern:
      /dynamic module does not define (?:module export|init) function \((?:PyInit_|init)\w+\)/,
  },
  // glibc's loader, behind CPython's word: warnings of others quote it without.
  {
    type: 'ImportError',
    pattern:
      /(?<!^> ?)\bImportError: *([^\s:"'`]+\.so[^\s:"'`]*: (?:cannot open shared object file: No such file or directory|undefined symbol: \w+|version [`'][^`']+' not found \(required by [^()]+\)|cannot allocate memory in static TLS block|file too short|invalid ELF header|wrong ELF class: \w+))/,
  },
  // The same as the loader itself prints it behind a file's name: of a compiled module alone.
  {
    type: 'ImportError',
    pattern:
      /(?<=^(?:\S+ )?\/\S+: )\/\S+\.so[\w.]*: version [`'](?:GLIBC|GLIBCXX|CXXABI|GCC)_[\w.]+' not found \(required by \/[^()]*(?:(?:site|dist)-packages\/|\.cpython-|\.abi3\.)[^()]*\.so\)/,
  },
  // musl's and macOS' loaders, where a program shows its message alone: they name the module's file.
  // That Python's names are not found is what `ldd` says of each module.
  {
    type: 'ImportError',
    pattern:
      /Error loading shared library \S+: No such file or directory \(needed by [^()]+\)|Error relocating \/\S+: (?!_?Py)\S+: symbol not found/,
  },
  {
    type: 'ImportError',
    pattern:
      /dlopen\(\/[^(),]+, (?:0x)?[0-9a-f]+\): (?:Library not loaded|Symbol not found): [^\s"']+/,
  },
  // numpy/__init__.py, in the report of a cloud's runtime.
  {
    type: 'ImportError',
    pattern: /Error importing numpy: you should not try to import numpy from/,
  },
  // Python/dynload_win.c: the system's own words, up to the end of its sentence.
  {
    type: 'ImportError',
    pattern:
      /DLL load failed(?: while importing [\w.]+)?: *(?:%1 )?[^\s"'`“”‘’<>|.。][^"'`“”‘’<>|.。]{3,100}[.。]?/i,
  },
];
/** A part of each, looked for first: nearly no line has one. */
const HINT =
  /compiled against|size changed|wrong size|has no attribute|failed to import|ndefined symbol|numpy\._core\.umath|dynamic module|ImportError|required by \/|Error (?:loading|relocating|importing) |dlopen\(|[Dd][Ll][Ll] [Ll][Oo][Aa][Dd]/;
/** What changed, what may happen: a list of such is no report. */
const ITEM = /^\s*(?:[-*+•]\s|#\d+\b)|^\s*\|.*\|\s*$|\(#\d+\)/;
/** Code that speaks of it: a test that expects it, a shell that prints it. */
const CODE =
  /\bassert\b|\braises\(|\bmatch=|\bin str\(|^\s*(?:echo|printf|raise|grep|if|elif)\b|\bfilterwarnings\b/;
const SPELLING = /DLL load failed/i;
const SYMBOL = /[Uu]ndefined symbol:? ["']?(\w+)["']?$/;

/** A sentence that holds a failure's numbers, and where in its line it stands. */
interface Mention {
  readonly exception: ExceptionRecord;
  readonly start: number;
  readonly end: number;
}

/**
 * The exception that a line speaks of in other words: an issue's title, a question, a chat, a
 * program's own report. Only sentences that hold a failure's own numbers, or the system's.
 */
function mentionIn(text: string): Mention | undefined {
  if (text.length > 2000 || !HINT.test(text) || ITEM.test(text) || CODE.test(text))
    return undefined;
  for (const { type, pattern } of SENTENCES) {
    const found = pattern.exec(text);
    if (!found || /Warning: *$/.test(text.slice(0, found.index))) continue;
    const message = (found[1] ?? found[0])
      .replace(SPELLING, 'DLL load failed')
      .replace(SYMBOL, 'undefined symbol: $1')
      .replaceAll(/ {2,}/g, ' ');
    // A struct that grew is no failure.
    const [, expected, got] = /Expected (\d+) from C header, got (\d+)/.exec(message) ?? [];
    if (Number(expected) < Number(got)) continue;
    return {
      exception: { type, message, link: 'first', frames: [], name: null, path: null },
      start: found.index,
      end: found.index + found[0].length,
    };
  }
  return undefined;
}

const MOST = 3;

interface Kept {
  readonly line: LogLine;
  readonly chain: readonly ExceptionRecord[];
  /** What follows it, while it is still its neighbourhood. */
  after: readonly string[];
}

/** Collects what the single lines of a log speak of. */
export class Mentions {
  readonly #all: Kept[] = [];
  readonly #surroundings = new Surroundings();

  /** Every line is read, in its order, before `find` may be asked for it. */
  read(text: string): void {
    this.#surroundings.read(text);
    for (const one of this.#all) one.after = goneOn(one.after, text);
  }

  /** Whether the lines above announce what follows (`If you see this:`). */
  get announced(): boolean {
    return isAnnounced(this.#surroundings.before.join('\n'));
  }

  /** @param named whom the log named shortly before, null when nobody */
  find(line: LogLine, named: string | null): void {
    const mention = this.#all.length < MOST ? mentionIn(line.text) : undefined;
    if (!mention) return;
    const { exception, start, end } = mention;
    const before = [...this.#surroundings.before, line.text.slice(0, start)].join('\n');
    if (isAnnounced(before) || this.#isOfSameFile(exception)) return;
    this.#all.push({
      line: { ...line, text: `${exception.type}: ${exception.message}` },
      chain: attributed([exception], named),
      after: [line.text.slice(end)],
    });
  }

  /** A loader lists all names that one file lacks. */
  #isOfSameFile({ message }: ExceptionRecord): boolean {
    const [, file] = /^(\S+: undefined symbol: )/.exec(message) ?? [];
    return (
      file !== undefined && this.#all.some((one) => one.chain[0]?.message.startsWith(file) === true)
    );
  }

  /** What was reported; what a manual explains is left out. */
  get all(): readonly { readonly line: LogLine; readonly chain: readonly ExceptionRecord[] }[] {
    return this.#all.filter((one) => !isExplained(one.after.join('\n')));
  }
}
