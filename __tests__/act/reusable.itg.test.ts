import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { type ActRun, machineEnvironment, runAct, USES } from '../support/act.ts';
import { findProgram, need } from '../support/need.ts';

const RUNNERS = ['ubuntu-latest', 'windows-latest', 'macos-latest'];
const python = ['3.11', '3.12', '3.10'].find((one) => findProgram(`python${one}`) !== undefined);

const [repository, ref] = USES.split('@');
const workflow = (more = '') => `
on: pull_request
jobs:
  numpy:
    uses: ${repository}/.github/workflows/numpy-abi-matrix.yml@${ref}
    with:
      project: examples/my-extension
      python-version: '${python ?? '3.11'}'
      numpy-version: |
        1.26
        2.0
${more}`;

/** Stand-ins, under the very names that the workflow pins. */
function others(): Readonly<Record<string, string>> {
  const text = readFileSync('.github/workflows/numpy-abi-matrix.yml', 'utf8');
  const pinned = [...new Set(text.match(/actions\/(?:up|down)load-artifact@[0-9a-f]{40}/g))];
  return Object.fromEntries(
    pinned.map((uses) => {
      const which = uses.includes('/upload') ? 'upload' : 'download';
      return [uses, resolve('__tests__/support/artifacts', which)];
    }),
  );
}

const run = (more: string, watch?: (text: string, act: number) => void) =>
  runAct({
    act: findProgram('act') ?? 'act',
    action: process.cwd(),
    folders: { examples: 'examples' },
    workflow: workflow(more),
    env: machineEnvironment(),
    platforms: RUNNERS,
    others: others(),
    seconds: 550,
    ...(watch && { watch }),
  });

const errorsOf = ({ annotations }: ActRun) => annotations.filter(({ level }) => level === 'error');

need('act', 'go install github.com/nektos/act@latest')('the reusable workflow', () => {
  describe('with all of its parts, which take wheels that were built once', () => {
    let whole: ActRun;
    beforeAll(async () => {
      whole = await run('      build-once: true\n');
    });

    it('has each annotation once, on the line to change, over all platforms', () => {
      const errors = errorsOf(whole);
      expect(errors.map(({ properties }) => properties['line'])).toEqual(['2', '10']);
      expect(errors[0]?.properties['title']).toContain('(3 of 6 combinations, on every platform)');
    });

    it('has one summary, with a grid for each platform', () => {
      for (const runner of RUNNERS) {
        const plain = whole.summary.replaceAll(/\\|&#8203;/g, '');
        expect(plain).toContain(`| linux-x86_64@${runner} | 1.26 | 2.0 |`);
      }
      expect(whole.summary.match(/^### /gm)).toHaveLength(1);
    });

    it('builds once for each platform, and in no part', () => {
      expect(whole.log.match(/built my_extension-\S+\.whl with Python/g)).toHaveLength(3);
      const hashes = [...whole.log.matchAll(/\.whl \(NumPy \S+, SHA-256 ([0-9a-f]{64})\)/g)];
      expect(hashes).toHaveLength(3);
    });

    it('is red by what was found, and by nothing else', () => {
      expect(whole.log).toContain('3 of 6 combinations fail');
      expect(whole.log).not.toContain('left no measurements');
      expect(whole.exitCode).toBe(1);
    });
  });

  it('is red and names a part that was killed; the others are reported', async () => {
    const killed = new Set<number>();
    const lost = await run('', (_, act) => {
      for (const pid of measuring(act, '2/3')) {
        if (killed.has(pid)) continue;
        killed.add(pid);
        process.kill(pid, 'SIGKILL');
      }
    });
    expect(killed.size).toBeGreaterThan(0);
    const titles = errorsOf(lost).map(({ properties }) => properties['title']);
    expect(titles).toContainEqual(
      expect.stringMatching(
        /^Not all was measured: part 2\/3 \(linux-x86_64@\S+, Python 3\.\d+\)$/,
      ),
    );
    expect(titles).toContainEqual(expect.stringContaining('(2 of 4 combinations'));
    expect(lost.summary).toContain('left no measurements');
    expect(lost.exitCode).toBe(1);
  });
});

/** Processes below act that run this part of the plan. */
function measuring(act: number, shard: string): readonly number[] {
  const parents = new Map<number, number>();
  for (const name of readdirSync('/proc')) {
    const pid = Number(name);
    if (!Number.isInteger(pid)) continue;
    try {
      parents.set(pid, Number(/\) \S (\d+)/.exec(readFileSync(`/proc/${pid}/stat`, 'utf8'))?.[1]));
    } catch {
      // It has ended meanwhile.
    }
  }
  const isBelow = (pid: number): boolean => {
    const parent = parents.get(pid);
    return parent === act || (parent !== undefined && parent > 1 && isBelow(parent));
  };
  return [...parents.keys()].filter((pid) => {
    if (!isBelow(pid)) return false;
    try {
      const environment = readFileSync(`/proc/${pid}/environ`, 'utf8').split('\0');
      return environment.includes(`INPUT_SHARD=${shard}`);
    } catch {
      return false;
    }
  });
}
