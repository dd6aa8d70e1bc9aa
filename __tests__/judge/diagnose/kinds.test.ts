import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from '@jest/globals';
import { allKinds } from '../../../src/judge/diagnose/docs.ts';

const SOURCE = new URL('../../../src/', import.meta.url).pathname;

/** Every TypeScript file of the program, one text. */
const text = readdirSync(SOURCE, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts'))
  .map((name) => readFileSync(join(SOURCE, name), 'utf8'))
  .join('\n');

it('no kind is documented twice, and every one says where it is put right', () => {
  const ids = allKinds().map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  for (const { where } of allKinds()) expect(Array.isArray(where)).toBe(true);
});

it('findings are made from kinds alone', () => {
  // `makeFinding` is the one place where a finding gets its kind and its page.
  const made = text.match(/documentation: documentationOf\(/g) ?? [];
  expect(made).toHaveLength(1);
});

/** Names and texts of all tests and of what they read. */
const TESTS = new URL('../../', import.meta.url).pathname;
const tests = readdirSync(TESTS, { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.(?:ts|txt|tsv)$/.test(name))
  .map((name) => `${name}\n${readFileSync(join(TESTS, name), 'utf8')}`)
  .join('\n');

it.each(allKinds().map(({ id }) => id))('%s is expected by a sample or a test', (id) => {
  expect(new RegExp(`(?<![\\w.-])${id.replaceAll('.', '\\.')}(?![\\w-])`).test(tests)).toBe(true);
});
