import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { allKinds, renderFailureDocs } from '../../../src/judge/diagnose/docs.ts';

const SAMPLES = new URL('samples/', import.meta.url);

test('every kind that the samples name has an anchor', () => {
  const page = renderFailureDocs();
  for (const name of readdirSync(SAMPLES)) {
    const kind = /^# kind: ([\w.-]+)/m.exec(readFileSync(new URL(name, SAMPLES), 'utf8'))?.[1];
    // "py-mismatch" without more is the silent one.
    const id = kind === 'py-mismatch' ? 'py-mismatch.silent' : kind;
    if (id !== 'none') expect(page).toContain(`<a id="${id}"></a>`);
  }
});

test('every kind says what it means and what to do', () => {
  for (const kind of allKinds()) {
    expect(kind.means.length).toBeGreaterThan(20);
    expect(kind.remedy.length).toBeGreaterThan(10);
    expect(kind.name).not.toMatch(/\.$/);
  }
});

test('the committed page is the generated one', () => {
  const page = readFileSync(new URL('../../../docs/failures/README.md', import.meta.url), 'utf8');
  expect(page).toBe(renderFailureDocs());
});
