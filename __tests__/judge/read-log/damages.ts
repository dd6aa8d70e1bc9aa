/** What happens to a text on its way into a file: name, and the text as bytes or characters. */
export type Damage = (text: string) => string | Uint8Array;

function utf16(text: string, littleEndian: boolean): Uint8Array {
  const bytes = new Uint8Array(2 * text.length + 2);
  const view = new DataView(bytes.buffer);
  view.setUint16(0, 0xfeff, littleEndian);
  for (let at = 0; at < text.length; at += 1) {
    view.setUint16(2 * at + 2, text.charCodeAt(at), littleEndian);
  }
  return bytes;
}

/** As a console does: a line that is longer goes on in the next one. */
export function wrapped(text: string, width: number): string {
  return text
    .split('\n')
    .flatMap((line) => line.match(new RegExp(`.{1,${width}}`, 'g')) ?? [''])
    .join('\n');
}

const lines = (text: string, change: (line: string, index: number) => string): string =>
  text.split('\n').map(change).join('\n');

export const DAMAGES: readonly (readonly [string, Damage])[] = [
  ['UTF-16 with a BOM', (text) => utf16(text, true)],
  ['UTF-16, big-endian', (text) => utf16(text, false)],
  ['UTF-8 with a BOM, and CRLF', (text) => `\ufeff${text.replaceAll('\n', '\r\n')}`],
  ['carriage returns only', (text) => text.replaceAll('\n', '\r')],
  ['one JSON string', (text) => JSON.stringify({ level: 'error', message: text })],
  [
    'a JSON string in a JSON string',
    (text) => JSON.stringify({ log: JSON.stringify({ message: text }) }),
  ],
  [
    'a JSON record per line',
    (text) => lines(text, (line) => JSON.stringify({ log: `${line}\n`, stream: 'stderr' })),
  ],
  [
    'a Python literal',
    (text) => `b"${text.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n')}"`,
  ],
  ['coloured', (text) => lines(text, (line) => `\u001b[31m${line}\u001b[0m`)],
  ['coloured, the escapes lost', (text) => lines(text, (line) => `[0;31m${line}[0m`)],
  ['coloured, as cat -v shows it', (text) => lines(text, (line) => `^[[1m^[[31m${line}^[[0m`)],
  [
    'HTML',
    (text) =>
      lines(text, (line) =>
        line
          .replaceAll('&', '&amp;')
          .replaceAll('<', '&lt;')
          .replaceAll('>', '&gt;')
          .replaceAll('"', '&quot;')
          .replaceAll("'", '&#39;'),
      ),
  ],
  ['wrapped at 120', (text) => wrapped(text, 120)],
  ['wrapped at 80', (text) => wrapped(text, 80)],
  ['Markdown’s escapes', (text) => lines(text, (line) => line.replaceAll(/[_*<>[\]`]/g, '\\$&'))],
  ['quoted twice', (text) => lines(text, (line) => `> > ${line}`)],
  ['trailing spaces', (text) => lines(text, (line) => line.padEnd(120))],
  [
    'odd spaces',
    (text) => lines(text, (line) => line.replaceAll(/^ +/g, (all) => '\u00a0'.repeat(all.length))),
  ],
];
