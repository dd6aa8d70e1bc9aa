import { printableJson, safeJson } from '../../escape/json.ts';
import type { Report } from '../report.ts';
import { REPORT_SCHEMA } from '../schema.ts';

/** What grows with the matrix: one line for each entry, made when it is its turn. */
const TABLES: readonly string[] = ['combinations', 'modules', 'results', 'timeline', 'evidence'];
/** Characters of a piece, about. */
const PIECE = 64 * 1024;

/**
 * The report as JSON text: fields in the schema's order, others behind them, a final newline.
 * Tables that grow with the matrix have one line an entry, which keeps a large report small and
 * makes two of them easy to compare.
 *
 * Invisible characters and `##[` are written as escapes, so that the text is safe to print into a
 * terminal or a log that the runner reads; a parser gives the same values back.
 */
export function reportJson(report: Report): string {
  return [...reportPieces(report)].join('');
}

/** The same text in pieces, which need not be in memory together: each ends where a line does. */
export function* reportPieces(report: Report): Generator<string> {
  const schemas: Readonly<Record<string, Schema>> = REPORT_SCHEMA.properties;
  let begin = '{\n';
  for (const name of [...Object.keys(schemas), ...otherNames(report, schemas)]) {
    const value: unknown = report[name as keyof Report];
    if (value === undefined) continue;
    const schema = schemas[name] ?? {};
    const field = `${begin}  ${safeJson(name)}: `;
    if (TABLES.includes(name)) {
      yield* tablePieces(field, value as readonly unknown[], orderOf(schema.items ?? {}));
    }
    // A line feed of a value is an escape in JSON: those here only lay the text out.
    else yield `${field}${safeJson(orderOf(schema)(value)).replaceAll('\n', '\n  ')}`;
    begin = ',\n';
  }
  yield '\n}\n';
}

function* tablePieces(field: string, rows: readonly unknown[], order: Order): Generator<string> {
  let piece = `${field}[`;
  for (const [at, row] of rows.entries()) {
    piece += `${at === 0 ? '' : ','}\n`;
    if (piece.length > PIECE) {
      yield printableJson(piece);
      piece = '';
    }
    piece += `    ${JSON.stringify(order(row))}`;
  }
  yield `${printableJson(piece)}${rows.length === 0 ? '' : '\n  '}]`;
}

/** What of a schema tells the order of fields. */
interface Schema {
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
  /** Null, or one schema. */
  readonly anyOf?: readonly Schema[];
}

/** Gives the fields of a value, and of all below it, the order of its schema. */
type Order = (value: unknown) => unknown;
const asItIs: Order = (value) => value;

function orderOf({ properties, items, anyOf }: Schema): Order {
  if (properties) {
    const orders = Object.entries(properties).map(([name, one]) => [name, orderOf(one)] as const);
    return (value) => {
      const fields = value as Readonly<Record<string, unknown>>;
      const ordered: Record<string, unknown> = {};
      for (const [name, order] of orders) {
        if (fields[name] !== undefined) ordered[name] = order(fields[name]);
      }
      for (const name of otherNames(fields, properties)) ordered[name] = fields[name];
      return ordered;
    };
  }
  const below = items ?? anyOf?.at(-1);
  const order = below ? orderOf(below) : asItIs;
  if (order === asItIs) return asItIs;
  return items
    ? (value) => (value as readonly unknown[]).map(order)
    : (value) => (value === null ? null : order(value));
}

function otherNames(value: object, schemas: object): readonly string[] {
  return Object.keys(value)
    .filter((name) => !(name in schemas))
    .sort();
}
