import { describe, expect, it } from '@jest/globals';
import { diagnose } from '../../../src/judge/diagnose/diagnose.ts';
import type { Diagnosis } from '../../../src/judge/diagnose/diagnosis.ts';
import { foldFindings } from '../../../src/judge/findings/fold.ts';
import type { Known } from '../../../src/judge/findings/scope-of.ts';
import type { Combination } from '../../../src/model/combination.ts';
import { evidenceOf, load, observed, raisedBy, target } from '../diagnose/made-evidence.ts';

function fold(items: readonly (readonly [string, string])[], known?: Known) {
  const outcomes = items.map(([numpy, text]) => {
    const raised = raisedBy(text);
    const observation = observed({
      outcome: { kind: 'raised' },
      exceptions: [raised],
      events: [load('begin', 'dep._x'), load('fail', 'dep._x', [raised])],
      numpy: { version: numpy, file: '/venv/numpy/__init__.py' },
    });
    const combination: Combination = {
      id: `py3.11-np${numpy}`,
      python: '3.11',
      numpy,
      platform: 'linux-x86_64',
    };
    const diagnosis = diagnose(
      evidenceOf({ module: target('pkg._a'), observation, subjects: ['pkg'] }),
    ) as Diagnosis;
    return { diagnosis, module: 'pkg._a', combination };
  });
  return foldFindings(outcomes, [], known);
}

const OLD = 'ImportError: numpy.core.multiarray failed to import';
const missing = (library: string) =>
  `ImportError: ${library}: cannot open shared object file: No such file or directory`;

const needing = (hex: string, release: string) =>
  `RuntimeError: module was compiled against NumPy C-API version 0x${hex} (NumPy ${release}) but the running NumPy has C-API version 0xf.`;

it.each([
  ['a level that only its build can have asked for (h5py._npystrings)', '12', '2.0', true],
  ['a level that headers ask for by themselves', '10', '1.23', false],
])('one module with %s may be meant so', (_, hex, release, meant) => {
  const [found] = fold([['1.22.4', needing(hex, release)]]);
  expect(found?.kind).toBe('np-api-too-new');
  expect(found?.fix.includes(`numpy<${release} module=pkg._a: `)).toBe(meant);
});

describe('one cause, told once with all that it covers', () => {
  it('says the span of NumPys, the boundary and the release to upgrade to', () => {
    const boundary = { python: '3.11', modules: ['pkg._a'], untried: [], environments: 2 };
    const [found] = fold(
      [
        ['2.0.2', OLD],
        ['2.2.6', OLD],
      ] as const,
      {
        bisected: [{ ...boundary, lastPassing: '1.26.4', firstFailing: '2.0.2' }],
        advice: [
          {
            distribution: 'dep',
            version: '1.0',
            python: '3.11',
            search: { kind: 'found', version: '2.4', first: true },
          },
        ],
      },
    );
    expect(found?.explanation).toContain('loaded under NumPy 2.0.2 and 2.2.6.');
    expect(found?.explanation).toContain('NumPy 2.0.2 is the first release that fails');
    expect(found?.fix).toContain('Require `dep>=2.4`');
    expect(found?.facts).toMatchObject({
      lastPassing: '1.26.4',
      firstFailing: '2.0.2',
      upgradeTo: '2.4',
    });
  });

  it.each([
    ['other libraries', [missing('libblas.so.3'), missing('libgfortran.so.5')], 2],
    ['two versions of a library', [missing('libfoo.so.3'), missing('libfoo.so.4')], 1],
    ['paths that differ', ['OSError: /tmp/a/x is gone', 'OSError: /tmp/b/x is gone'], 1],
    ['other texts', ['OSError: one thing', 'OSError: another'], 2],
  ])('%s are as many causes as their facts', (_, texts, causes) => {
    const items = texts.map((text, at) => [`2.${at}.0`, text] as const);
    expect(fold(items)).toHaveLength(causes);
  });

  it('gives the facts as data', () => {
    const [found] = fold([['2.0.2', missing('libblas.so.3')]]);
    expect(found?.facts).toMatchObject({ what: 'libblas.so.3' });
  });
});
