/** A place where two outputs say different things; lines are 1-based and shown as printed. */
export interface OutputDifference {
  readonly line: number;
  readonly reference: string;
  readonly other: string;
}

const MOST_DIFFERENCES = 5;

/** A tolerance above the usual one is meant for whole numbers as well. */
const USUAL_TOLERANCE = 1e-9;

/**
 * Compares what the smoke code printed under two NumPys.
 *
 * Blind to what a NumPy release may change without being wrong: scalar reprs of NumPy 2
 * (`np.float64(0.5)` for `0.5`), spacing and line breaks inside arrays, and numbers within the
 * tolerance. Whole numbers are counts and checksums: with the usual tolerance they must be the same.
 * JSON lines are compared by value, whatever the order of their keys.
 *
 * @param tolerance largest relative difference of two equal numbers (1e-9)
 * @returns the first few differences; empty when the outputs say the same
 * @example compareOutput('[0. 1.]', '[0.  1.0]', 1e-9) // []
 */
export function compareOutput(
  reference: string,
  other: string,
  tolerance: number,
): readonly OutputDifference[] {
  const left = tokens(reference);
  const right = tokens(other);
  const found: OutputDifference[] = [];
  const seen = new Set<number>();
  for (let index = 0; index < Math.max(left.length, right.length); index += 1) {
    const a = left[index];
    const b = right[index];
    if (a && b && sameToken(a.text, b.text, tolerance)) continue;
    const line = (a ?? b)?.line ?? 1;
    if (seen.has(line)) continue;
    seen.add(line);
    found.push({ line, reference: lineOf(reference, a?.line), other: lineOf(other, b?.line) });
    // After a token more or less everything is out of step: one difference tells enough.
    if (!a || !b || left.length !== right.length || found.length === MOST_DIFFERENCES) break;
  }
  return found;
}

interface Token {
  readonly text: string;
  readonly line: number;
}

const SCALARS =
  /\b(?:np|numpy)\.(?:(?:float|u?int|complex)\d+|longdouble|clongdouble|u?longlong|u?long|u?intp|bool_?|str_|bytes_|void)\(((?:[^()]|\([^()]*\))*)\)/g;

const NUMBER = /^[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?j?$|^[-+]?(?:nan|inf)$/i;

const WHOLE = /^[-+]?\d+$/;

/** More digits than a JSON reader keeps. */
const LONG = /\d{16}/;

const TOKEN =
  /[A-Za-z_][\w.]*|[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?j?(?![\w.])|"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|\S/g;

function tokens(text: string): readonly Token[] {
  return text.split(/\r\n|\r|\n/).flatMap((raw, index) => {
    const line = index + 1;
    const plain = canonicalJson(raw) ?? unwrap(raw);
    return [...plain.matchAll(TOKEN)].map(([token]) => ({
      text: token,
      line,
    }));
  });
}

function unwrap(line: string): string {
  return line
    .replace(SCALARS, '$1')
    .replace(/\b(?:np|numpy)\.(True|False)_/g, '$1')
    .replace(/\b(?:np|numpy)\.(nan|inf)\b/g, '$1');
}

/** Sorted keys, for a line that is a JSON object or array. */
function canonicalJson(line: string): string | undefined {
  if (!/^\s*[[{]/.test(line) || LONG.test(line.replaceAll(/\.\d+/g, ''))) return undefined;
  try {
    return JSON.stringify(JSON.parse(line), (_, value: unknown) =>
      value && typeof value === 'object' && !Array.isArray(value)
        ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
        : value,
    );
  } catch {
    return undefined;
  }
}

function sameToken(a: string, b: string, tolerance: number): boolean {
  if (a === b) return true;
  if (!NUMBER.test(a) || !NUMBER.test(b) || isImaginary(a) !== isImaginary(b)) return false;
  if (WHOLE.test(a) && WHOLE.test(b) && tolerance <= USUAL_TOLERANCE)
    return wholeOf(a) === wholeOf(b);
  const [x, y] = [toNumber(a), toNumber(b)];
  if (Number.isNaN(x) || Number.isNaN(y)) return Number.isNaN(x) && Number.isNaN(y);
  if (x === y) return true;
  return Math.abs(x - y) <= tolerance * Math.max(Math.abs(x), Math.abs(y));
}

function isImaginary(text: string): boolean {
  return /j$/i.test(text);
}

function wholeOf(text: string): bigint {
  return BigInt(text.replace('+', ''));
}

function toNumber(text: string): number {
  const bare = text.toLowerCase().replace(/j$/, '');
  if (bare.endsWith('nan')) return Number.NaN;
  if (bare.endsWith('inf')) return bare.startsWith('-') ? -Infinity : Infinity;
  return Number(bare);
}

function lineOf(text: string, line: number | undefined): string {
  if (line === undefined) return '(nothing)';
  return text.split(/\r\n|\r|\n/)[line - 1] ?? '';
}
