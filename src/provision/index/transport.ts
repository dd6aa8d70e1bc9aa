import { request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import { brotliDecompressSync, gunzipSync, inflateSync } from 'node:zlib';
import { agentFor, proxyLogin } from './agents.ts';

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
  /** `host` or `host:port` whose certificates are not checked. */
  readonly insecureHosts: readonly string[];
  /** HTTP proxy for an address; null for none. */
  readonly proxyFor: (url: URL) => URL | null;
  readonly signal: AbortSignal;
}

/** An answer that is larger than wanted: asking again would not make it smaller. */
export class TooLarge extends Error {}

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
  const plainProxy = proxy !== null && !secure ? proxy : undefined;
  const isTrusted = [url.host, url.hostname].some((one) => options.insecureHosts.includes(one));
  const agent = agentFor(secure, proxy, options.certificates, isTrusted);
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
      agent,
    });
    // Given to `request`, the signal would end the kept connection with whatever uses it then.
    const abort = (): void => void request.destroy(new Error('ended'));
    signal.addEventListener('abort', abort, { once: true });
    request.on('close', () => signal.removeEventListener('abort', abort));
    if (signal.aborted) abort();
    request.setTimeout(options.idleSeconds * 1000, () => {
      request.destroy(new Error(`no answer within ${options.idleSeconds} s`));
    });
    request.on('error', (error) => {
      // The server may close a kept connection at the very moment when it is used again.
      if (request.reusedSocket && Object(error).code === 'ECONNRESET' && !signal.aborted) {
        resolve(requestOnce(url, headers, options));
        return;
      }
      reject(total.aborted ? new Error(`not finished within ${options.totalSeconds} s`) : error);
    });
    request.on('response', (response) => {
      const chunks: Buffer[] = [];
      let size = 0;
      const refuse = (): void => {
        reject(new TooLarge(`answer larger than ${options.capBytes} bytes`));
        request.destroy();
      };
      // What says that it is too large need not be read first.
      if (Number(response.headers['content-length'] ?? 0) > options.capBytes) {
        refuse();
        return;
      }
      response.on('data', (chunk: Buffer) => {
        size += chunk.length;
        chunks.push(chunk);
        if (size > options.capBytes) refuse();
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

/** Only gzip is asked for; some servers pack in another way all the same. */
function decode(body: Buffer, encoding: string | undefined, options: TransportOptions): Buffer {
  const most = { maxOutputLength: options.capBytes };
  switch (encoding?.toLowerCase()) {
    case 'gzip':
    case 'x-gzip':
      return gunzipSync(body, most);
    case 'deflate':
      return inflateSync(body, most);
    case 'br':
      return brotliDecompressSync(body, most);
    default:
      return body;
  }
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
