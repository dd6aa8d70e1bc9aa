import { request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import type { Socket } from 'node:net';
import {
  createSecureContext,
  rootCertificates,
  type SecureContext,
  connect as tlsConnect,
} from 'node:tls';
import { gunzipSync } from 'node:zlib';

/** One answer, whole. */
export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly text: string;
  /** The same as bytes, unpacked. */
  readonly body: Buffer;
}

export interface TransportOptions {
  /** Silence for longer than this ends the request. */
  readonly idleSeconds: number;
  readonly totalSeconds: number;
  readonly capBytes: number;
  /** PEM text trusted beside Node's own roots (SSL_CERT_FILE, PIP_CERT); null for none. */
  readonly certificates: string | null;
  /** HTTP proxy for an address; null for none. */
  readonly proxyFor: (url: URL) => URL | null;
  readonly signal: AbortSignal;
}

const contexts = new Map<string, SecureContext>();

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

/** One GET over node:http(s): no redirects, no retries. Rejects when there is no answer. */
export async function requestOnce(
  url: URL,
  headers: Readonly<Record<string, string>>,
  options: TransportOptions,
): Promise<Answer> {
  const total = AbortSignal.timeout(options.totalSeconds * 1000);
  const signal = AbortSignal.any([total, options.signal]);
  const proxy = options.proxyFor(url);
  const secure = url.protocol === 'https:';
  const trusted = { secureContext: trustedBy(options.certificates) };
  const tunnel =
    proxy !== null && secure ? await openTunnel(proxy, url, signal, trusted) : undefined;
  const plainProxy = proxy !== null && !secure ? proxy : undefined;
  return await new Promise<Answer>((resolve, reject) => {
    const target = plainProxy ?? url;
    const request = (secure ? requestHttps : requestHttp)({
      host: target.hostname.replace(/^\[|\]$/g, ''),
      port: target.port === '' ? (secure ? 443 : 80) : Number(target.port),
      path: plainProxy === undefined ? `${url.pathname}${url.search}` : withoutLogin(url),
      headers: {
        'Accept-Encoding': 'gzip',
        Host: url.host,
        ...headers,
        ...(plainProxy === undefined ? {} : proxyLogin(plainProxy)),
      },
      signal,
      agent: false,
      ...(tunnel === undefined ? trusted : { createConnection: () => tunnel }),
    });
    request.setTimeout(options.idleSeconds * 1000, () => {
      request.destroy(new Error(`no answer within ${options.idleSeconds} s`));
    });
    request.on('error', (error) => {
      reject(total.aborted ? new Error(`not finished within ${options.totalSeconds} s`) : error);
    });
    request.on('response', (response) => {
      const chunks: Buffer[] = [];
      let size = 0;
      // What says that it is too large need not be read first.
      if (Number(response.headers['content-length'] ?? 0) > options.capBytes) {
        request.destroy(new Error(`answer larger than ${options.capBytes} bytes`));
        return;
      }
      response.on('data', (chunk: Buffer) => {
        size += chunk.length;
        chunks.push(chunk);
        if (size > options.capBytes) {
          request.destroy(new Error(`answer larger than ${options.capBytes} bytes`));
        }
      });
      response.on('error', reject);
      response.on('end', () => {
        if (!response.complete) {
          reject(new Error('the answer was cut off'));
          return;
        }
        try {
          const raw = Buffer.concat(chunks);
          const body = decode(raw, response.headers['content-encoding'], options);
          resolve({
            status: response.statusCode ?? 0,
            headers: flat(response.headers),
            // Wheels are asked for as they are; their bytes are no text.
            get text() {
              return body.toString('utf8');
            },
            body,
          });
        } catch (error) {
          reject(error);
        }
      });
    });
    request.end();
  });
}

function decode(body: Buffer, encoding: string | undefined, options: TransportOptions): Buffer {
  return encoding === 'gzip' ? gunzipSync(body, { maxOutputLength: options.capBytes }) : body;
}

function flat(
  headers: Readonly<Record<string, string | readonly string[] | undefined>>,
): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name, [value ?? ''].flat().join(', ')]),
  );
}

function withoutLogin(url: URL): string {
  const clean = new URL(url);
  clean.username = '';
  clean.password = '';
  clean.hash = '';
  return clean.href;
}

function proxyLogin(proxy: URL): Readonly<Record<string, string>> {
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

async function openTunnel(
  proxy: URL,
  url: URL,
  signal: AbortSignal,
  trusted: { readonly secureContext: SecureContext },
): Promise<Socket> {
  const port = url.port === '' ? 443 : Number(url.port);
  const socket = await new Promise<Socket>((resolve, reject) => {
    const request = requestHttp({
      host: proxy.hostname,
      port: proxy.port === '' ? 80 : Number(proxy.port),
      method: 'CONNECT',
      path: `${url.hostname}:${port}`,
      headers: { Host: `${url.hostname}:${port}`, ...proxyLogin(proxy) },
      signal,
      agent: false,
    });
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
  return await new Promise<Socket>((resolve, reject) => {
    const secured = tlsConnect({ socket, servername: url.hostname, ...trusted }, () =>
      resolve(secured),
    );
    secured.on('error', reject);
  });
}
