import type { Kind } from './option.ts';
import { suggest } from './suggest.ts';

/** A value, or why the text is none. */
export type Read<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly message: string; readonly remedy: string };

const TRUE = /^(?:true|yes|on|1)$/i;
const FALSE = /^(?:false|no|off|0)$/i;
/** In seconds. */
const UNITS: Readonly<Record<string, number>> = {
  s: 1,
  sec: 1,
  second: 1,
  seconds: 1,
  m: 60,
  min: 60,
  minute: 60,
  minutes: 60,
  h: 3600,
  hour: 3600,
  hours: 3600,
};

/** @example readBoolean('True') // { ok: true, value: true } */
export function readBoolean(text: string): Read<boolean> {
  if (TRUE.test(text)) return { ok: true, value: true };
  if (FALSE.test(text)) return { ok: true, value: false };
  return wrong(`${JSON.stringify(text)} is neither true nor false`, 'Write true or false');
}

/** @example readChoice('ignore', ['respect', 'ignore']) // { ok: true, value: 'ignore' } */
export function readChoice<T extends string>(text: string, values: readonly T[]): Read<T> {
  const found = values.find((value) => value === text.toLowerCase());
  if (found !== undefined) return { ok: true, value: found };
  const near = suggest(text, values);
  const meant = near === undefined ? '' : `Did you mean ${near}? `;
  return wrong(
    `${JSON.stringify(text)} is not one of the choices`,
    `${meant}Use ${orList(values)}`,
  );
}

type NumberKind = Extract<Kind, { readonly min: number }>;

/**
 * A number within the limits of its kind; of a time, in the unit of the kind.
 *
 * @example readNumber('2min', { type: 'duration', unit: 's', min: 1, max: 600 })
 * // { ok: true, value: 120 }
 */
export function readNumber(text: string, kind: NumberKind): Read<number> {
  const match = /^([+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?)\s*([a-z]*)$/i.exec(text);
  const unit = match?.[2]?.toLowerCase() ?? '';
  const factor = unit === '' ? 1 : factorOf(unit, kind);
  if (match === null || factor === undefined) {
    return wrong(`${JSON.stringify(text)} is not ${expected(kind)}`, limits(kind));
  }
  const value = Number(match[1]) * factor;
  if (!Number.isFinite(value) || value < kind.min || value > kind.max) {
    const side = value < kind.min ? 'small' : 'large';
    return wrong(`${text} is too ${side}`, limits(kind));
  }
  if (kind.type === 'integer' && !Number.isInteger(value)) {
    return wrong(`${text} is not a whole number`, limits(kind));
  }
  return { ok: true, value };
}

function factorOf(unit: string, kind: NumberKind): number | undefined {
  const seconds = Object.hasOwn(UNITS, unit) ? UNITS[unit] : undefined;
  if (kind.type !== 'duration' || seconds === undefined) return undefined;
  return kind.unit === 's' ? seconds : seconds / 60;
}

function expected(kind: NumberKind): string {
  if (kind.type === 'duration') {
    return kind.unit === 's' ? 'a time in seconds' : 'a time in minutes';
  }
  return kind.type === 'integer' ? 'a whole number' : 'a number';
}

function limits(kind: NumberKind): string {
  const unit =
    kind.type === 'duration'
      ? ` ${kind.unit === 's' ? 'seconds' : 'minutes'}, or write 90s, 2min, 1h`
      : '';
  return `Use a value from ${kind.min} to ${kind.max}${unit}`;
}

/** @example wrong('0 is too small', 'Use 1 or more').ok // false */
export function wrong(message: string, remedy: string): Read<never> {
  return { ok: false, message, remedy };
}

/** @example orList(['a', 'b', 'c']) // 'a, b or c' */
export function orList(values: readonly string[]): string {
  const head = values.slice(0, -1).join(', ');
  const last = values.at(-1) ?? '';
  return head === '' ? last : `${head} or ${last}`;
}
