import { describe, expect, it } from '@jest/globals';
import { adviceFor } from '../../../src/commands/advice/advise-releases.ts';
import type { Readiness } from '../../../src/commands/advice/first-release.ts';
import { createReadBudget, endlessBudget } from '../../../src/host/read-budget.ts';
import { upgradeFix } from '../../../src/judge/findings/upgrade.ts';
import type { Finding } from '../../../src/model/finding.ts';
import type { ReleaseAdvice } from '../../../src/model/release-advice.ts';
import type { IndexFile } from '../../../src/packaging/index-project.ts';
import type { Interpreter } from '../../../src/packaging/interpreter.ts';
import type { IndexClient } from '../../../src/provision/index/index-client.ts';
import type { Wheel } from '../../../src/wheels/open-wheel.ts';
import { elfFile } from '../../support/elf-file.ts';

const TAG = 'cp311-cp311-manylinux_2_17_x86_64';

const interpreter: Interpreter = {
  executable: '/usr/bin/python3.11',
  version: '3.11.7',
  implementation: 'cpython',
  freeThreaded: false,
  platform: 'linux-x86_64',
  tags: [TAG],
  markers: {},
  extensionSuffixes: [],
  source: 'path',
};

const plan = {
  planned: [
    { id: 'py3.11-np2.2.6', python: '3.11', numpy: '2.2.6', platform: 'linux-x86_64', interpreter },
  ],
};

const FINDING: Finding = {
  kind: 'np1-on-np2',
  category: 'numpy-abi',
  severity: 'error',
  fault: 'dependency',
  culprit: { distribution: 'numexpr', version: '2.8.4', module: 'numexpr.interpreter', file: null },
  facts: {},
  title: 'numexpr cannot be imported',
  explanation: '',
  fix: 'Upgrade it',
  evidence: [],
  inner: null,
  hints: {},
  location: null,
  modules: ['numexpr.interpreter'],
  combinations: ['py3.11-np2.2.6'],
  documentation: '',
};

function wheel(version: string, uploadTime: string, more: Partial<IndexFile> = {}): IndexFile {
  return {
    filename: `numexpr-${version}-${TAG}.whl`,
    version,
    isWheel: true,
    tags: [TAG],
    requiresPython: null,
    yanked: false,
    uploadTime,
    url: 'https://index.invalid/x.whl',
    sha256: null,
    coreMetadata: false,
    ...more,
  };
}

const FILES = [
  wheel('2.8.4', '2022-10-01T00:00:00Z'),
  wheel('2.9.0', '2024-01-26T00:00:00Z'),
  wheel('2.10.0', '2024-04-02T00:00:00Z'),
  wheel('2.10.1', '2024-06-20T00:00:00Z'),
  wheel('2.11.0', '2025-01-01T00:00:00Z', { yanked: 'broken' }),
  wheel('2.12.0', '2025-02-01T00:00:00Z', { tags: ['cp312-cp312-manylinux_2_17_x86_64'] }),
  wheel('3.0.0rc1', '2025-03-01T00:00:00Z'),
];

const METADATA = { metadata: '', tags: [], close: () => undefined };
const TEXT = {
  ready: '\0numpy._core._multiarray_umath\0_ARRAY_API\0numpy._core.multiarray failed to import\0',
  'not-ready':
    '\0numpy.core._multiarray_umath\0numpy.core.multiarray failed to import\0_ARRAY_API\0',
  unknown:
    '\0%.200s.%.200s size changed, may indicate binary incompatibility. Expected %zd\0numpy\0ndarray\0flatiter\0',
};

/** A wheel with one binary that says so, of so many bytes in the archive. */
function holding(readiness: Readiness, packedSize = 100): Wheel {
  const bytes = elfFile({ symbols: [{ name: 'PyInit_x' }], text: TEXT[readiness] });
  return {
    ...METADATA,
    members: [{ path: 'x.so', size: bytes.length, packedSize }],
    stream: async () => undefined,
    look: async () => undefined,
    read: async () => bytes,
  };
}

const never = new AbortController().signal;

async function fixFor(
  finding: Finding,
  files: readonly IndexFile[],
  ready: (version: string) => Readiness,
): Promise<{ readonly fix: string; readonly looked: readonly string[] }> {
  const looked: string[] = [];
  const index: IndexClient = {
    fetchProject: async (name) => ({ name, files }),
    forget: () => undefined,
    fetchMetadata: async () => undefined,
    openWheel: async ({ version }) => {
      looked.push(version);
      return holding(ready(version));
    },
  };
  const { releases } = await adviceFor([finding], plan, index, endlessBudget(never));
  return { fix: fixWith(finding, releases), looked };
}

