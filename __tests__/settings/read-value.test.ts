import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { listOf } from '../../src/settings/lists.ts';
import type { Kind } from '../../src/settings/option.ts';
import { inputsOf, parseInputs } from '../../src/settings/parse-inputs.ts';
import { parsePyproject } from '../../src/settings/parse-pyproject.ts';
import { readBoolean, readNumber } from '../../src/settings/read-value.ts';
import { smokeSource } from '../../src/settings/smoke-source.ts';
import { editDistance, suggest } from '../../src/settings/suggest.ts';

const SECONDS = { type: 'duration', unit: 's', min: 1, max: 600 } as const satisfies Kind;
const MINUTES = { type: 'duration', unit: 'min', min: 0.01, max: 600 } as const satisfies Kind;
const WHOLE = { type: 'integer', min: 1, max: 64 } as const satisfies Kind;

describe('readNumber()', () => {
  it.each([
    ['60', SECONDS, 60],
    ['2min', SECONDS, 120],
    ['1.5 m', SECONDS, 90],
    ['30', MINUTES, 30],
    ['90s', MINUTES, 1.5],
    ['1h', MINUTES, 60],
    ['8', WHOLE, 8],
    ['1e1', WHOLE, 10],
  ])('%s', (text, kind, expected) => {
    expect(readNumber(text, kind)).toEqual({ ok: true, value: expected });
  });

  it.each([
    ['0', SECONDS, /too small/],
    ['9999', SECONDS, /too large/],
    ['5 bananas', SECONDS, /not a time in seconds/],
    ['ten', WHOLE, /not a whole number/],
    ['1.5', WHOLE, /not a whole number/],
    ['2s', WHOLE, /not a whole number/],
    ['NaN', SECONDS, /not a time/],
    ['-1', WHOLE, /too small/],
    ['1 constructor', SECONDS, /not a time/],
  ])('refuses %s', (text, kind, message) => {
    expect(readNumber(text, kind)).toMatchObject({
      ok: false,
      message: expect.stringMatching(message),
    });
  });
});

it.each([
  ['true', true],
  ['True', true],
  ['on', true],
  ['FALSE', false],
  ['0', false],
])('readBoolean() reads %s', (text, value) => {
  expect(readBoolean(text)).toEqual({ ok: true, value });
});

describe('listOf()', () => {
  it.each<[string, boolean, readonly string[]]>([
    ['3.10 # old\n\n# all\n3.11', true, ['3.10', '3.11']],
    ['"3.10"\n\'3.11\', "3.12"', true, ['3.10', '3.11', '3.12']],
    ['">=3.10, <3.13"', true, ['>=3.10, <3.13']],
    ['3.10, 3.11 3.12', true, ['3.10', '3.11', '3.12']],
    ['>=1.23, <2.3', true, ['>=1.23, <2.3']],
    ['numpy < 2', true, ['numpy < 2']],
    ['a\r\nb\rc', true, ['a', 'b', 'c']],
    ['dist/my wheels/*.whl', false, ['dist/my wheels/*.whl']],
    ['pkg @ file:///x.whl#sha256=0', false, ['pkg @ file:///x.whl#sha256=0']],
    ['["3.10", "3.11"]', true, ['3.10', '3.11']],
    ['[3.9, 3.10, "3.11"]', true, ['3.9', '3.10', '3.11']],
    ['[1.26, 2.0, 2.0.2, 3.13t]', true, ['1.26', '2.0', '2.0.2', '3.13t']],
    ['["python=3.12, 3.10, x"]', false, ['python=3.12, 3.10, x']],
    ['- 3.10\n- "3.11"\r\n- \'>=1.23,<2\'\n', true, ['3.10', '3.11', '>=1.23,<2']],
    ['- a\nb', false, ['- a', 'b']],
    ['[ab]*.whl', false, ['[ab]*.whl']],
    ['[3.1]*.whl', false, ['[3.1]*.whl']],
  ])('%j (words: %p)', (text, words, expected) => {
    expect(listOf(text, { words })).toEqual(expected);
  });

  it('gives no value with blanks around it, and no empty one', () => {
    fc.assert(
      fc.property(fc.string(), fc.boolean(), (text, words) => {
        for (const value of listOf(text, { words })) {
          expect(value).toBe(value.trim());
          expect(value).not.toBe('');
        }
      }),
    );
  });
});

describe('suggest()', () => {
  it.each([
    ['numpi', 'numpy'],
    ['python-versoin', 'python-version'],
    ['fail_on', 'fail-on'],
    ['extra', 'extras'],
    ['zzz', undefined],
  ])('%s -> %s', (written, expected) => {
    expect(
      suggest(written, ['numpy', 'python-version', 'fail-on', 'extras', 'extra-index-url']),
    ).toBe(expected);
  });

  it('measures a distance that is symmetric and zero for equals only', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 12 }), fc.string({ maxLength: 12 }), (a, b) => {
        expect(editDistance(a, b)).toBe(editDistance(b, a));
        expect(editDistance(a, b) === 0).toBe(a === b);
      }),
    );
  });
});

