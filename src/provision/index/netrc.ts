/** A login for one host. */
export interface Login {
  readonly user: string;
  readonly password: string;
}

/**
 * Finds a host's login in the text of a `.netrc` file.
 *
 * @example netrcLogin('machine h login u password p', 'h') // { user: 'u', password: 'p' }
 */
export function netrcLogin(text: string, host: string): Login | undefined {
  const tokens = text.replaceAll(/^\s*#.*$/gm, '').match(/"[^"]*"|\S+/g) ?? [];
  let applies = false;
  let found: { login?: string; password?: string } = {};
  for (let at = 0; at < tokens.length; at += 1) {
    const token = tokens[at];
    if (token === 'machine' || token === 'default') {
      if (applies && found.password !== undefined) {
        break;
      }
      found = {};
      applies = token === 'default' || tokens[at + 1] === host;
      at += token === 'machine' ? 1 : 0;
    } else if (applies && (token === 'login' || token === 'password')) {
      found[token] = (tokens[at + 1] ?? '').replaceAll(/^"|"$/g, '');
      at += 1;
    }
  }
  return applies && found.password !== undefined
    ? { user: found.login ?? '', password: found.password }
    : undefined;
}
