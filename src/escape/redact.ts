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
  let result = text.replaceAll(/([a-z][a-z0-9+.-]*:\/\/)[^/@\s'"]*@/gi, '$1***@');
  for (const secret of secrets.toSorted((a, b) => b.length - a.length)) {
    // Very short ones would riddle every message with holes, and protect nothing.
    if (secret.length > 2) {
      result = result.replaceAll(secret, '***');
    }
  }
  return result;
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
