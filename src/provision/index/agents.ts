import { Agent as PlainAgent, request as requestHttp } from 'node:http';
import { type AgentOptions, type RequestOptions, Agent as SecureAgent } from 'node:https';
import type { Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import {
  createSecureContext,
  rootCertificates,
  type SecureContext,
  connect as tlsConnect,
} from 'node:tls';

/** As many as browsers open to one server. */
const MOST_SOCKETS = 6;

const agents = new Map<string, PlainAgent>();
const contexts = new Map<string, SecureContext>();

/**
 * The agent that keeps connections for the next request. Unused ones do not keep the process alive.
 *
 * @param certificates PEM text trusted beside Node's own roots; null for none
 * @param isTrusted whether the server's certificate is not to be checked
 */
export function agentFor(
  secure: boolean,
  proxy: URL | null,
  certificates: string | null,
  isTrusted: boolean,
): PlainAgent {
  const asked = secure ? [proxy?.href, certificates, isTrusted] : [];
  const key = JSON.stringify([secure, ...asked]);
  const known = agents.get(key) ?? createAgent(secure, proxy, certificates, isTrusted);
  agents.set(key, known);
  return known;
}

function createAgent(
  secure: boolean,
  proxy: URL | null,
  certificates: string | null,
  isTrusted: boolean,
): PlainAgent {
  const kept = { keepAlive: true, maxSockets: MOST_SOCKETS };
  if (!secure) return new PlainAgent(kept);
  const secureContext = trustedBy(certificates);
  const trusted = { ...kept, secureContext, rejectUnauthorized: !isTrusted };
  return proxy === null ? new SecureAgent(trusted) : new TunnelAgent(trusted, proxy);
}

/**
 * What connections trust: Node's roots, and more where some are named. Made once: reading all the
 * certificates takes about 30 ms of processor time, and a run asks an index dozens of times.
 */
function trustedBy(certificates: string | null): SecureContext {
  const key = certificates ?? '';
  const known =
    contexts.get(key) ??
    createSecureContext(certificates === null ? {} : { ca: [...rootCertificates, certificates] });
  contexts.set(key, known);
  return known;
}

/** Silence of a proxy for longer than this ends the connection. */
const PROXY_MILLISECONDS = 30_000;

/** Connections through a proxy's `CONNECT`. */
class TunnelAgent extends SecureAgent {
  readonly #proxy: URL;

  constructor(options: AgentOptions, proxy: URL) {
    super(options);
    this.#proxy = proxy;
  }

  // Node's own way in: https://nodejs.org/api/http.html#agentcreateconnectionoptions-callback
  override createConnection(
    target: Target,
    created?: (error: Error | null, socket: Duplex) => void,
  ): undefined {
    openTunnel(this.#proxy, target).then(
      (socket) => created?.(null, socket),
      // Node reads no socket beside an error.
      (error: Error) => (created as ((error: Error) => void) | undefined)?.(error),
    );
  }
}

type Target = RequestOptions & { readonly secureContext?: SecureContext };

async function openTunnel(proxy: URL, target: Target): Promise<Duplex> {
  const { host, port, servername, secureContext, rejectUnauthorized = true } = target;
  const name = `${host?.includes(':') ? `[${host}]` : host}:${port}`;
  const socket = await new Promise<Socket>((resolve, reject) => {
    const request = requestHttp({
      host: proxy.hostname.replace(/^\[|\]$/g, ''),
      port: proxy.port === '' ? 80 : Number(proxy.port),
      method: 'CONNECT',
      path: name,
      headers: { Host: name, ...proxyLogin(proxy) },
      agent: false,
      timeout: PROXY_MILLISECONDS,
    });
    request.on('timeout', () => request.destroy(new Error('the proxy does not answer')));
    request.on('connect', (response, connected: Socket) => {
      if (response.statusCode === 200) {
        resolve(connected);
      } else {
        connected.destroy();
        reject(new Error(`the proxy refused the connection (${response.statusCode})`));
      }
    });
    request.on('error', reject);
    request.end();
  });
  return await new Promise<Duplex>((resolve, reject) => {
    const names = {
      servername: servername ?? host ?? '',
      rejectUnauthorized,
      ...(secureContext && { secureContext }),
    };
    const secured = tlsConnect({ socket, ...names }, () => resolve(secured));
    secured.on('error', reject);
  });
}

/** The header that a proxy with a login wants. */
export function proxyLogin(proxy: URL): Readonly<Record<string, string>> {
  return proxy.username === ''
    ? {}
    : {
        'Proxy-Authorization': basic(
          decodeURIComponent(proxy.username),
          decodeURIComponent(proxy.password),
        ),
      };
}

/** @example basic('u', 'p') // 'Basic dTpw' */
export function basic(user: string, password: string): string {
  return `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`;
}
