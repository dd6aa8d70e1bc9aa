import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { explainLog } from '../../../src/judge/explain-log/explain.ts';
import { CONTAINERS, DAMAGES } from './damages.ts';
import { PREFIXES } from './prefixes.ts';

const FOLDER = new URL('../diagnose/samples/', import.meta.url);
interface Sample {
  readonly name: string;
  readonly kind: string;
  readonly text: string;
}

const SAMPLES: readonly Sample[] = readdirSync(FOLDER)
  .sort()
  .map((name) => {
    const whole = readFileSync(new URL(name, FOLDER), 'utf8');
    const kind = /^# kind: (.*)/m.exec(whole)?.[1] ?? '';
    const text = whole.replace(/^(?:#.*\n)+/, '').replace('# --- stderr ---\n', '');
    return { name, kind, text };
  });
/** One of each kind. */
const KINDS = [...new Map(SAMPLES.map((sample) => [sample.kind, sample])).values()];
/** For all combinations of a prefix and a damage. */
const FEW = SAMPLES.filter(({ name }) =>
  /^(?:np1-on-np2\.cython-3\.3\.0-imp|np-abi-mismatch\.c-ext-1\.15-on-2\.0|real\.np1-on-np2\.scipy)/.test(
    name,
  ),
);
/** What no reader can undo: a resolver's sentences have neither anchors nor a known whole. */
const LOST = [['wrapped at 80', 'install.no-matching.uv.txt']];

async function told(text: string | Uint8Array): Promise<readonly string[]> {
  const { findings } = await explainLog(
    (async function* () {
      yield text;
    })(),
  );
  return findings.map(({ kind, inner, culprit }) =>
    [kind, inner, culprit.distribution, culprit.module].join(' '),
  );
}

const untouched = new Map<Sample, readonly string[]>();

async function toldWhole(sample: Sample): Promise<readonly string[]> {
  const known = untouched.get(sample) ?? (await told(sample.text));
  untouched.set(sample, known);
  return known;
}

const lines = (text: string, change: (line: string, index: number) => string): string =>
  text.split('\n').map(change).join('\n');

describe('a prefix before each line changes nothing', () => {
  test.each(PREFIXES)('%s', async (_name, prefix) => {
    for (const sample of KINDS) {
      const { name } = sample;
      const found = await told(lines(sample.text, prefix));
      expect({ name, found }).toEqual({ name, found: await toldWhole(sample) });
    }
  });
});

describe('damage in transport is undone', () => {
  test.each([...DAMAGES, ...CONTAINERS])('%s', async (damaged, damage) => {
    for (const sample of KINDS) {
      const { name } = sample;
      if (LOST.some(([one, other]) => one === damaged && other === name)) continue;
      const found = await told(damage(sample.text));
      expect({ name, found }).toEqual({ name, found: await toldWhole(sample) });
    }
  });
});

describe('both at once', () => {
  const undone = DAMAGES.filter(([name]) => !/^(?:wrapped|a Python|a JSON string in)/.test(name));
  test.each(PREFIXES)('%s', async (prefixed, prefix) => {
    for (const sample of FEW) {
      const { name } = sample;
      const whole = await toldWhole(sample);
      for (const [damaged, damage] of undone) {
        const found = await told(damage(lines(sample.text, prefix)));
        expect({ name, prefixed, damaged, found }).toEqual({
          name,
          prefixed,
          damaged,
          found: whole,
        });
      }
    }
  });
});
