import { describe, expect, it } from '@jest/globals';
import { type DefaultTreeAdapterMap, parse } from 'parse5';
import { htmlReport } from '../../../../src/report/render/html/page.ts';
import {
  allExcluded,
  allGreen,
  big,
  crash,
  hostile,
  myExtension,
  noModules,
  report,
  setUpErrors,
  withEvidence,
} from '../../../support/reports.ts';

type Element = DefaultTreeAdapterMap['element'];

const reports = { myExtension, allGreen, crash, setUpErrors, noModules, allExcluded, hostile };
const NAMES = Object.keys(reports) as (keyof typeof reports)[];
const pageOf = (name: keyof typeof reports): string => htmlReport(withEvidence(reports[name]()));

/** Every element, as a browser's parser sees them. */
function elements(text: string): readonly Element[] {
  const found: Element[] = [];
  const walk = (node: DefaultTreeAdapterMap['node']): void => {
    if ('tagName' in node) found.push(node);
    if ('childNodes' in node) node.childNodes.forEach(walk);
  };
  walk(parse(text));
  return found;
}

const attributesOf = (one: Element): Readonly<Record<string, string>> =>
  Object.fromEntries(one.attrs.map(({ name, value }) => [name, value]));

describe('htmlReport()', () => {
  it.each(NAMES)('%s asks for nothing and runs nothing but its own script', (name) => {
    const all = elements(pageOf(name));
    expect(all.filter((one) => one.tagName === 'script')).toHaveLength(2);
    for (const one of all) {
      const attributes = attributesOf(one);
      // No handler, no style attribute, no address but data: and parts of the page.
      expect(Object.keys(attributes).filter((key) => /^on|^style$/.test(key))).toEqual([]);
      for (const key of ['src', 'href', 'action', 'srcset', 'data']) {
        expect(attributes[key] ?? '#').toMatch(/^(?:#|data:,$)/);
      }
      expect(['img', 'iframe', 'object', 'embed', 'base']).not.toContain(one.tagName);
    }
  });

  it.each(NAMES)('%s has one of each id, and every label refers to one', (name) => {
    const all = elements(pageOf(name)).map(attributesOf);
    const ids = all.flatMap(({ id }) => id ?? []);
    expect(new Set(ids).size).toBe(ids.length);
    for (const one of all.flatMap((each) => each['aria-labelledby'] ?? [])) {
      expect(ids).toContain(one);
    }
  });

  it('the policy has no hole', () => {
    const [policy] = elements(pageOf('myExtension'))
      .map(attributesOf)
      .flatMap((one) => (one['http-equiv'] ? [one['content'] ?? ''] : []));
    expect(policy).toMatch(/^default-src 'none'; script-src 'sha256-[\w+/=]+'; style-src 'sha256-/);
    expect(policy).not.toMatch(/unsafe|\*|https?:/);
  });

  it('links a finding to the documentation of this version', () => {
    const text = htmlReport(myExtension(), {
      documentationBase: 'https://example.org/o/n/blob/v1/',
    });
    expect(text).toContain(
      'href="https://example.org/o/n/blob/v1/docs/failures/README.md#np1-on-np2"',
    );
    const bad = htmlReport(myExtension(), { documentationBase: 'javascript:alert(1)//' });
    expect(bad).not.toContain('href="javascript');
  });

  it('puts a range declared too wide under its cause', () => {
    const headings = elements(pageOf('myExtension')).filter((one) => one.tagName === 'article');
    expect(headings).toHaveLength(1);
  });

  it('shows what the bytes said beside what was measured, and where they disagree', () => {
    const text = pageOf('myExtension');
    expect(text).toContain(
      'NumPy accepts 0 of the imports and refuses 30; of 39 they do not decide it. 3 of them were seen otherwise:',
    );
    expect(text).toContain(
      '<li><a href="#cell=py3.12-np2.2.6">py3.12-np2.2.6</a>: <code>my_extension</code> was to be refused by NumPy, and was accepted by NumPy</li>',
    );
    expect(text).toContain('<span>✗ 3</span><small>✗ 2/3</small>');
    expect(htmlReport(myExtension())).not.toContain('Measured beside predicted');
  });

  it('100 combinations × 500 modules stay below 5 MB', () => {
    expect(Buffer.byteLength(htmlReport(big()))).toBeLessThan(5_000_000);
  });

  it('endless evidence is cut, and the page says so', () => {
    const one = withEvidence(myExtension());
    const evidence = Array.from({ length: 2000 }, (_, index) => ({
      ...(one.evidence?.[0] as NonNullable<typeof one.evidence>[number]),
      stderr: `${index} ${'x'.repeat(6000)}`,
    }));
    const text = htmlReport({ ...one, evidence });
    expect(text.length).toBeLessThan(5_000_000);
    expect(text).toContain('There was no more room: see the JSON report');
  });

  it('an empty report is a page too', () => {
    expect(htmlReport(report())).toContain('<h1>my-extension 1.0 × NumPy</h1>');
  });
});
