import { redact, secretsOf } from '../../../src/escape/redact.ts';
import type { Uv } from '../../../src/model/ports.ts';
import { readIndexSettings } from '../../../src/provision/index/index-settings.ts';
import { netrcLogin } from '../../../src/provision/index/netrc.ts';
import { readPipSettings } from '../../../src/provision/index/pip-settings.ts';
import { proxyFor } from '../../../src/provision/index/proxy.ts';
import { readShownSettings } from '../../../src/provision/index/shown-settings.ts';

const none = { indexUrl: null, extraIndexUrls: [], findLinks: [], nightlyIndex: '' };

function fakeUv(stdout: string, code = 0, stderr = ''): Uv & { readonly calls: string[][] } {
  const calls: string[][] = [];
  return {
    calls,
    executable: '/uv',
    version: '0.13.9',
    async run(args) {
      calls.push([...args]);
      return { ending: { kind: 'exited', code }, stdout, stderr, truncated: false, seconds: 0 };
    },
  };
}

test('extra indexes come before the default one, passwords become secrets', async () => {
  const uv = fakeUv(
    '--index-url https://u:pass%21word@main.example/simple\n--extra-index-url https://extra.example/s\n--find-links ./wheels\n',
  );
  const settings = await readIndexSettings(uv, '/p', '/own', none, {});
  expect(settings.indexes).toEqual([
    'https://extra.example/s',
    'https://u:pass%21word@main.example/simple',
  ]);
  expect(settings.findLinks).toEqual(['./wheels']);
  expect(settings.secrets).toEqual(['pass%21word', 'pass!word', 'u:pass%21word']);
});

test('our options and pip’s settings reach uv; pip’s index gives way to ours', async () => {
  const uv = fakeUv('');
  const pip = readPipSettings("global.index-url='https://pip.example/simple'\n", {});
  await readIndexSettings(uv, '/p', '/own', { ...none, indexUrl: 'https://i.example' }, {}, pip);
  expect(uv.calls[0]?.slice(10)).toEqual(['--default-index', 'https://i.example']);
  const { uvArguments, notices } = await readIndexSettings(uv, '/p', '/own', none, {}, pip);
  expect(uvArguments).toEqual(['--default-index', 'https://pip.example/simple']);
  expect(notices).toEqual([
    "pip's setting index-url is passed on to uv: https://pip.example/simple",
  ]);
});

test('a pyproject.toml in another encoding is wrong usage', async () => {
  const uv = fakeUv(
    '',
    2,
    'error: failed to read `/p/pyproject.toml`: stream did not contain valid UTF-8',
  );
  await expect(readIndexSettings(uv, '/p', '/own', none, {})).rejects.toMatchObject({
    message: expect.stringMatching(
      /^A settings file holds bytes that are no UTF-8: .*pyproject\.toml/,
    ),
    exitCode: 2,
  });
});

test('a folder of find-links that is not there is wrong usage', async () => {
  const said =
    'error: Failed to read `--find-links` directory: /p/nowhere\n  cause: No such file or directory (os error 2)';
  await expect(
    readIndexSettings(fakeUv('', 2, said), '/p', '/own', none, {}),
  ).rejects.toMatchObject({
    message: expect.stringMatching(
      /^The folder that find-links names cannot be read: \/p\/nowhere\n/,
    ),
    exitCode: 2,
  });
});

test('settings that uv cannot read, and goes on without, are told of', async () => {
  const warning = `warning: Failed to parse \`pyproject.toml\` during settings discovery:
  TOML parse error at line 10, column 13
     |
  10 | index-url = 3
     |             ^
  invalid type: integer \`3\`, expected a string

warning: No dependencies found in stdin
`;
  const { notices } = await readIndexSettings(fakeUv('', 0, warning), '/p', '/own', none, {});
  expect(notices).toEqual([
    'uv leaves its settings aside: Failed to parse `pyproject.toml` during settings discovery: TOML parse error at line 10, column 13, invalid type: integer `3`, expected a string',
  ]);
});

test('of a setting that uv does not know, not all that it knows are listed', async () => {
  const warning =
    'warning: Failed to parse `pyproject.toml` during settings discovery:\n  TOML parse error at line 5, column 1\n    |\n  5 | foo = 1\n    | ^^^\n  unknown field `foo`, expected one of `offline`, `build-backend`\n\n';
  const { notices } = await readIndexSettings(fakeUv('', 0, warning), '/p', '/own', none, {});
  expect(notices[0]).toMatch(/line 5, column 1, unknown field `foo`$/);
});

test('what the user told uv in variables is not lost beside flags of ours or of pip', async () => {
  const pip = { args: ['--find-links', '/pip'], env: {}, notices: [] };
  const env = {
    UV_FIND_LINKS: '/one,/two',
    UV_INDEX: 'n=https://a.example https://b.example',
    UV_INSECURE_HOST: 'c.example',
  };
  const own = { ...none, extraIndexUrls: ['https://own.example'] };
  const { uvArguments } = await readIndexSettings(fakeUv(''), '/p', '/own', own, env, pip);
  expect(uvArguments.join(' ')).toBe(
    '--index https://own.example --find-links /one --find-links /two --index n=https://a.example --index https://b.example --find-links /pip',
  );
  const without = await readIndexSettings(fakeUv(''), '/p', '/own', none, env);
  expect(without.uvArguments).toEqual([]);
});

test('uv is told an interpreter: it does not look into a runner’s tool cache', async () => {
  const uv = fakeUv('');
  const pip = { args: [], env: {}, notices: [] };
  await readIndexSettings(uv, '/p', '/own', none, {}, pip, '/tools/Python/3.12.1/x64/bin/python');
  expect(uv.calls[0]?.join(' ')).toContain('--python /tools/Python/3.12.1/x64/bin/python');
});

