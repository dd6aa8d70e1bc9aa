/** A command as the runner would obey it. */
export interface ObeyedCommand {
  readonly grammar: 1 | 2;
  readonly command: string;
  readonly properties: Readonly<Record<string, string>>;
  readonly data: string;
}

/**
 * The runner's two command grammars, over everything that a process printed.
 *
 * Written after `ActionCommand.cs` of actions/runner (TryParseV2, then TryParse), but knows no list
 * of registered commands: any name counts.
 */
export function obeyedCommands(output: string): readonly ObeyedCommand[] {
  return output.split(/\r\n|\r|\n/).flatMap((line) => {
    const command = parseV2(line) ?? parseV1(line);
    return command ? [command] : [];
  });
}

function parseV2(line: string): ObeyedCommand | null {
  const message = line.trim();
  if (!message.startsWith('::')) return null;
  const end = message.indexOf('::', 2);
  if (end < 0) return null;
  const head = message.slice(2, end);
  const space = head.indexOf(' ');
  const command = space < 0 ? head : head.slice(0, space);
  const properties = space < 0 ? {} : pairs(head.slice(space + 1).trim(), ',', unescapeV2Property);
  return { grammar: 2, command, properties, data: unescapeV2(message.slice(end + 2)) };
}

function parseV1(line: string): ObeyedCommand | null {
  const start = line.indexOf('##[');
  if (start < 0) return null;
  const end = line.indexOf(']', start);
  if (end < 0) return null;
  const head = line.slice(start + 3, end);
  const space = head.indexOf(' ');
  const command = space < 0 ? head : head.slice(0, space);
  const properties = space < 0 ? {} : pairs(head.slice(space + 1).trim(), ';', unescapeV1);
  return { grammar: 1, command, properties, data: unescapeV1(line.slice(end + 1)) };
}

function pairs(text: string, separator: string, decode: (value: string) => string) {
  const found: Record<string, string> = {};
  for (const part of text.split(separator)) {
    const at = part.indexOf('=');
    if (at > 0) found[part.slice(0, at)] = decode(part.slice(at + 1));
  }
  return found;
}

function unescapeV2(text: string): string {
  return text.replaceAll('%0D', '\r').replaceAll('%0A', '\n').replaceAll('%25', '%');
}

function unescapeV2Property(text: string): string {
  return text
    .replaceAll('%0D', '\r')
    .replaceAll('%0A', '\n')
    .replaceAll('%3A', ':')
    .replaceAll('%2C', ',')
    .replaceAll('%25', '%');
}

function unescapeV1(text: string): string {
  return text
    .replaceAll('%3B', ';')
    .replaceAll('%0D', '\r')
    .replaceAll('%0A', '\n')
    .replaceAll('%5D', ']')
    .replaceAll('%25', '%');
}
