import { describe, expect, it } from '@jest/globals';
import { invocationFor } from '../../src/entry/invocation.ts';
import { OPTIONS, ROWS } from '../../src/settings/options.ts';
import { readRows } from '../../src/settings/read-rows.ts';

const NOTHING_GIVEN = {
  given: [],
  cwd: '/w',
  project: '/w',
  cores: 4,
  files: {
    read: async () => undefined,
    readText: async () => undefined,
    list: async () => [],
    exists: async () => false,
  },
};

it('fills one field of the configuration with each option', () => {
  const names = Object.values(ROWS).map(({ name }) => name);
  expect([...names].sort()).toEqual(OPTIONS.map(({ name }) => name).sort());
});

it('reads each preset as a user would write it', async () => {
  const problems: never[] = [];
  const values = await readRows(ROWS, NOTHING_GIVEN, problems);
  expect(problems).toEqual([]);
  expect(values).toMatchObject({
    project: '.',
    jobs: 4,
    timeoutSeconds: 60,
    shards: null,
    indexUrl: null,
    modules: [],
    pythons: [{ kind: 'auto', text: 'auto' }],
    dependencies: 'none',
    failFast: false,
    smoke: null,
  });
});

describe('"Reproduce"', () => {
  const said = (name: string, text: string) =>
    invocationFor(
      { given: [{ name, texts: [text] }], smoke: null, pythons: [] },
      'P',
      (one) => one,
    ).arguments.join(' ');

  // A part of a plan of one combination may hold nothing at all.
  it.each(OPTIONS.filter(({ reproduced }) => !reproduced).map(({ name }) => name))(
    'leaves out %s',
    (name) => {
      expect(said(name, '1')).toBe('.');
    },
  );

  it('leaves out the axes, what shapes the run and its output, and nothing that decides', () => {
    const out = OPTIONS.filter(({ reproduced }) => !reproduced);
    expect(out.map(({ name }) => name).sort()).toEqual(
      [
        ...['mode', 'python-version', 'numpy-version', 'include', 'exclude', 'measurements'],
        ...[
          'json',
          'json-lines',
          'html',
          'sarif',
          'junit',
          'markdown',
          'code-quality',
          'badge',
          'report-dir',
        ],
        ...['quiet', 'verbose', 'fail-fast', 'budget', 'jobs', 'bisect', 'shard', 'shards'],
        ...['plan', 'runner', 'build-once', 'built', 'wheel-dir', 'timings'],
        ...['cache', 'cache-dir', 'no-cache', 'fresh'],
      ].sort(),
    );
  });
});
