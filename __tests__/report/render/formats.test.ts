import { createRequire } from 'node:module';
import { describe, expect, it } from '@jest/globals';
import AjvDraft04 from 'ajv-draft-04';
import { parse as parseJunit } from 'junit2json';
import { badgeJson } from '../../../src/report/render/badge.ts';
import { codeQualityJson } from '../../../src/report/render/code-quality.ts';
import { junitXml } from '../../../src/report/render/junit.ts';
import { releaseNotes } from '../../../src/report/render/release-notes.ts';
import { sarifJson } from '../../../src/report/render/sarif.ts';
import type { Report } from '../../../src/report/report.ts';
import { expectGolden as golden } from '../../support/golden.ts';
import { finding, HOSTILE, NAMES, report, reports, withEvidence } from '../../support/reports.ts';

const GOLDEN = ['myExtension', 'crash', 'setUpErrors', 'hostile'] as const;

const expectGolden = (file: string, text: string) =>
  golden(new URL(`golden/${file}`, import.meta.url), text);

const full = (name: keyof typeof reports): Report => withEvidence(reports[name]());

describe('golden files', () => {
  it.each(GOLDEN)('%s', (name) => {
    expectGolden(`${name}.sarif.json`, sarifJson(full(name)));
    expectGolden(`${name}.junit.xml`, junitXml(full(name)));
    expectGolden(`${name}.code-quality.json`, codeQualityJson(full(name)));
    expectGolden(`${name}.release.md`, releaseNotes(full(name)).text);
  });
});

describe('sarifJson()', () => {
  // The schema of the standard, as published; its formats (uri, …) are not what is tested here.
  const schema = createRequire(import.meta.url)(
    '@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json',
  );
  const validate = new AjvDraft04.default({
    strict: false,
    validateFormats: false,
    unicodeRegExp: false,
  }).compile(schema);

  it.each(NAMES)('%s is valid SARIF 2.1.0', (name) => {
    validate(JSON.parse(sarifJson(full(name))));
    expect(validate.errors).toBeNull();
  });

  const fingerprints = (one: Report): readonly string[] =>
    JSON.parse(sarifJson(one)).runs[0].results.map(
      (result: { partialFingerprints: Record<string, string> }) =>
        result.partialFingerprints['numpyAbiMatrix/v1'],
    );

  it('a fingerprint outlives another line, version and list of combinations', () => {
    const before = report({ findings: [finding()] });
    const after = report({
      findings: [
        finding({
          location: { file: 'pyproject.toml', line: 40 },
          combinations: ['py3.13-np2.5.0'],
          title: 'my_extension cannot be imported with NumPy 2.5',
          culprit: { ...finding().culprit, version: '1.1', file: 'other.so' },
        }),
      ],
    });
    expect(fingerprints(before)).toEqual(fingerprints(after));
  });

  it('different findings never share one', () => {
    const two = report({
      findings: [
        finding(),
        finding({ kind: 'crash.SIGSEGV' }),
        finding({ title: 'the same kind' }),
      ],
    });
    expect(new Set(fingerprints(two)).size).toBe(3);
  });

  it('takes help and links from the documentation', () => {
    const text = sarifJson(full('myExtension'), {
      documentationBase: 'https://example.org/o/n/blob/v1',
      kinds: [
        { id: 'np1-on-np2', name: 'Built for NumPy 1', means: 'It means.', remedy: 'Rebuild.' },
      ],
    });
    expect(JSON.parse(text).runs[0].tool.driver.rules[0]).toMatchObject({
      id: 'np1-on-np2',
      name: 'Np1OnNp2',
      shortDescription: { text: 'Built for NumPy 1' },
      help: { text: 'It means.\n\nWhat to do: Rebuild.' },
      helpUri: 'https://example.org/o/n/blob/v1/docs/failures/README.md#np1-on-np2',
    });
  });
});

/** What the reader gives back, as far as it is looked at here. */
interface Suites {
  readonly tests: number;
  readonly failures: number;
  readonly errors: number;
  readonly skipped?: number;
  readonly testsuite: readonly {
    readonly testcase?: readonly Readonly<Record<'failure' | 'error' | 'skipped', unknown>>[];
  }[];
}

describe('junitXml()', () => {
  it.each(NAMES)('%s is read back by another reader, with the same counts', async (name) => {
    const one = full(name);
    const { testsuite, tests, failures, errors, skipped } = (await parseJunit(
      junitXml(one),
    )) as unknown as Suites;
    const cases = testsuite.flatMap((suite) => suite.testcase ?? []);
    expect(cases).toHaveLength(Number(tests));
    expect(cases.filter((each) => each.failure)).toHaveLength(Number(failures));
    expect(cases.filter((each) => each.error)).toHaveLength(Number(errors));
    expect(cases.filter((each) => each.skipped)).toHaveLength(Number(skipped));
    expect(testsuite.length).toBeGreaterThanOrEqual(one.combinations.length);
  });

  it('an error that no case shows has one of its own: a known failure that passes', async () => {
    const green = full('allGreen');
    const [first] = green.combinations;
    const passes = finding({ kind: 'known-failure-passes', combinations: [first?.id ?? ''] });
    const parsed = (await parseJunit(
      junitXml({ ...green, findings: [passes] }),
    )) as unknown as Suites;
    expect(Number(parsed.failures)).toBe(1);
    expect(parsed.testsuite.at(-1)?.testcase?.length).toBe(1);
  });

  it('no case is green that was not proven', () => {
    const text = junitXml(
      report({
        combinations: full('myExtension').combinations,
        modules: full('myExtension').modules,
        results: full('myExtension').results.map((one) => ({ ...one, known: true as const })),
      }),
    );
    expect(text).not.toMatch(/<testcase [^>]*\/>/);
  });
});

describe('codeQualityJson()', () => {
  it.each(NAMES)('%s has what GitLab asks for', (name) => {
    const issues = JSON.parse(codeQualityJson(full(name)));
    const prints = issues.map((one: { fingerprint: string }) => one.fingerprint);
    expect(new Set(prints).size).toBe(prints.length);
    for (const one of issues) {
      expect(one).toMatchObject({
        description: expect.any(String),
        check_name: expect.any(String),
        severity: expect.stringMatching(/^(info|minor|major|critical|blocker)$/),
        location: { path: expect.any(String), lines: { begin: expect.any(Number) } },
      });
    }
  });
});

describe('badgeJson()', () => {
  it.each([
    ['allGreen', '1.26–2.2', 'brightgreen'],
    ['myExtension', '1.23–1.26', 'orange'],
    ['setUpErrors', '1.26, 2.2, incomplete', 'lightgrey'],
    ['noModules', 'not tested', 'lightgrey'],
    ['allExcluded', 'not tested', 'lightgrey'],
    ['crash', '1.26', 'orange'],
  ] as const)('%s: %s, %s', (name, message, color) => {
    expect(JSON.parse(badgeJson(reports[name]()))).toMatchObject({
      schemaVersion: 1,
      label: 'NumPy',
      message,
      color,
    });
  });
});

it.each([
  ['SARIF', sarifJson],
  ['JUnit', junitXml],
  ['Code Quality', codeQualityJson],
  ['badge', badgeJson],
])('%s: nothing hostile gets out', (_name, render) => {
  const text = render(full('hostile'));
  expect(HOSTILE).toMatch(/\u001b/);
  expect(text).not.toMatch(/[\u001b\u202e\u200b]|##\[/);
  expect(render === junitXml && /<(?:img|\/details)/.test(text)).toBe(false);
});