describe('parseInputs()', () => {
  it('reads what the runner sets; empty is not set', () => {
    const inputs = inputsOf({ 'INPUT_NUMPY-VERSION': '1.26\n2.0', 'INPUT_FAIL-ON': '', PATH: 'x' });
    expect(parseInputs(inputs)).toEqual({
      given: [
        {
          name: 'numpy-version',
          texts: ['1.26\n2.0'],
          provenance: { kind: 'input', name: 'numpy-version' },
        },
      ],
      problems: [],
    });
  });

  it.each([
    ['numpy-verison', 'Did you mean numpy-version?'],
    ['python', 'Did you mean python-version?'],
    ['wheel', 'Did you mean wheels?'],
  ])('%s: %s', (name, remedy) => {
    expect(parseInputs({ [name]: 'x' }).problems.map((one) => one.remedy)).toEqual([remedy]);
  });
});

describe('parsePyproject()', () => {
  const table = (body: string) => parsePyproject(`[tool.numpy-abi-matrix]\n${body}`, 'p.toml');

  it('keeps the line of each value', () => {
    const text =
      '[project]\nname = "x"\n\n[tool.numpy-abi-matrix]\nnumpy-version = [\n "1.26",\n]\njobs = 2\n';
    expect(parsePyproject(text, 'p.toml').given.map((one) => [one.name, one.provenance])).toEqual([
      ['numpy-version', { kind: 'pyproject', file: 'p.toml', line: 5 }],
      ['jobs', { kind: 'pyproject', file: 'p.toml', line: 8 }],
    ]);
  });

  it.each([
    ['python-version = 3.10', /line 2, python-version: It is the number 3\.1\. .*\["3\.10"/],
    ['python-versions = ["3.10"]', /Did you mean python-version\?/],
    ['numpy = "2"', /Did you mean numpy-version\?/],
    ['pythons = ["3.12"]', /Did you mean python-version\?/],
    ['numpys = ["2.0"]', /Did you mean numpy-version\?/],
    ['compare = "yes"', /compare = true/],
    ['json = "x"', /for one run, not for pyproject\.toml/],
    ['all-platforms = true', /for one run, not for pyproject\.toml/],
    ['jobs = ', /line 2, column \d+: /],
    ['a = [1,\n', /p\.toml line/],
    ['timeout.seconds = 3', /line 2, timeout: /],
  ])('%s', (body, expected) => {
    const [problem] = table(body).problems;
    expect(`${problem?.where}: ${problem?.message}. ${problem?.remedy}`).toMatch(expected);
  });

  it('names the line of a list of tables', () => {
    const { problems } = parsePyproject('[a]\n\n[[tool.numpy-abi-matrix]]\njobs = 2', 'p.toml');
    expect(problems).toMatchObject([
      { where: 'p.toml line 3', message: 'tool.numpy-abi-matrix is not a table' },
    ]);
  });

  it.each([
    ['[tool.numpy_abi_matrix]\njobs = 2', 'line 1', 'tool.numpy_abi_matrix'],
    ['[project]\nname = "x"\n\n[tool.numpy-abi-matirx]', 'line 4', 'tool.numpy-abi-matirx'],
    ['[tool.NumPy-ABI-Matrix]', 'line 1', 'tool.NumPy-ABI-Matrix'],
    ['[tool.numpy-abi]', 'line 1', 'tool.numpy-abi'],
    ['[numpy-abi-matrix]', 'line 1', 'numpy-abi-matrix'],
    ['[tools.numpy-abi-matrix]', 'line 1', 'tools.numpy-abi-matrix'],
  ])('%j is told apart from our table', (text, line, name) => {
    expect(parsePyproject(text, 'p.toml').problems).toEqual([
      {
        where: `p.toml ${line}`,
        message: `Nothing reads the table [${name}]`,
        remedy: 'Did you mean [tool.numpy-abi-matrix]?',
      },
    ]);
  });

  it.each([
    ...['', '[tool]', '[tool.other]\nx = 1', '[tool.numpydoc_validation]\nx = 1'],
    ...['[tool.numpy]', '[tool.abi3audit]', 'tool = 3'],
  ])('says nothing about %j', (text) => {
    expect(parsePyproject(text, 'p.toml')).toEqual({ given: [], problems: [] });
  });
});

it.each([
  ['import a\na.run()', { kind: 'code', code: 'import a\na.run()\n' }],
  ['smoke.py', { kind: 'file', path: 'smoke.py', elseCode: false }],
  ['tests/my smoke.py', { kind: 'file', path: 'tests/my smoke.py', elseCode: false }],
  ['import a; a.run()', { kind: 'file', path: 'import a; a.run()', elseCode: true }],
  ['import my.py', { kind: 'file', path: 'import my.py', elseCode: true }],
])('smokeSource(%j)', (text, expected) => {
  expect(smokeSource(text)).toEqual(expected);
});
