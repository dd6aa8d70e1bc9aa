/**
 * A value as JSON text that is safe to print into a terminal or a log that the runner reads:
 * invisible characters and `##[` are written as escapes, so that a parser gives the same values
 * back.
 *
 * @param indent columns per level; 0 puts everything on one line
 * @example safeJson({ a: '\u202e' }, 0) // '{"a":"\\u202e"}'
 */
export function safeJson(value: unknown, indent: number = 2): string {
  return printableJson(JSON.stringify(value, null, indent));
}

/**
 * JSON text made so: what stands before a terminal or a log passes through here, whoever wrote it.
 *
 * @example printableJson('"\u202e"') // '"\\u202e"'
 */
export function printableJson(json: string): string {
  // Inside JSON strings only: elsewhere the text holds nothing but ASCII and line feeds.
  return json
    .replace(
      /[\u007f-\u009f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff0-\ufffb]|\udb40[\udc00-\udfff]/g,
      (characters) =>
        Array.from(
          { length: characters.length },
          (_, index) => `\\u${characters.charCodeAt(index).toString(16).padStart(4, '0')}`,
        ).join(''),
    )
    .replaceAll('##[', '##\\u005b');
}

/**
 * The same for a data block inside an HTML page: no character of it can end the element, or begin a
 * comment.
 */
export function htmlJson(value: unknown): string {
  return safeJson(value, 0)
    .replaceAll('<', '\\u003c')
    .replaceAll('>', '\\u003e')
    .replaceAll('&', '\\u0026');
}
