import { setTimeout as sleep } from 'node:timers/promises';
import { redact } from '../../escape/redact.ts';
import { EXIT, UserError } from '../../model/user-error.ts';
import { basic } from './agents.ts';
import { type Login, netrcLogin } from './netrc.ts';
import { type Answer, requestOnce, TooLarge, type TransportOptions } from './transport.ts';

export interface HttpOptions extends TransportOptions {
  /** Tries in all, the first included. */
  readonly attempts: number;
  /** First pause between tries; doubled each time. */
  readonly pauseMilliseconds: number;
  /** Text of the user's `.netrc`, null when there is none. */
  readonly netrc: string | null;
  readonly secrets: readonly string[];
  /** Told of each retry. */
  readonly onRetry: (text: string) => void;
}

/** An answer with the address that it came from in the end (credentials taken out). */
export interface Page extends Answer {
  readonly address: string;
}

const MAX_REDIRECTS = 10;
const LONGEST_PAUSE = 30_000;

/**
 * GETs a page: follows redirects, retries what may pass (no answer, 408, 429, 5xx) with growing
 * pauses. Any other status is the caller's to judge.
 *
 * @param address may hold credentials, which are sent to that origin only
 * @throws {UserError} exit 3 when there is no usable answer in the end
 */
export async function httpGet(
  address: string,
  headers: Readonly<Record<string, string>>,
  options: HttpOptions,
): Promise<Page> {
  for (let attempt = 1; ; attempt += 1) {
    const outcome = await tryOnce(address, headers, options);
    if (outcome.kind === 'answer') {
      return outcome.page;
    }
    options.signal.throwIfAborted();
    if (attempt >= options.attempts || !outcome.retry) {
      throw unreachable(address, outcome, attempt, options);
    }
    const pause = Math.min(
      LONGEST_PAUSE,
      Math.max(outcome.waitMilliseconds, options.pauseMilliseconds * 2 ** (attempt - 1)),
    );
    options.onRetry(
      `${redact(address, options.secrets)}: ${outcome.why}; next try in ${pause / 1000} s`,
    );
    await sleep(pause, undefined, { signal: options.signal });
  }
}

type Outcome =
  | { readonly kind: 'answer'; readonly page: Page }
  | {
      readonly kind: 'nothing';
      readonly why: string;
      readonly retry: boolean;
      readonly waitMilliseconds: number;
      readonly cause: unknown;
    };

async function tryOnce(
  address: string,
  headers: Readonly<Record<string, string>>,
  options: HttpOptions,
): Promise<Outcome> {
  const first = new URL(address);
  const own = loginOf(first);
  let url = first;
  for (let hop = 0; hop <= MAX_REDIRECTS; hop += 1) {
    const login =
      loginOf(url) ??
      (url.origin === first.origin ? own : undefined) ??
      netrcLogin(options.netrc ?? '', url.hostname);
    const authorization =
      login === undefined ? {} : { Authorization: basic(login.user, login.password) };
    let answer: Answer;
    try {
      answer = await requestOnce(url, { ...headers, ...authorization }, options);
    } catch (error) {
      return failed(causeOf(error), !(error instanceof TooLarge), 0, error);
    }
    const { status } = answer;
    const target = answer.headers['location'];
    if ([301, 302, 303, 307, 308].includes(status) && target !== undefined) {
      if (!URL.canParse(target, url.href) || !/^https?:$/.test(new URL(target, url).protocol)) {
        return failed(`it redirects to ${JSON.stringify(target)}, which is no address`, false);
      }
      const next = new URL(target, url);
      if (url.protocol === 'https:' && next.protocol === 'http:') {
        return failed('it redirects from https to http', false);
      }
      url = next;
      continue;
    }
    if (isPassing(status)) {
      const wait = Number(answer.headers['retry-after'] ?? 0) * 1000;
      return failed(`it answers HTTP ${status}`, true, Number.isFinite(wait) ? wait : 0);
    }
    const { headers: said, body } = answer;
    const page = {
      status,
      headers: said,
      body,
      address: withoutLogin(url),
      get text() {
        return answer.text;
      },
    };
    return { kind: 'answer', page };
  }
  return failed(`it redirects more than ${MAX_REDIRECTS} times`, false);
}

function failed(why: string, retry: boolean, waitMilliseconds = 0, cause?: unknown): Outcome {
  return { kind: 'nothing', why, retry, waitMilliseconds, cause };
}

/** Whether another try may have another answer; 501 says that the server cannot do it at all. */
function isPassing(status: number): boolean {
  return status === 408 || status === 429 || (status >= 500 && status !== 501);
}

/** @example withoutLogin(new URL('https://u:p@h/x')) // 'https://h/x' */
export function withoutLogin(url: URL): string {
  const clean = new URL(url);
  clean.username = '';
  clean.password = '';
  return clean.href;
}

function loginOf(url: URL): Login | undefined {
  return url.username === '' && url.password === ''
    ? undefined
    : { user: decodeURIComponent(url.username), password: decodeURIComponent(url.password) };
}

/** `ECONNREFUSED` is buried in an AggregateError when a name has several addresses. */
function causeOf(error: unknown): string {
  const { errors, message } = Object(error) as { errors?: readonly unknown[]; message?: string };
  return errors?.[0] === undefined ? message || String(error) : causeOf(errors[0]);
}

function unreachable(
  address: string,
  { why, cause }: { readonly why: string; readonly cause: unknown },
  attempts: number,
  { secrets }: HttpOptions,
): UserError {
  const tries = attempts > 1 ? ` (${attempts} tries)` : '';
  return new UserError(
    `the package index at ${redact(address, secrets)} cannot be used: ${redact(why, secrets)}${tries}`,
    {
      exitCode: EXIT.setUp,
      cause,
      remedy: /certificate|self.signed|issuer/i.test(why)
        ? 'Name the certificates to trust in SSL_CERT_FILE'
        : /answers HTTP (?:429|5\d\d)$/.test(why)
          ? 'The server is busy or out of order: try again later'
          : 'Check the network, the proxy (HTTPS_PROXY) and the index address (--index-url, UV_DEFAULT_INDEX)',
    },
  );
}
