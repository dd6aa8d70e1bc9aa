/**
 * The places that a log's own text gives away: whatever stands before them was put there by a log
 * system. Each pattern begins where the line of CPython, NumPy or pytest begins.
 */

const EXCEPTION = String.raw`(?:[A-Za-z_]\w*\.)*[A-Z]\w*(?:Error|Exception|Warning)`;

/** NumPy's long texts, sentence by sentence (numpy/core/_multiarray_umath.py, numpy/_core/__init__.py). */
const SENTENCES = [
  String.raw`A module that was compiled using NumPy 1\.x cannot be run in`,
  String.raw`NumPy \d\S* as it may crash\.`,
  'versions of NumPy, modules must be compiled',
  'Some module may need to rebuild instead',
  'If you are a user of the module, the easiest',
  "downgrade to '?numpy<2'? or try",
  'We expect that some modules will need time',
  'IMPORTANT: PLEASE READ THIS FOR ADVICE',
  'Importing the numpy C-extensions failed',
  'Original error was: ',
];

/** Tests only whether a line is worth the search below. */
const HINT =
  /Traceback|File "|NumPy|numpy|exception|IMPORTANT|Original error was|Fatal Python error|Current thread|Extension modules|Timeout \(|={5}|_{5}|E {3}|\.p(?:y|yx|xd):\d|what\(\)|Exception has occurred|Cell In|Input In|Warning: |ERROR: |No solution|Because/;

const ANCHOR = new RegExp(
  [
    // IPython and rich, with what belongs to their own headers.
    `${EXCEPTION} {5,}Traceback \\(most recent call last\\)`,
    String.raw`[╭┌+][─-]+ Traceback \(most recent call last\)`,
    String.raw`Traceback \(most recent call last\):`,
    'Traceback:$',
    String.raw`(?: {2})?File "[^"\n]{1,1000}", line \d+`,
    'The above exception was the direct cause of the following',
    'During handling of the above exception, another',
    ...SENTENCES,
    'Fatal Python error: ',
    'Windows fatal exception: ',
    String.raw`(?:Current thread|Thread) 0x[0-9a-f]+ (?:\[[^\]]*\] )?\(most recent call first\)`,
    "Current thread's C stack",
    'Extension modules: ',
    String.raw`Timeout \(\d+:\d\d:\d\d`,
    '={5,} (?:ERRORS|FAILURES|test session starts|short test summary info|warnings summary)',
    '_{5,} ERROR collecting ',
    `E {3}(?: {4})?(?=${EXCEPTION}(?::|$))`,
    String.raw`(?:[A-Za-z]:)?[\w.~/\\@+-]+\.(?:py|pyx|pxd):\d+: in (?:<module>|init \S+|\w+)$`,
    String.raw`(?: {2})?what\(\): `,
    'Exception has occurred: ',
    String.raw`(?:Cell |Input )In ?\[\d+\]`,
    // Python's warnings, pip's and uv's complaints.
    String.raw`(?:<(?:frozen |string|stdin)[^<>]*>|(?:[A-Za-z]:)?[\w.~/\\@+-]+\.\w+):\d+: \w*Warning: `,
    'ERROR: (?:Cannot install|No matching distribution|Could not find a version|ResolutionImpossible)',
    '(?:error: |(?: {2})?× )No solution found',
    '(?: {2})?(?:cause: |╰─▶ )Because ',
  ].join('|'),
);

/** @returns where the first anchor of a line begins, -1 when it has none */
export function findAnchor(text: string): number {
  return HINT.test(text) ? text.search(ANCHOR) : -1;
}

/** `ImportError: text`, `pkg.SomeError`, at the start of a line. */
export const EXCEPTION_LINE =
  /^((?:[A-Za-z_]\w*\.)*[A-Z]\w*(?:Error|Exception|Warning|Exit|Interrupt))(?::\s?(.*))?$/;
