import { THIS_PLATFORM } from '../../host/this-platform.ts';
import type { ProvenTarget } from './conclude.ts';
import { sawMore } from './hook-findings.ts';
import type { ProbeRecord } from './protocol.ts';
import type { ProbeRun, ProbeSettings } from './run-probe.ts';

/**
 * Whether a process may fork another where its targets go separate ways, instead of a fresh one that
 * takes all steps again. Only Linux tells that a forked process has ended without taking notice of it.
 */
export function canFork({ implementation, wrap }: ProbeSettings): boolean {
  return THIS_PLATFORM.system === 'linux' && implementation === 'cpython' && wrap === undefined;
}

/** Whether it forked, or tried to. */
export function hasForked({ records }: ProbeRun): boolean {
  return records.some(({ kind }) => kind === 'forking');
}

/** What is no failure, and nothing to be confirmed. */
const WELL: ReadonlySet<ProbeRecord['kind']> = new Set([
  'start',
  'step',
  'stepped',
  'absent',
  'load',
  'proven',
  'left',
  'group',
  'forking',
  'branch',
  'close',
]);

/** Whether the process came to its own end and saw nothing but good: only then may it have forked. */
export function wentWell(run: ProbeRun): boolean {
  const { records, ending } = run;
  return (
    ending.kind === 'exited' &&
    ending.code === 0 &&
    records.at(-1)?.kind === 'close' &&
    records.every(({ kind }) => WELL.has(kind)) &&
    !sawMore(run)
  );
}

/** What forked processes proved, and what is left to fresh ones. */
export interface Branches {
  readonly proven: readonly {
    readonly branch: ProbeRun;
    readonly proven: readonly ProvenTarget[];
  }[];
  readonly left: readonly Left[];
}

type Left = Pick<Extract<ProbeRecord, { kind: 'branch' }>, 'prefix' | 'targets'>;

/**
 * Believes of the forked processes those that went well; their targets' failures are not looked at: a
 * fresh process is to show them.
 *
 * @param run that went well itself; numbers of targets are those of its task
 */
export function branchesOf(run: ProbeRun): Branches {
  const proven: Branches['proven'][number][] = [];
  const left: Left[] = [];
  for (const record of run.records) {
    if (record.kind !== 'branch') continue;
    const branch = run.branches?.get(record.name);
    const seen = branch && wentWell(branch) ? answersOf(branch, record.targets) : undefined;
    if (branch === undefined || seen === undefined) {
      left.push(record);
      continue;
    }
    const below = branchesOf(branch);
    proven.push({ branch, proven: seen.proven }, ...below.proven);
    left.push(...seen.left, ...below.left);
  }
  return { proven, left };
}

/** Undefined where one of the targets has no answer, or another has one. */
function answersOf(
  { records }: ProbeRun,
  targets: readonly number[],
): { readonly proven: readonly ProvenTarget[]; readonly left: readonly Left[] } | undefined {
  const proven = records.filter((record) => record.kind === 'proven');
  const left = records.filter((record) => record.kind === 'left');
  const branched = records.filter((record) => record.kind === 'branch');
  const answered = [
    ...proven.map(({ target }) => target),
    ...[...left, ...branched].flatMap((record) => record.targets),
  ];
  const same = answered.length === targets.length && targets.every((one) => answered.includes(one));
  return same ? { proven, left } : undefined;
}
