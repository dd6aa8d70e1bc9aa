import { readFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { together } from '../../host/together.ts';
import type { HttpOptions } from './http-client.ts';
import { proxyFor } from './proxy.ts';

const ANSWER_CAP = 64 * 1024 * 1024;

/**
 * How the index is asked on this machine: its certificates, proxy and `.netrc`.
 *
 * @param environment also with what pip's settings add (`IndexSettings.uvEnvironment`)
 */
export async function defaultHttpOptions(
  environment: NodeJS.ProcessEnv,
  insecureHosts: readonly string[],
  signal: AbortSignal,
  onRetry: (text: string) => void,
): Promise<HttpOptions> {
  const bundles = [environment['SSL_CERT_FILE'], environment['PIP_CERT']];
  const own = await together([...new Set(bundles)].map(readOrNull));
  // `ca` replaces Node's list, NODE_EXTRA_CA_CERTS included: add that file again.
  const extra = await readOrNull(environment['NODE_EXTRA_CA_CERTS']);
  const named = own.filter((text) => text !== null);
  const certificates = named.length === 0 ? null : [...named, extra ?? ''].join('\n');
  const home = environment['HOME'] ?? homedir();
  return {
    idleSeconds: 30,
    totalSeconds: 120,
    capBytes: ANSWER_CAP,
    certificates,
    insecureHosts,
    proxyFor: (url) => proxyFor(url, environment),
    signal,
    attempts: 4,
    pauseMilliseconds: 500,
    netrc:
      (await readOrNull(environment['NETRC'])) ?? (await readOrNull(join(home, '.netrc'))) ?? null,
    secrets: [],
    onRetry,
  };
}

async function readOrNull(path: string | undefined): Promise<string | null> {
  try {
    return path === undefined || path === '' ? null : await readFile(path, 'utf8');
  } catch {
    return null;
  }
}
