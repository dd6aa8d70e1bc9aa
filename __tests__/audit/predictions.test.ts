import { readFileSync } from 'node:fs';
import { describe, expect, it, test } from '@jest/globals';
import { predictImport } from '../../src/audit/predict-import.ts';
import { heldPredictions, tellContradictions } from '../../src/audit/predictions.ts';
import { assembleReport } from '../../src/commands/conclude/assemble.ts';
import { judgeRun } from '../../src/judge/judge-run.ts';
import type { CapiFacts, Era } from '../../src/model/compiled-module.ts';
import type { Result } from '../../src/model/result.ts';
import { RECORDED, recorded } from '../support/recorded.ts';
import { finding } from '../support/reports.ts';

const capi = (era: Era, target: string | null = null, ...also: readonly Era[]): CapiFacts => ({
  era,
  target,
  also,
});

describe('predictImport() of what was built here', () => {
  it.each<[string, string, string]>([
    ['1.22.4', '1.21.6', 'refused'],
    ['1.22.4', '1.22.0', 'imports'],
    ['1.24.4', '1.23.0', 'imports'],
    ['1.24.4', '1.22.4', 'refused'],
    ['1.24.4', '2.0.2', 'refused'],
    ['1.26.4', '1.25.0', 'imports'],
    ['1.26.4', '1.24.4', 'undecided'],
    ['2.0.2', '1.26.4', 'undecided'],
  ])('with the headers of %s, on %s', (build, numpy, said) => {
    expect(predictImport(capi('1.x'), numpy, build)).toBe(said);
  });

  it('its own text and code count more than its build', () => {
    expect(predictImport(capi('2.x', '1.25', '1.x'), '1.24.4', '1.22.4')).toBe('refused');
    expect(predictImport(capi('1.x', '1.16'), '1.21.6', '1.26.4')).toBe('imports');
  });
});

describe('predictImport()', () => {
  it.each<[string, CapiFacts, string | null, string]>([
    ['built for 1.x, on 2', capi('1.x'), '2.0.2', 'refused'],
    ['built for 1.x, on 1, level unsaid', capi('1.x'), '1.26.4', 'undecided'],
    ['built for 1.x, on its level', capi('1.x', '1.22'), '1.22.4', 'imports'],
    ['built for 1.x, below its level', capi('1.x', '1.22'), '1.21.6', 'refused'],
    ['built for 1.x, far above its level', capi('1.x', '1.22'), '2.0.2', 'refused'],
    ['built for 2.x, on its target', capi('2.x', '1.25'), '1.25.0', 'imports'],
    ['built for 2.x, below its target', capi('2.x', '1.25'), '1.24.4', 'refused'],
    ['built for 2.x, far above', capi('2.x', '1.9'), '2.10.0', 'imports'],
    ['1.x in a file of 2.x', capi('2.x', '1.25', '1.x'), '2.1.0', 'refused'],
    ['asks at a call only', capi('lazy-1.x'), '2.1.0', 'imports'],
    ['sizes only', capi('cython-sizes'), '2.1.0', 'undecided'],
    ['nothing of NumPy', capi('none'), '2.1.0', 'undecided'],
    ['no NumPy', capi('1.x'), null, 'undecided'],
  ])('%s', (_, facts, numpy, said) => {
    expect(predictImport(facts, numpy)).toBe(said);
  });
});

test.each([
  ['np1-on-np2', 'refused'],
  ['import-array-missing', undefined],
  ['crash', undefined],
])('an error of kind %s is no refusal of NumPy’s where the module crashed', (kind, expected) => {
  const runs = RECORDED.flatMap((one) => recorded(one).measurements);
  const run = runs.find(({ observed }) => observed.length > 0);
  const [observed] = run?.observed ?? [];
  if (!run || !observed) throw new Error('no module was recorded');
  const { file, name } = observed.module;
  const outcome = { kind: 'signalled', signal: 'SIGSEGV' } as const;
  const failed = { outcome, diagnosis: null } as unknown as Result;
  const culprit = { distribution: 'pkg', version: '1', module: name, file };
  const blamed = finding({
    kind,
    culprit,
    category: 'numpy-abi',
    severity: 'error',
    combinations: [run.combination.id],
  });
  const only = { ...run, observed: [observed] };
  const held = heldPredictions(only, new Map([[file, failed]]), [blamed]);
  expect(held.map(({ seen }) => seen)).toEqual([expected]);
});

test('what was seen otherwise is told, with the module and where', () => {
  const contradictions = [
    { module: 'p._a', predicted: 'refused', seen: 'imports' },
    { module: 'p._b', predicted: 'imports', seen: 'refused' },
  ] as const;
  const counts = { imports: 1, refused: 1, undecided: 0, contradictions };
  expect(tellContradictions({ numpy: '2.0.2', python: '3.12' }, counts)).toEqual([
    'the bytes of p._a say that NumPy refuses it under Python 3.12 × NumPy 2.0.2, and it is imported',
    'the bytes of p._b say nothing against it under Python 3.12 × NumPy 2.0.2, and NumPy refuses it',
  ]);
});

test('the report counts what the bytes say, and lists what was seen otherwise', () => {
  const sum = { imports: 0, refused: 0, undecided: 0, otherwise: 0, combinations: 0 };
  for (const name of RECORDED) {
    const run = recorded(name);
    for (const { predicted } of assembleReport(run, judgeRun(run), []).combinations) {
      if (predicted === undefined) continue;
      sum.combinations += 1;
      for (const key of ['imports', 'refused', 'undecided'] as const) sum[key] += predicted[key];
      sum.otherwise += predicted.contradictions.length;
    }
  }
  expect(sum).toEqual({
    imports: 140,
    refused: 65,
    undecided: 164,
    otherwise: 0,
    combinations: 76,
  });
});

test('docs/audit-accuracy.md has the predictions over the recorded runs, beside what was seen', () => {
  const count = new Map<string, number>();
  const otherwise: string[] = [];
  let combinations = 0;
  for (const name of RECORDED) {
    const run = recorded(name);
    const { results, findings, verdicts } = judgeRun(run);
    for (const one of run.measurements) {
      const { id } = one.combination;
      if (one.observed.length === 0 || verdicts.get(id) === 'not-set-up') continue;
      combinations += 1;
      const own = results.filter(({ combination, file }) => combination === id && file !== null);
      const byFile = new Map(own.map((result) => [result.file ?? '', result]));
      for (const { module, predicted, seen = 'unknown' } of heldPredictions(
        one,
        byFile,
        findings,
      )) {
        const cell = `${predicted} ${seen}`;
        count.set(cell, (count.get(cell) ?? 0) + 1);
        if (seen !== 'unknown' && predicted !== 'undecided' && predicted !== seen) {
          otherwise.push(`${name} ${id} ${module}`);
        }
      }
    }
  }
  const row = (title: string, predicted: string): string =>
    `| ${title} | ${['imports', 'refused', 'unknown'].map((seen) => count.get(`${predicted} ${seen}`) ?? 0).join(' | ')} |`;
  const page = readFileSync(new URL('../../docs/audit-accuracy.md', import.meta.url), 'utf8');
  expect(page).toContain(`${combinations} combinations of ${RECORDED.length} recorded runs`);
  expect(page).toContain(
    [
      row('NumPy accepts it', 'imports'),
      row('NumPy refuses it', 'refused'),
      row('undecided', 'undecided'),
    ].join('\n'),
  );
  // Whoever adds a run that disagrees explains it on the page.
  expect(otherwise.filter((one) => !page.includes(one))).toEqual([]);
});
