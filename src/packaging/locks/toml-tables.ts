import type { EnvironmentMarker } from 'pip-requirements-js';
import { parse, type TomlTable, type TomlValue } from 'smol-toml';
import { isRecord } from '../parsed-value.ts';
import { parseRequirement } from '../requirements.ts';

/** A TOML document, or an error whose message is one line. */
export function parseToml(text: string): TomlTable {
  return parse(text);
}

/** A value where it is a table, else an empty one. */
export function tableOf(value: TomlValue | undefined): TomlTable {
  return isRecord(value) ? value : {};
}

/** The tables of an array; of anything else none. */
export function tablesOf(value: TomlValue | undefined): readonly TomlTable[] {
  return Array.isArray(value) ? value.map(tableOf) : [];
}

/** A value where it is text, else empty text. */
export function textOf(value: TomlValue | undefined): string {
  return typeof value === 'string' ? value : '';
}

/** Lines (1-based) of the headers `[[name]]`, in order: the n-th is the n-th table of that array. */
export function headerLines(text: string, name: string): readonly number[] {
  return text.split('\n').flatMap((line, at) => (line.trim() === `[[${name}]]` ? [at + 1] : []));
}

/** A marker's tree; undefined for none, and for one that cannot be read: then it always holds. */
export function parseMarker(text: string): EnvironmentMarker | undefined {
  if (text.trim() === '') return undefined;
  const read = parseRequirement(`x; ${text}`);
  return read.kind === 'requirement' ? (read.marker ?? undefined) : undefined;
}

/** The last part of an address or path. */
export function fileName(address: string): string {
  const path = address.replace(/[?#].*$/, '');
  return decodeURIComponent(path.split('/').at(-1) ?? '');
}
