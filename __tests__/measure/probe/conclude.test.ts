import { conclude, outcomeOf } from '../../../src/measure/probe/conclude.ts';
import type { ProbeRecord } from '../../../src/measure/probe/protocol.ts';
import type { Ending } from '../../../src/model/ports.ts';

const WELL: Ending = { kind: 'exited', code: 0 };
const SEGV: Ending = { kind: 'signalled', signal: 'SIGSEGV' };
const HANG: Ending = { kind: 'timed-out', seconds: 60 };
const NAMES = ['a.x', 'a.y', 'a.b.z'];

const start: ProbeRecord = { kind: 'start', path: [] };
const close: ProbeRecord = {
  kind: 'close',
  numpy: null,
  peak: null,
  code: null,
};
const step = (name: string): ProbeRecord => ({ kind: 'step', step: name });
const stepped = (name: string): ProbeRecord => ({ kind: 'stepped', step: name });
const proven = (target: number): ProbeRecord => ({
  kind: 'proven',
  target,
  module: NAMES[target] ?? '',
  file: `/${target}.so`,
});
const raised = (name: string, exit: number | null = null): ProbeRecord => ({
  kind: 'raised',
  step: name,
  chain: [],
  loads: [],
  exit,
});
const left = (targets: number[], prefix: string[]): ProbeRecord => ({
  kind: 'left',
  targets,
  prefix,
});

interface Row {
  readonly title: string;
  readonly records: readonly ProbeRecord[];
  readonly ending: Ending;
  readonly proven?: readonly number[];
  readonly again?: readonly number[];
  readonly failed?: readonly (readonly [readonly number[], string, string, string | null])[];
  readonly left?: readonly (readonly number[])[];
}

const A = [start, step('a'), stepped('a')];

const ROWS: readonly Row[] = [
  {
    title: 'all proven by the first step',
    records: [...A, proven(0), proven(1), proven(2), close],
    ending: WELL,
    proven: [0, 1, 2],
  },
  {
    title: 'a step that raises is the outcome of the whole group, what was proven stays proven',
    records: [...A, proven(0), left([2], ['a']), step('a.y'), raised('a.y'), close],
    ending: WELL,
    proven: [0],
    failed: [[[1], 'raised', 'import', 'a.y']],
    left: [[2]],
  },
  {
    title: 'no closing record is a failure even with exit code 0',
    records: [start, step('a')],
    ending: WELL,
    failed: [[[0, 1, 2], 'exited', 'parents', 'a']],
  },
  {
    title: 'a death is its group’s; what was proven earlier is walked again',
    records: [...A, proven(0), step('a.y')],
    ending: SEGV,
    again: [0],
    failed: [[[1, 2], 'signalled', 'parents', 'a.y']],
  },
  {
    title: 'a hang is its group’s',
    records: [...A, proven(0), left([2], ['a']), step('a.y')],
    ending: HANG,
    again: [0],
    failed: [[[1], 'timed-out', 'import', 'a.y']],
    left: [[2]],
  },
  {
    title: 'a crash at exit belongs to what was proven last',
    records: [...A, proven(0), step('a.y'), stepped('a.y'), proven(1), proven(2), close],
    ending: SEGV,
    again: [0],
    failed: [[[1, 2], 'signalled', 'exit', 'a.y']],
  },
  {
    title: 'an exit code after the closing record is a failure at exit',
    records: [...A, proven(0), proven(1), proven(2), close],
    ending: { kind: 'exited', code: 3 },
    failed: [[[0, 1, 2], 'exited', 'exit', 'a']],
  },
  {
    title: 'all proven but no closing record',
    records: [...A, proven(0), proven(1), proven(2)],
    ending: WELL,
    failed: [[[0, 1, 2], 'exited', 'exit', 'a']],
  },
  {
    title: 'sys.exit(0) in an import is an exit, not a success',
    records: [start, step('a'), raised('a', 0), close],
    ending: WELL,
    failed: [[[0, 1, 2], 'exited', 'import', 'a']],
  },
  {
    title: 'a step raised and the process then crashed: the raise is the outcome',
    records: [...A, proven(0), step('a.y'), raised('a.y'), close],
    ending: SEGV,
    again: [0],
    failed: [[[1, 2], 'raised', 'import', 'a.y']],
  },
  {
    title: 'Python did not even start',
    records: [],
    ending: { kind: 'exited', code: 1 },
    failed: [[[0, 1, 2], 'exited', 'start', null]],
  },
];

describe('conclude()', () => {
  it.each(ROWS.map((row) => [row.title, row] as const))('%s', (_, row) => {
    const verdict = conclude(row.records, row.ending, NAMES);
    expect(verdict.proven.map((one) => one.target)).toEqual(row.proven ?? []);
    expect(verdict.again).toEqual(row.again ?? []);
    expect(verdict.left.map((one) => one.targets)).toEqual(row.left ?? []);
    expect(
      verdict.failed.map((group) => [group.targets, group.outcome.kind, group.phase, group.step]),
    ).toEqual(row.failed ?? []);
  });

  it('decides or hands on every target, whatever the records', () => {
    for (const { records, ending } of ROWS) {
      for (let cut = 0; cut <= records.length; cut += 1) {
        const verdict = conclude(records.slice(0, cut), ending, NAMES);
        const named = [
          ...verdict.proven.map((one) => one.target),
          ...verdict.again,
          ...verdict.lost.map((one) => one.target),
          ...verdict.left.flatMap((one) => one.targets),
          ...verdict.failed.flatMap((group) => group.targets),
        ];
        expect(named.toSorted()).toEqual([0, 1, 2]);
      }
    }
  });
});

describe('outcomeOf()', () => {
  it.each([
    [3221225477, 'ACCESS_VIOLATION'],
    [-1073741819, 'ACCESS_VIOLATION'],
    [3221226356, 'HEAP_CORRUPTION'],
    [3221225506, '0xC0000022'],
  ])('exit code %d of Windows is the crash %s', (code, signal) => {
    expect(outcomeOf({ kind: 'exited', code })).toEqual({ kind: 'signalled', signal });
  });

  it('keeps an ordinary exit code', () => {
    expect(outcomeOf({ kind: 'exited', code: 139 })).toEqual({ kind: 'exited', code: 139 });
  });
});
