// The parameters of RFC 3492, section 5.
const BASE = 36;
const T_MIN = 1;
const T_MAX = 26;
const SKEW = 38;
const DAMP = 700;
const INITIAL_BIAS = 72;
const INITIAL_N = 128;
const MAX_CODE_POINT = 0x10ffff;

/**
 * Decodes punycode (RFC 3492, section 6.2), as Python's codec of that name writes it. Node's own
 * module is deprecated, and a package of that name cannot be told from it by a bundler.
 *
 * @returns undefined when the text is no punycode
 * @example decodePunycode('mnchen-3ya') // 'münchen'
 */
export function decodePunycode(encoded: string): string | undefined {
  const delimiter = encoded.lastIndexOf('-');
  const points = Array.from(encoded.slice(0, Math.max(delimiter, 0)), (c) => c.charCodeAt(0));
  const digits = encoded.slice(delimiter + 1);
  let n = INITIAL_N;
  let i = 0;
  let bias = INITIAL_BIAS;
  let at = 0;
  while (at < digits.length) {
    const before = i;
    let weight = 1;
    for (let k = BASE; ; k += BASE) {
      const digit = digitValue(digits.charCodeAt(at));
      at += 1;
      i += digit * weight;
      if (digit === -1 || i > Number.MAX_SAFE_INTEGER) {
        return undefined;
      }
      const threshold = Math.min(Math.max(k - bias, T_MIN), T_MAX);
      if (digit < threshold) {
        break;
      }
      weight *= BASE - threshold;
    }
    const length = points.length + 1;
    bias = adapt(i - before, length, before === 0);
    n += Math.floor(i / length);
    i %= length;
    if (n > MAX_CODE_POINT) {
      return undefined;
    }
    points.splice(i, 0, n);
    i += 1;
  }
  return String.fromCodePoint(...points);
}

function digitValue(code: number): number {
  if (code >= 0x30 && code <= 0x39) {
    return code - 0x30 + 26;
  }
  const lower = code | 0x20;
  return lower >= 0x61 && lower <= 0x7a ? lower - 0x61 : -1;
}

function adapt(delta: number, length: number, first: boolean): number {
  let rest = first ? Math.floor(delta / DAMP) : Math.floor(delta / 2);
  rest += Math.floor(rest / length);
  let k = 0;
  for (; rest > ((BASE - T_MIN) * T_MAX) / 2; k += BASE) {
    rest = Math.floor(rest / (BASE - T_MIN));
  }
  return k + Math.floor(((BASE - T_MIN + 1) * rest) / (rest + SKEW));
}
