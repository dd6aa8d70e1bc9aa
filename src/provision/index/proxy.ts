/**
 * The proxy that the environment names for an address (`HTTPS_PROXY`, `HTTP_PROXY`, `ALL_PROXY`,
 * `NO_PROXY`, upper or lower case), as pip, uv and curl read it.
 */
export function proxyFor(url: URL, environment: NodeJS.ProcessEnv): URL | null {
  const named = (name: string) => environment[name.toLowerCase()] || environment[name] || '';
  const exempt = named('NO_PROXY')
    .split(/[\s,]+/)
    .filter((entry) => entry !== '')
    .some((entry) => isExempt(url.hostname, entry));
  const address = named(url.protocol === 'https:' ? 'HTTPS_PROXY' : 'HTTP_PROXY');
  const proxy = address || named('ALL_PROXY');
  const absolute = proxy.includes('://') ? proxy : `http://${proxy}`;
  if (exempt || proxy === '' || !URL.canParse(absolute)) {
    return null;
  }
  const parsed = new URL(absolute);
  return parsed.protocol === 'http:' ? parsed : null;
}

function isExempt(host: string, entry: string): boolean {
  const bare = entry.replace(/^\*?\./, '').replace(/:\d+$/, '');
  return entry === '*' || host === bare || host.endsWith(`.${bare}`);
}
