import { eachLine, type Stage } from './stage.ts';

/**
 * Places where CPython and NumPy break lines, and how the next line begins: what stands between is
 * how a log system writes a line break (`#012` of rsyslog, `%0A` of a workflow command, `|n` of
 * TeamCity, `⏎`).
 */
const BREAKS: readonly RegExp[] = [
  /\(most recent call (?:last|first)\)\|?:(\S{1,8}?)(?: |%20|#040)*File /,
  /cannot be run in(\S{1,8}?)NumPy \d/,
  /PLEASE READ THIS FOR ADVICE ON HOW TO SOLVE THIS ISSUE!(\S{1,8}?)\1?Importing the numpy/,
  /as it may crash\. To support both 1\.x and 2\.x(\S{1,8}?)versions of NumPy/,
  /line \d+,? in (?:<module\|?>|init [\w.]+?)(\S{1,8}?) {2,}\S/,
];
/** The escapes of each system beside its line break. */
const ESCAPES: Readonly<Record<string, (text: string) => string>> = {
  '#012': (text) =>
    text.replace(/#(0[0-3][0-7])/g, (_all, code: string) =>
      String.fromCharCode(Number.parseInt(code, 8)),
    ),
  '%0A': (text) =>
    text.replace(/%(0D|3A|2C|25|20|22|3C|3E)/g, (_all, code: string) =>
      String.fromCharCode(Number.parseInt(code, 16)),
    ),
  '%0D%0A': (text) => ESCAPES['%0A']?.(text) ?? text,
  '|n': (text) => text.replace(/\|(['|[\]])/g, '$1').replaceAll('|r', ''),
  '|r|n': (text) => ESCAPES['|n']?.(text) ?? text,
};

/** Breaks a line again whose line breaks a log system wrote as a mark of its own. */
export function readBreakMarks(): Stage {
  return eachLine((text) => {
    if (text.length < 60) return text;
    const mark = markIn(text);
    if (mark === undefined) return text;
    const plain = ESCAPES[mark] ?? ((line: string) => line);
    return text.split(mark).map((line) => plain(line));
  });
}

/** Marks that are known without a place: a log system's own, where it is seen at work. */
const KNOWN: readonly (readonly [mark: string, proof: RegExp])[] = [
  ['#012', /#012.*#012/],
  ['|n', /^\s*##teamcity\[/],
  ['%0A', /^(?:\S+ )?::(?:error|warning|notice|debug)\b.*?::/],
];

/** @returns how the line writes its line breaks; undefined when it has none, or they are `\n` */
function markIn(text: string): string | undefined {
  for (const [mark, proof] of KNOWN) if (text.includes(mark) && proof.test(text)) return mark;
  for (const pattern of BREAKS) {
    const mark = pattern.exec(text)?.[1];
    // A colour is no break, letters and digits alone are text, and backslashes are unpacked elsewhere.
    if (!mark || /^[\w"'`.]+$|\\|\u001b|^[<&]/.test(mark)) continue;
    if (text.split(mark).length > 2) return mark;
  }
  return undefined;
}
