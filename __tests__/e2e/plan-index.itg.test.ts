import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { fileURLToPath } from 'node:url';
import { JSON_TYPE, type LocalIndex, localIndex } from '../provision/index/local-index.ts';
import { runCli } from '../support/cli.ts';

const HEALTHY = fileURLToPath(new URL('../../examples/healthy', import.meta.url));
const PLATFORMS = [
  'manylinux_2_17_x86_64',
  'manylinux_2_17_aarch64',
  'macosx_11_0_arm64',
  'macosx_10_9_x86_64',
  'win_amd64',
];
const FILES = ['1.22.4', '1.26.3', '1.26.4', '2.2.6'].flatMap((version) =>
  PLATFORMS.map((platform) => `numpy-${version}-cp311-cp311-${platform}.whl`),
);
const JSON_PAGE = JSON.stringify({
  meta: { 'api-version': '1.0' },
  name: 'numpy',
  files: FILES.map((filename) => ({
    filename,
    url: `../../files/${filename}`,
    hashes: {},
    yanked: filename.includes('1.26.4') ? 'a bad build' : false,
  })),
});
const HTML_PAGE = `<!DOCTYPE html><html><body>${FILES.map(
  (name) =>
    `<a href="../../files/${name}"${name.includes('1.26.4') ? ' data-yanked="a bad build"' : ''}>${name}</a>`,
).join('\n')}</body></html>`;

/** Below the declared floor and the withdrawn release are not chosen. */
const RIGHT_PLAN = ['py3.11-np1.26.3', 'py3.11-np2.2.6'];

let server: LocalIndex | undefined;
afterEach(async () => server?.close());

function json(response: ServerResponse): void {
  response.writeHead(200, { 'Content-Type': JSON_TYPE }).end(JSON_PAGE);
}

async function planOn(
  answer: (request: IncomingMessage, response: ServerResponse, count: number) => void,
  login = '',
) {
  server = await localIndex(answer);
  // A path of its own: what an earlier run kept of the same port is another page.
  const address = `${server.address.replace('//', `//${login}`)}/${randomUUID()}/simple`;
  const run = await runCli([
    ...['plan', HEALTHY, '--python', '3.11', '--json', '-', '--index-url', address],
  ]);
  const cells = run.report?.combinations ?? [];
  return {
    ...run,
    planned: cells.filter(({ status }) => `${status}` === 'planned').map(({ id }) => id),
    requests: server.requests.length,
  };
}

const withPassword = (request: IncomingMessage, response: ServerResponse): void => {
  const expected = `Basic ${Buffer.from('user:s3cr3t').toString('base64')}`;
  if (request.headers.authorization === expected) json(response);
  else response.writeHead(401).end();
};

describe('a plan from a local index (needs Python 3.11)', () => {
  test.each<[string, Parameters<typeof planOn>[0], string]>([
    ['answers JSON', (_, response) => json(response), ''],
    ['asks for a password', withPassword, 'user:s3cr3t@'],
    [
      'has HTML only',
      (_, response) => response.writeHead(200, { 'Content-Type': 'text/html' }).end(HTML_PAGE),
      '',
    ],
    ['is slow', (_, response) => setTimeout(() => json(response), 1500), ''],
    [
      'answers 500 twice',
      (_, response, count) => (count > 2 ? json(response) : response.writeHead(500).end()),
      '',
    ],
  ])('is right when the index %s', async (_, answer, login) => {
    const run = await planOn(answer, login);
    expect(run.planned).toEqual(RIGHT_PLAN);
    expect(run.code).toBe(0);
    expect(run.stdout + run.stderr).not.toContain('s3cr3t');
  });

  test.each<[string, Parameters<typeof planOn>[0], number, number, RegExp]>([
    ['a wrong password', withPassword, 3, 1, /refuses .*HTTP 401[\s\S]*user name and password/],
    ['a refusal', (_, response) => response.writeHead(403).end(), 3, 1, /HTTP 403/],
    [
      'no NumPy',
      (_, response) => response.writeHead(404).end(),
      2,
      1,
      /No package index in force has a file of NumPy/,
    ],
    [
      'garbage',
      (_, response) => response.writeHead(200, { 'Content-Type': JSON_TYPE }).end('{"files": 3'),
      3,
      1,
      /does not answer as a package index does/,
    ],
    [
      'a sign-in page',
      (_, response) =>
        response.writeHead(200, { 'Content-Type': 'text/html' }).end('Please sign in'),
      3,
      1,
      /does not answer as a package index does|has a file of NumPy/,
    ],
    ['nothing but 500', (_, response) => response.writeHead(500).end(), 3, 4, /HTTP 500.*4 tries/],
  ])('is not made from %s', async (_, answer, code, requests, message) => {
    const run = await planOn(answer);
    expect(run.stderr).toMatch(message);
    expect(run.stderr).not.toMatch(/\n\s+at /);
    expect({ code: run.code, requests: run.requests }).toEqual({ code, requests });
    expect(run.planned).toEqual([]);
  });

  test('nightly wheels are asked of the index that the user names, and of no other', async () => {
    const version = '2.9.0.dev0+git20261120.abc1234';
    const nightly = PLATFORMS.map(
      (platform) => `<a href="numpy-${version}-cp311-cp311-${platform}.whl">nightly</a>`,
    );
    server = await localIndex((request, response) => {
      if (!request.url?.includes('nightly')) json(response);
      else response.writeHead(200, { 'Content-Type': 'text/html' }).end(nightly.join('\n'));
    });
    const address = `${server.address}/${randomUUID()}`;
    const flags = ['plan', HEALTHY, '--python', '3.11', '--json', '-'];
    const numpys = ['--numpy', 'nightly', '--numpy', 'latest', '--index-url', `${address}/simple`];
    const planned = await runCli([...flags, ...numpys, '--nightly-index', `${address}/nightly`]);
    expect(planned.report?.combinations.map(({ id }) => id)).toEqual([
      'py3.11-np2.2.6',
      `py3.11-np${version}`,
    ]);
    const asked = server.requests.length;
    const refused = await runCli([...flags, ...numpys]);
    expect(refused.stderr).toMatch(/nightly needs nightly-index/);
    expect(refused.code).toBe(2);
    expect(server.requests).toHaveLength(asked);
  });
});
