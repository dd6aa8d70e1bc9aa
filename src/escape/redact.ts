/** Index addresses may hold passwords: what must never be shown, and how it is taken out. */

/** @example secretsOf(['https://u:p%40ss@host/simple']) // ['p%40ss', 'p@ss', 'u:p%40ss'] */
export function secretsOf(addresses: readonly string[]): readonly string[] {
  const secrets = new Set<string>();
  for (const address of addresses) {
    const userinfo = /^[a-z][a-z0-9+.-]*:\/\/([^/@\s]*)@/i.exec(address)?.[1];
    if (userinfo === undefined) {
      continue;
    }
    const colon = userinfo.indexOf(':');
    // A lone user name is how tokens are often given: `https://TOKEN@host`.
    const secret = colon < 0 ? userinfo : userinfo.slice(colon + 1);
    for (const text of [secret, decode(secret), userinfo]) {
      if (text !== '') {
        secrets.add(text);
      }
    }
  }
  return [...secrets];
}

/**
 * Takes the credentials out of every address in a text, and every known secret.
 *
 * @example redact('no https://u:p@host/x', []) // 'no https://***@host/x'
 */
export function redact(text: string, secrets: readonly string[]): string {
  let result = withoutCredentials(text);
  for (const secret of secrets.toSorted((a, b) => b.length - a.length)) {
    // Very short ones would riddle every message with holes, and protect nothing.
    if (secret.length > 2) {
      result = result.replaceAll(secret, '***');
    }
  }
  return result;
}

/**
 * As replacing `/([a-z][a-z0-9+.-]*:\/\/)[^/@\s'"]*@/gi` by `$1***@`, which tries a report of
 * megabytes letter by letter.
 */
function withoutCredentials(text: string): string {
  let shown = '';
  let from = 0;
  for (let at = text.indexOf('://'); at >= 0; at = text.indexOf('://', at + 3)) {
    USERINFO.lastIndex = at + 3;
    const userinfo = USERINFO.exec(text);
    if (userinfo === null || !endsInScheme(text, from, at)) continue;
    shown += `${text.slice(from, at + 3)}***@`;
    from = USERINFO.lastIndex;
  }
  return shown + text.slice(from);
}

/** Whether a letter stands before `end`, with nothing but letters, digits and `+.-` between. */
function endsInScheme(text: string, start: number, end: number): boolean {
  for (let at = end - 1; at >= start; at -= 1) {
    const character = text[at] ?? '';
    if (/[a-z]/i.test(character)) return true;
    if (!/[0-9+.-]/.test(character)) return false;
  }
  return false;
}

const USERINFO = /[^/@\s'"]*@/y;

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