test('with no-index nothing is asked, whatever uv prints', async () => {
  const uv = fakeUv('--index-url https://main.example/simple\n--find-links ./wheels\n');
  const pip = readPipSettings("global.no-index='true'\n", {});
  const settings = await readIndexSettings(uv, '/p', '/own', none, {}, pip);
  expect(settings.indexes).toEqual([]);
  expect(settings.findLinks).toEqual(['./wheels']);
});

test('uv’s own complaint is shown without passwords', async () => {
  const uv = fakeUv('', 2, 'error: bad index https://u:hidden@h/x in uv.toml');
  await expect(readIndexSettings(uv, '/p', '/own', none, {})).rejects.toThrow(
    'uv cannot tell which package index is in force: bad index https://***@h/x in uv.toml',
  );
});

test.each([
  [
    "global.extra-index-url='https://a.example https://b.example'",
    {},
    ['--index', 'https://a.example', '--index', 'https://b.example'],
  ],
  [
    "global.find-links='https://l.example'\ninstall.find-links='https://m.example'",
    {},
    ['--find-links', 'https://m.example'],
  ],
  [
    "global.index-url='https://a.example'",
    { PIP_INDEX_URL: 'https://e.example' },
    ['--default-index', 'https://e.example'],
  ],
  ["global.no-index='1'", {}, ['--no-index']],
  ["global.trusted-host='h.example'", {}, ['--allow-insecure-host', 'h.example']],
  ["global.find-links='/no/such/folder'", {}, []],
  ["global.timeout='5'\nnonsense", {}, []],
])('pip says %j %j', (text, environment, args) => {
  expect(readPipSettings(text, environment).args).toEqual(args);
});

test.each([
  ['no https://u:p@h/x here', [], 'no https://***@h/x here'],
  ['the word is swordfish', ['swordfish'], 'the word is ***'],
  ['https://h/x', [], 'https://h/x'],
])('redact %j', (text, secrets, shown) => {
  expect(redact(text, secrets)).toBe(shown);
});

test.each([
  ['https://token@h/x', ['token']],
  ['https://u:p%40ss@h', ['p%40ss', 'p@ss', 'u:p%40ss']],
  ['https://h/a@b', []],
])('secretsOf %s', (address, secrets) => {
  expect(secretsOf([address])).toEqual(secrets);
});

test.each([
  ['machine h login u password p', 'h', { user: 'u', password: 'p' }],
  ['machine x login u password p\ndefault login d password e', 'h', { user: 'd', password: 'e' }],
  ['# machine h login u password p', 'h', undefined],
  ['machine h password "a b"', 'h', { user: '', password: 'a b' }],
  ['', 'h', undefined],
])('netrc %j for %s', (text, host, login) => {
  expect(netrcLogin(text, host)).toEqual(login);
});

test.each([
  ['https://h/x', { HTTPS_PROXY: 'http://p:8080' }, 'http://p:8080/'],
  ['http://h/x', { HTTPS_PROXY: 'http://p:8080' }, null],
  ['https://a.corp.example/x', { https_proxy: 'p:1', NO_PROXY: '.corp.example' }, null],
  ['https://h/x', { ALL_PROXY: 'p:1' }, 'http://p:1/'],
  ['https://h/x', {}, null],
])('proxy for %s under %j', (address, environment, proxy) => {
  expect(proxyFor(new URL(address), environment)?.href ?? null).toBe(proxy);
});

const SHOWN = `        allow_insecure_host: [
            Host {
                scheme: None,
                host: "one.example",
                port: Some(
                    8443,
                ),
            },
            Host {
                scheme: None,
                host: "two.example",
                port: None,
            },
        ],
            indexes: [
                Index {
                    name: Some(
                        IndexName(
                            "my-np",
                        ),
                    ),
                    url: Url(
                        VerbatimUrl {
                            given: Some(
                                "https://np.example/simple/",
                            ),
                        },
                    ),
                },
                Index {
                    name: None,
                    url: Url(
                        VerbatimUrl {
                            given: Some(
                                "https://main.example/simple",
                            ),
                        },
                    ),
                },
            ],
        index_strategy: UnsafeBestMatch,
`;

test('what uv shows of its settings: the strategy, hosts to trust, and names, whose logins variables have', async () => {
  const uv = fakeUv(
    `--index-url https://main.example/simple\n--extra-index-url https://np.example/simple\n${SHOWN}`,
  );
  const variables = { UV_INDEX_MY_NP_USERNAME: 'user', UV_INDEX_MY_NP_PASSWORD: 'p@ss' };
  const settings = await readIndexSettings(uv, '/p', '/own', none, variables);
  expect(uv.calls.map((call) => call.includes('--show-settings'))).toEqual([false, true]);
  expect(settings).toMatchObject({
    indexes: ['https://user:p%40ss@np.example/simple', 'https://main.example/simple'],
    strategy: 'merge',
    insecureHosts: ['one.example:8443', 'two.example'],
    secrets: ['p%40ss', 'p@ss', 'user:p%40ss'],
  });
});

test('further indexes of pip add to the others, as they do there, unless uv was told how', () => {
  const list = "global.extra-index-url='https://a.example'";
  expect(readPipSettings(list, {}).env).toEqual({ UV_INDEX_STRATEGY: 'unsafe-best-match' });
  expect(readPipSettings(list, { UV_INDEX_STRATEGY: 'first-index' }).env).toEqual({});
});

test('where no host is to be trusted, none of what follows is', () => {
  const list = `        hosts: [\n            Host {\n                host: "h.example",\n            },\n        ],\n`;
  expect(readShownSettings(`        allow_insecure_host: [],\n${list}`).insecureHosts).toEqual([]);
});
