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

const xml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
const body = (text: string): string => text.replace(/\n+$/, '');

function quotedPrintable(line: string): string {
  const escaped = [...line]
    .map((one) => {
      if (one !== '=' && one.charCodeAt(0) < 127) return one;
      return [...new TextEncoder().encode(one)]
        .map((byte) => `=${byte.toString(16).toUpperCase()}`)
        .join('');
    })
    .join('');
  const pieces: string[] = [];
  let rest = escaped;
  while (rest.length > 75) {
    // No escape is cut.
    const at = rest.lastIndexOf('=', 74) > 72 ? rest.lastIndexOf('=', 74) : 75;
    pieces.push(rest.slice(0, at));
    rest = rest.slice(at);
  }
  return [...pieces, rest].join('=\n');
}

/** What whole texts are put into; they are not combined with prefixes. */
export const CONTAINERS: readonly (readonly [string, Damage])[] = [
  [
    'rsyslog’s #012',
    (text) => `Mar  2 10:11:12 host app[12]: ${body(text).replaceAll('\n', '#012')}`,
  ],
  [
    'a workflow command’s %0A',
    (text) =>
      `::error file=tests/test_a.py,line=3::${body(text).replaceAll('%', '%25').replaceAll('\n', '%0A')}`,
  ],
  [
    'TeamCity’s message',
    (text) =>
      `##teamcity[testFailed name='x' details='${body(text)
        .replaceAll('|', '||')
        .replaceAll("'", "|'")
        .replaceAll('\n', '|n')
        .replaceAll('[', '|[')
        .replaceAll(']', '|]')}']`,
  ],
  [
    'HTML’s numeric entities',
    (text) => text.replace(/[<>"'&/]/g, (one) => `&#x${one.charCodeAt(0).toString(16)};`),
  ],
  [
    'a table of HTML',
    (text) =>
      lines(xml(text), (line, index) => `<tr><td class="n">${index + 1}</td><td>${line}</td></tr>`),
  ],
  [
    'JUnit’s CDATA',
    (text) =>
      `<testsuites><testcase name="x"><error message="failed"><![CDATA[${body(text)}]]></error></testcase></testsuites>`,
  ],
  [
    'JUnit’s attribute',
    (text) =>
      `<error type="X" message="${xml(body(text)).replaceAll('"', '&quot;').replaceAll('\n', '&#10;')}"/>`,
  ],
  ['CSV', (text) => `id,time,message\n1,2026-03-02,"${body(text).replaceAll('"', '""')}",x\n`],
  ['quoted-printable', (text) => lines(text, quotedPrintable)],
  [
    'tabs for indentation',
    (text) =>
      lines(text, (line) => line.replace(/^(?: {2})+/, (all) => '\t'.repeat(all.length / 2))),
  ],
  [
    'typographic quotes',
    (text) =>
      lines(text, (line) => line.replace(/"([^"]*)"/g, '“$1”').replace(/'([^']*)'/g, '‘$1’')),
  ],
  ['zero bytes', (text) => lines(text, (line) => `${line}\u0000`)],
  [
    'PowerShell’s remarks',
    (text) =>
      lines(body(text), (line, index) =>
        index % 7 === 3 && line !== ''
          ? `${line}\n    + CategoryInfo          : NotSpecified: (${line.slice(0, 30)}:String) [], RemoteException\n    + FullyQualifiedErrorId : NativeCommandErrorMessage\n    + PSComputerName        : build01\n `
          : line,
      ).replaceAll('\n', '\r\n'),
  ],
  [
    'supervisord',
    (text) =>
      lines(body(text), (line) => `2026-03-02 10:11:12,123 DEBG 'web' stderr output:\n${line}`),
  ],
  [
    'what Node shows of a child',
    (text) =>
      `  stderr: '${body(text).replaceAll('\\', '\\\\').replaceAll("'", "\\'").split('\n').join("\\n' +\n    '")}'`,
  ],
  [
    'Kubernetes’ pieces of long lines',
    (text) =>
      body(text)
        .split('\n')
        .flatMap((line, index) => {
          const head = `2026-03-02T10:11:${10 + (index % 50)}.123456789Z stderr `;
          return line.length > 90
            ? [`${head}P ${line.slice(0, 70)}`, `${head}F ${line.slice(70)}`]
            : [`${head}F ${line}`];
        })
        .join('\n'),
  ],
  ['Slack’s fence', (text) => `Jane Doe  10:11 AM\n\`\`\`${body(text)}\`\`\`\n`],
];
