import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import {
  allKinds,
  renderFailureDocs,
  renderFailurePages,
} from '../../../src/judge/diagnose/docs.ts';

const SAMPLES = new URL('samples/', import.meta.url);

/** Neither the text nor the bytes tell them, so nothing finds them and no page promises it. */
const NOT_FOUND: readonly string[] = ['py-mismatch', 'py-abi3-misuse'];

test('every kind that the samples name has an anchor', () => {
  const page = renderFailureDocs();
  for (const name of readdirSync(SAMPLES)) {
    const kind = /^# kind: ([\w.-]+)/m.exec(readFileSync(new URL(name, SAMPLES), 'utf8'))?.[1];
    if (kind === 'none' || NOT_FOUND.includes(kind ?? '')) continue;
    expect(page).toContain(`<a id="${kind}"></a>`);
  }
});

test('every kind says what it means and what to do', () => {
  for (const kind of allKinds()) {
    expect(kind.means.length).toBeGreaterThan(20);
    expect(kind.remedy.length).toBeGreaterThan(10);
    expect(kind.name).not.toMatch(/\.$/);
  }
});

test('each kind has a page, committed as generated, and the index leads to it', () => {
  const index = renderFailureDocs();
  const pages = renderFailurePages();
  expect(Object.keys(pages)).toHaveLength(allKinds().length);
  for (const [name, text] of Object.entries(pages)) {
    expect(name).toMatch(/^[\w.-]+\.md$/);
    expect(index).toContain(`](${name})`);
    const file = new URL(`../../../docs/failures/${name}`, import.meta.url);
    expect(readFileSync(file, 'utf8')).toBe(text);
  }
});

test('the committed page is the generated one', () => {
  const page = readFileSync(new URL('../../../docs/failures/README.md', import.meta.url), 'utf8');
  expect(page).toBe(renderFailureDocs());
});