/** As `tellFinding` puts it together. */
function fixWith({ fix }: Finding, [advice]: readonly ReleaseAdvice[]): string {
  return (advice && upgradeFix(advice)) ?? fix;
}

describe('adviceFor() and upgradeFix()', () => {
  it('names the first final release with a wheel for this Python, looking at few', async () => {
    const { fix, looked } = await fixFor(FINDING, FILES, () => 'ready');
    expect(fix).toContain('`numexpr>=2.10.0`');
    expect(fix).toContain('the first release');
    // What was uploaded before NumPy 2's pre-releases needs no look.
    expect(looked).toEqual(['2.10.1', '2.10.0']);
  });

  it('says so when even the newest is built for NumPy 1', async () => {
    const { fix } = await fixFor(FINDING, FILES, () => 'not-ready');
    expect(fix).toContain('Require `numpy<2`');
    expect(fix).toContain('numexpr 2.10.1');
    const old = await fixFor(FINDING, FILES.slice(0, 2), () => 'ready');
    expect(old).toEqual({ fix: expect.stringContaining('numexpr 2.9.0'), looked: [] });
  });

  it.each<[string, readonly IndexFile[]]>([
    ['it is the newest', FILES.slice(0, 1)],
    [
      'later ones are withdrawn, for other Pythons or pre-releases',
      [...FILES.slice(0, 1), ...FILES.slice(4)],
    ],
    ['it is withdrawn itself', [wheel('2.8.4', '2022-10-01T00:00:00Z', { yanked: 'broken' })]],
  ])('says so when no later release can be had: %s', async (_, files) => {
    const { fix, looked } = await fixFor(FINDING, files, () => 'ready');
    expect(fix).toContain('Require `numpy<2`');
    expect(fix).toContain('even the newest release with a wheel for Python 3.11, numexpr 2.8.4,');
    expect(looked).toEqual([]);
  });

  it.each<[string, Finding, readonly IndexFile[]]>([
    ['a build that the index lacks', FINDING, FILES.slice(5)],
    ['the project’s own fault', { ...FINDING, fault: 'own' }, FILES],
    ['a kind that bytes do not tell', { ...FINDING, kind: 'ld-missing-library' }, FILES],
  ])('leaves the fix as it is: %s', async (_, finding, files) => {
    expect(await fixFor(finding, files, () => 'ready')).toEqual({ fix: 'Upgrade it', looked: [] });
  });

  it('leaves the fix as it is when the index cannot be reached', async () => {
    const index: IndexClient = {
      fetchProject: () => Promise.reject(new Error('no network')),
      forget: () => undefined,
      fetchMetadata: async () => undefined,
      openWheel: async () => undefined,
    };
    const { releases, notices } = await adviceFor([FINDING], plan, index, endlessBudget(never));
    expect(fixWith(FINDING, releases)).toBe('Upgrade it');
    expect(notices).toEqual([]);
  });

  it.each<[string, Partial<IndexClient>, string]>([
    ['a page that does not come', { fetchProject: () => new Promise(() => undefined) }, '10 s'],
    ['a wheel that does not come', { openWheel: () => new Promise(() => undefined) }, '10 s'],
    [
      'a wheel that is too large',
      {
        openWheel: async (_, budget) => {
          const read = async () => {
            if (!budget.take(10 ** 6)) throw new Error('too much');
            return undefined;
          };
          return { ...holding('ready'), read };
        },
      },
      '30 MB',
    ],
  ])('ends with the budget and says so: %s', async (_, more, limit) => {
    const index: IndexClient = {
      fetchProject: async (name) => ({ name, files: FILES }),
      forget: () => undefined,
      fetchMetadata: async () => undefined,
      openWheel: async () => undefined,
      ...more,
    };
    const budget = createReadBudget(1000, limit === '10 s' ? 0.05 : 60);
    const said: string[] = [];
    const advice = await adviceFor([FINDING], plan, index, budget, (text) => said.push(text));
    budget.end();
    expect(fixWith(FINDING, advice.releases)).toBe('Upgrade it');
    expect(advice.notices).toEqual([
      `later releases of numexpr were not all looked at for one built for NumPy 2: the search ends after ${limit}`,
    ]);
    expect(said).toEqual(['looking for later releases that are built for NumPy 2: numexpr']);
  });
});
