import { describe, expect, it } from '@jest/globals';
import type { ProbeRun } from '../../../src/measure/probe/run-probe.ts';
import { isStable } from '../../../src/measure/reuse/is-stable.ts';
import type { Measurement } from '../../../src/model/measurement.ts';
import type { Observation } from '../../../src/model/observation.ts';
import { recorded } from '../../support/recorded.ts';

const [green] = recorded('my-extension').measurements.filter(
  ({ state, observed }) =>
    state.kind === 'ran' &&
    observed.every(({ observation }) => observation.outcome.kind === 'imported'),
);
if (!green) throw new Error('no green measurement was recorded');

const run: ProbeRun = {
  task: { kind: 'bare', steps: [] },
  records: [
    {
      kind: 'close',
      numpy: null,
      peak: null,
      code: ['/lib/libc.so.6'],
      files: [],
    },
  ],
  ending: { kind: 'exited', code: 0 },
  stdout: '',
  stderr: '',
  truncated: false,
  seconds: 1,
};
const known = (path: string): boolean => path === '/lib/libc.so.6';
const seen = (change: Partial<Observation>): Measurement => ({
  ...green,
  observed: green.observed.map(({ module, observation }) => ({
    module,
    observation: { ...observation, ...change },
  })),
});
const raised = (type: string, message: string): Partial<Observation> => ({
  outcome: { kind: 'raised' },
  exceptions: [{ type, message, link: 'first', frames: [], name: null, path: null }],
});
const closing = (code: readonly string[] | null, files: readonly string[] = []): ProbeRun => ({
  ...run,
  records: [{ kind: 'close', numpy: null, peak: null, code, files }],
});

describe('isStable()', () => {
  it.each<[string, Measurement]>([
    ['everything imports', green],
    [
      'a module says that NumPy is another',
      seen(raised('ImportError', 'numpy.core.multiarray failed to import')),
    ],
    ['a module is missing', seen(raised('ModuleNotFoundError', "No module named 'x'"))],
    ['a file is shadowed', seen({ outcome: { kind: 'not-run', reason: 'shadowed' } })],
  ])('is true where %s', (_, measurement) => {
    expect(isStable(measurement, [run], known)).toBe(true);
  });

  it.each<[string, Measurement]>([
    [
      'it was not set up',
      { ...green, state: { kind: 'error', setUp: 'no-network', message: '', lines: [] } },
    ],
    ['it was skipped', { ...green, state: { kind: 'skipped', reason: '' } }],
    ['a probe was killed', seen({ outcome: { kind: 'signalled', signal: 'SIGSEGV' } })],
    ['a probe ended early', seen({ outcome: { kind: 'exited', code: 0 } })],
    ['a probe took too long', seen({ outcome: { kind: 'timed-out', seconds: 60 } })],
    ['two runs disagree', seen({ disagreement: ['imported', 'raised'] })],
    [
      'a library is missing',
      seen(raised('ImportError', 'libGL.so.1: cannot open shared object file: No such file')),
    ],
    ['a DLL is missing', seen(raised('ImportError', 'DLL load failed while importing _x'))],
    ['the disk is full', seen(raised('OSError', 'No space left on device'))],
    ['a file is missing', seen(raised('FileNotFoundError', '/etc/x'))],
    ['memory is short', seen(raised('MemoryError', ''))],
    ['a thread cannot be started', seen(raised('RuntimeError', "can't start new thread"))],
    [
      'the smoke code prints something else each time',
      {
        ...green,
        smoke: {
          observation: green.observed[0]?.observation ?? ({} as Observation),
          output: 'a',
          again: 'b',
        },
      },
    ],
  ])('is false where %s', (_, measurement) => {
    expect(isStable(measurement, [run], known)).toBe(false);
  });

  it.each<[string, readonly ProbeRun[]]>([
    ['nothing ran', []],
    ['one of the processes left no closing record', [run, { ...run, records: [] }]],
    ['one was killed after it', [{ ...run, ending: { kind: 'signalled', signal: 'SIGKILL' } }]],
    ['code came from a place that is not looked at', [closing(['/opt/intel/libmkl.so'])]],
    ['code came from a file that is gone', [closing(['/lib/libc.so.6 (deleted)'])]],
  ])('is false where %s', (_, runs) => {
    expect(isStable(green, runs, known)).toBe(false);
  });

  it('believes a system that does not tell, and Linux never', () => {
    expect(isStable(green, [closing(null)], known)).toBe(process.platform !== 'linux');
  });

  it('is false where a module was imported from a file that nobody looks at', () => {
    const code = ['/lib/libc.so.6'];
    expect(isStable(green, [closing(code, code)], known)).toBe(true);
    expect(isStable(green, [closing(code, ['/opt/helpers/extra.py'])], known)).toBe(false);
  });

  const doing = (more: { opened?: readonly string[] | null; reached?: readonly string[] }) => ({
    ...run,
    records: run.records.map((record) =>
      record.kind === 'close' ? { ...record, opened: [], reached: [], ...more } : record,
    ),
  });

  it.each<[boolean, string, ProbeRun]>([
    [true, 'nothing else was opened', doing({})],
    [true, 'the system was asked of the process', doing({ opened: ['/proc/self/status'] })],
    [true, 'a file that is looked at was opened', doing({ opened: ['/lib/libc.so.6'] })],
    [
      true,
      'a file outside was opened: it is looked at again',
      doing({ opened: ['/etc/pkg.conf'] }),
    ],
    [false, 'a library outside was opened', doing({ opened: ['/opt/libx.so.1'] })],
    [false, 'a program was started', doing({ reached: ['subprocess.Popen'] })],
    [false, 'the interpreter cannot tell', doing({ opened: null })],
  ])('is %s where %s', (expected, _, one) => {
    expect(isStable(green, [one], known)).toBe(expected);
  });
});
