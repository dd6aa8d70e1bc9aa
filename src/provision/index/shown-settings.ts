/** What uv's `--show-settings` says of indexes beyond their addresses. */
export interface ShownSettings {
  /** All indexes count, not the first one that has a package. */
  readonly merges: boolean;
  /** Names that indexes have, by their address as written. */
  readonly names: ReadonlyMap<string, string>;
  /** `host` or `host:port` whose certificates are not checked. */
  readonly insecureHosts: readonly string[];
}

/**
 * Reads what uv prints of its settings, whichever of its files, variables or flags they are from: uv
 * has no other way to tell them. Its form may change: what is not found there says nothing.
 */
export function readShownSettings(text: string): ShownSettings {
  const indexes = text.split(/^ +Index \{$/m).slice(1);
  const hosts = /^( *)allow_insecure_host: \[\n([\s\S]*?)^\1\],/m.exec(text)?.[2] ?? '';
  return {
    merges: /^ *index_strategy: Unsafe\w+,/m.test(text),
    names: new Map(
      indexes.flatMap((one) => {
        const name = /^\s*name: Some\(\s*IndexName\(\s*"([^"]+)"/.exec(one)?.[1];
        const address = /^ *given: Some\(\s*"([^"]+)"/m.exec(one)?.[1];
        return name === undefined || address === undefined ? [] : [[address, name] as const];
      }),
    ),
    insecureHosts: hosts.split('Host {').flatMap((one) => {
      const host = /host: "([^"]+)"/.exec(one)?.[1];
      const port = /port: Some\(\s*(\d+)/.exec(one)?.[1];
      return host === undefined ? [] : [port === undefined ? host : `${host}:${port}`];
    }),
  };
}

/**
 * An address with the login that uv's variables (`UV_INDEX_<NAME>_USERNAME`, `…_PASSWORD`) have for an
 * index of that name: uv prints it without.
 */
export function withNamedLogin(
  address: string,
  { names }: Pick<ShownSettings, 'names'>,
  environment: Readonly<Record<string, string | undefined>>,
): string {
  if (!URL.canParse(address)) return address;
  const found = [...names].find(([given]) => place(given) === place(address));
  if (found === undefined) return address;
  const start = `UV_INDEX_${found[1].toUpperCase().replaceAll(/[^A-Z0-9]/g, '_')}`;
  const user = environment[`${start}_USERNAME`];
  const password = environment[`${start}_PASSWORD`];
  if (!user && !password) return address;
  const url = new URL(address);
  url.username = encodeURIComponent(user ?? '');
  url.password = encodeURIComponent(password ?? '');
  return url.href;
}

/** What is the same of an address with a login and without, with a slash at its end and without. */
function place(address: string): string {
  if (!URL.canParse(address)) return address;
  const { origin, pathname, search } = new URL(address);
  return `${origin}${pathname.replace(/\/+$/, '')}${search}`;
}
