import { readFileSync, writeFileSync } from 'node:fs';
import { expect } from '@jest/globals';

/** Holds a text to a golden file, which is reviewed text; `UPDATE_GOLDEN=1` writes it anew. */
export function expectGolden(file: URL, text: string): void {
  if (process.env['UPDATE_GOLDEN']) writeFileSync(file, text);
  expect(text).toBe(readFileSync(file, 'utf8'));
}
