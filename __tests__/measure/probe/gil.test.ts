import { gilSwitch } from '../../../src/measure/probe/gil-switch.ts';
import { hookFindings } from '../../../src/measure/probe/hook-findings.ts';
import { observeProven } from '../../../src/measure/probe/observe.ts';
import type { ProbeRecord } from '../../../src/measure/probe/protocol.ts';
import type { ProbeRun } from '../../../src/measure/probe/run-probe.ts';
import type { CompiledModule } from '../../../src/model/compiled-module.ts';

const load = (
  number: number,
  module: string,
  event: 'begin' | 'end',
  gil = false,
): ProbeRecord => ({
  kind: 'load',
  event,
  stage: 'create',
  module,
  file: `/${module}.so`,
  load: number,
  gil,
  chain: [],
});

const WARNING =
  "<frozen importlib._bootstrap>:488: RuntimeWarning: The global interpreter lock (GIL) has been enabled to load module 'p.inner', which has not declared that it can run safely without the GIL.";

const run = (records: readonly ProbeRecord[], stderr = ''): ProbeRun => ({
  task: { kind: 'bare', steps: [] },
  records,
  ending: { kind: 'exited', code: 0 },
  stdout: '',
  stderr,
  truncated: false,
  seconds: 0,
});

const NESTED = [
  load(1, 'p.outer', 'begin'),
  load(2, 'p.inner', 'begin'),
  load(2, 'p.inner', 'end', true),
  load(1, 'p.outer', 'end', true),
];
const LENT = [
  load(1, 'p.outer', 'begin'),
  load(2, 'p.inner', 'begin'),
  load(2, 'p.inner', 'end'),
  load(1, 'p.outer', 'end', true),
];

describe('gilSwitch()', () => {
  it.each([
    ['the only load', [load(1, 'p.a', 'begin'), load(1, 'p.a', 'end', true)], '', 'p.a'],
    ['the inner of two', NESTED, '', 'p.inner'],
    ['the one that Python names', LENT, WARNING, 'p.inner'],
    ['none', [load(1, 'p.a', 'begin'), load(1, 'p.a', 'end')], '', undefined],
    ['none, whatever was printed', [load(1, 'p.inner', 'end')], WARNING, undefined],
  ])('is %s', (_, records, stderr, module) => {
    expect(gilSwitch(run(records, stderr))?.module).toBe(module);
  });
});

describe('a process in which one load of many switched the GIL back on', () => {
  const seen = run(NESTED, WARNING);
  const target = (name: string) => ({ name, path: `/${name}.so` }) as unknown as CompiledModule;
  const proven = (module: string) =>
    observeProven(seen, { kind: 'proven', target: 0, module, file: `/${module}.so` });

  it('says so of that module alone', () => {
    expect(proven('p.inner').gilEnabledBy).toEqual(['p.inner']);
    expect(proven('p.outer').gilEnabledBy).toEqual([]);
    expect(hookFindings(seen, [target('p.inner'), target('p.outer')])).toEqual([]);
  });

  it('says so once when the module is no target', () => {
    const found = hookFindings(seen, [target('p.outer')]);
    expect(found.map(({ module, observation }) => [module, observation.gilEnabledBy])).toEqual([
      ['p.inner', ['p.inner']],
    ]);
  });
});
