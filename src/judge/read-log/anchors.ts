import { DERIVATION_HEAD, NO_SOLUTION_HEAD } from '../../packaging/uv-messages/log-lines.ts';

/**
 * The places that a log's own text gives away: whatever stands before them was put there by a log
 * system. Each pattern begins where the line of CPython, NumPy or pytest begins.
 */

// No word is begun in its middle: else a long one would be tried from each of its letters.
const EXCEPTION = String.raw`(?<![\w.])(?:[A-Za-z_]\w*\.)*[A-Z]\w*(?:Error|Exception|Warning)`;
const PATH = String.raw`(?<![\w.~/\\@+:-])(?:[A-Za-z]:)?[\w.~/\\@+-]+`;

interface Anchor {
  /** A line without any of these texts cannot have it: looked for first, since it is fast. */
  readonly has: readonly string[];
  /** Null where the text itself is the anchor. */
  readonly pattern: RegExp | null;
}

function anchor(has: string | readonly string[], pattern: string | null = null): Anchor {
  return {
    has: typeof has === 'string' ? [has] : has,
    pattern: pattern === null ? null : new RegExp(pattern),
  };
}

const ANCHORS: readonly Anchor[] = [
  // IPython and rich, with what belongs to their own headers.
  anchor(
    'Traceback (most recent call last)',
    `${EXCEPTION} {5,}Traceback \\(most recent call last\\)|[╭┌+][─-]+ Traceback \\(most recent call last\\)|Traceback \\(most recent call last\\):`,
  ),
  anchor('Traceback:', 'Traceback:$'),
  anchor('File "', String.raw`(?: {2})?File "[^"\n]{1,1000}", line \d+`),
  anchor('The above exception was the direct cause of the following'),
  anchor('During handling of the above exception, another'),
  // NumPy's long texts, sentence by sentence: numpy/core/_multiarray_umath.py, numpy/_core/__init__.py.
  anchor('A module that was compiled using NumPy 1.x cannot be run in'),
  anchor('as it may crash.', String.raw`NumPy \d\S* as it may crash\.`),
  anchor('versions of NumPy, modules must be compiled'),
  anchor('Some module may need to rebuild instead'),
  anchor('If you are a user of the module, the easiest'),
  anchor('downgrade to ', "downgrade to '?numpy<2'? or try"),
  anchor('We expect that some modules will need time'),
  anchor('IMPORTANT: PLEASE READ THIS FOR ADVICE'),
  anchor('Importing the numpy C-extensions failed'),
  anchor('Importing the numpy c-extensions failed'),
  anchor('Importing the multiarray numpy extension module failed'),
  anchor('Original error was: '),
  // faulthandler.
  anchor('Fatal Python error: '),
  anchor('Windows fatal exception: '),
  anchor(
    '(most recent call first)',
    String.raw`(?:Current thread|Thread) 0x[0-9a-f]+ (?:\[[^\]]*\] )?\(most recent call first\)`,
  ),
  anchor("Current thread's C stack"),
  anchor('Extension modules: '),
  // Other programs that tell of a crash: valgrind, AddressSanitizer, macOS, lldb, Julia, R, Java.
  anchor(
    'Process terminating with default action of signal',
    String.raw`==\d+== Process terminating`,
  ),
  anchor('ERROR: AddressSanitizer: ', String.raw`==\d+==ERROR: AddressSanitizer`),
  anchor('Exception Type: ', 'Exception Type: +EXC_'),
  anchor('stop reason = ', String.raw`\* thread #\d+`),
  anchor('): Segmentation fault', String.raw`(?:\[\d+\] )?signal \(11(?:\.\d+)?\): Segm`),
  anchor('*** caught segfault ***', String.raw` ?\*\*\* caught segfault`),
  anchor(') at pc=0x', String.raw`# +SIG[A-Z]+ \(0x`),
  // Exceptions of Python inside those of another language.
  anchor('PyError (', String.raw`(?:InitError: )?PyError \(`),
  anchor('PyCall::PyError: '),
  anchor('com.chaquo.python.PyException: '),
  anchor('Timeout (', String.raw`Timeout \(\d+:\d\d:\d\d`),
  // pytest.
  anchor(
    '=====',
    '(?<!=)={5,} (?:ERRORS|FAILURES|test session starts|short test summary info|warnings summary)',
  ),
  anchor('ERROR collecting ', '(?<!_)_{5,} ERROR collecting '),
  anchor('E   ', `(?<![A-Za-z])E {3}(?: {4})?(?=${EXCEPTION}(?::|$))`),
  anchor(
    [': in <module>', ': in init ', ': in '],
    `${PATH}\\.(?:py|pyx|pxd):\\d+: in (?:<module>|init \\S+|\\w+)$`,
  ),
  // C++, VS Code, IPython's cells.
  anchor('what(): ', String.raw`(?: {2})?what\(\): `),
  anchor('Exception has occurred: '),
  anchor(['Cell In', 'Input In'], String.raw`(?:Cell |Input )In ?\[\d+\]`),
  // Python's warnings, pip's and uv's complaints.
  anchor('Warning: ', `(?:<(?:frozen |string|stdin)[^<>]*>|${PATH}\\.\\w+):\\d+: \\w*Warning: `),
  anchor(
    'ERROR: ',
    'ERROR: (?:Cannot install|No matching distribution|Could not find a version|ResolutionImpossible)',
  ),
  anchor('.ResolutionImpossible: ', String.raw`resolvelib\.[\w.]+ResolutionImpossible: `),
  anchor('UnsatisfiableError: ', String.raw`(?<![\w\x60'"])(?:LibMamba)?UnsatisfiableError: `),
  anchor('No solution found', NO_SOLUTION_HEAD),
  anchor('Because ', DERIVATION_HEAD),
];

/** @returns where the first anchor of a line begins, -1 when it has none */
export function findAnchor(text: string): number {
  if (text.length < 8) return -1;
  const known = seen.get(text);
  if (known !== undefined) return known;
  if (seen.size > 200) seen.clear();
  const at = searchAnchor(text);
  seen.set(text, at);
  return at;
}

/** Several stages ask for the same few lines. */
const seen = new Map<string, number>();

function searchAnchor(text: string): number {
  let first = -1;
  for (const { has, pattern } of ANCHORS) {
    const [literal = ''] = has;
    const there = text.indexOf(literal);
    if (there < 0 && (has.length === 1 || !has.some((one) => text.includes(one)))) continue;
    const at = pattern === null ? there : text.search(pattern);
    if (at >= 0 && (first < 0 || at < first)) first = at;
  }
  return first;
}

/** `ImportError: text`, `pkg.SomeError`, at the start of a line. */
export const EXCEPTION_LINE =
  /^((?:[A-Za-z_]\w*\.)*[A-Z]\w*(?:Error|Exception|Warning|Exit|Interrupt))(?::\s?(.*))?$/;
