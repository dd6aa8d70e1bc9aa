import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { HttpOptions } from '../../../src/provision/index/http-client.ts';

/** For tests that wait for nothing: one attempt, without a proxy or a login. */
export const HTTP: HttpOptions = {
  idleSeconds: 2,
  totalSeconds: 5,
  capBytes: 10 * 2 ** 20,
  certificates: null,
  insecureHosts: [],
  proxyFor: () => null,
  signal: new AbortController().signal,
  attempts: 1,
  pauseMilliseconds: 1,
  netrc: null,
  secrets: [],
  onRetry: () => undefined,
};

export interface LocalIndex {
  /** `http://127.0.0.1:PORT` */
  readonly address: string;
  /** What was asked, in order: `GET /simple/numpy/`. */
  readonly requests: readonly IncomingMessage[];
  close(): Promise<void>;
}

/** A real server on the loopback interface, answering as the test says. */
export async function localIndex(
  answer: (request: IncomingMessage, response: ServerResponse, count: number) => void,
): Promise<LocalIndex> {
  const requests: IncomingMessage[] = [];
  const server = createServer((request, response) => {
    requests.push(request);
    answer(request, response, requests.length);
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  return {
    address: `http://127.0.0.1:${port}`,
    requests,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

export const JSON_TYPE = 'application/vnd.pypi.simple.v1+json';

export const PAGE = JSON.stringify({
  meta: { 'api-version': '1.1' },
  name: 'numpy',
  versions: ['2.0.2', '2.1.0'],
  files: [
    {
      filename: 'numpy-2.0.2-cp39-cp39-manylinux_2_17_x86_64.manylinux2014_x86_64.whl',
      url: '../../files/numpy-2.0.2-cp39-cp39-manylinux_2_17_x86_64.manylinux2014_x86_64.whl',
      hashes: { sha256: 'a'.repeat(64) },
      'requires-python': '>=3.9',
      yanked: false,
      'core-metadata': { sha256: 'b'.repeat(64) },
      'upload-time': '2024-08-26T20:05:48.000000Z',
    },
    {
      filename: 'numpy-2.1.0.tar.gz',
      url: 'https://files.example/numpy-2.1.0.tar.gz',
      hashes: {},
      yanked: 'broken',
    },
  ],
});

export const HTML_PAGE = `<!DOCTYPE html><html><head><title>Links for numpy</title></head><body>
<a href="../../files/numpy-2.0.2-cp39-cp39-manylinux_2_17_x86_64.manylinux2014_x86_64.whl#sha256=${'a'.repeat(64)}"
 data-requires-python="&gt;=3.9" data-core-metadata="sha256=${'b'.repeat(64)}">numpy-2.0.2</a><br>
<a href="https://files.example/numpy-2.1.0.tar.gz" data-yanked="broken">numpy-2.1.0.tar.gz</a>
</body></html>`;
