import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it, test } from '@jest/globals';
import { allKinds } from '../../../src/judge/diagnose/docs.ts';
import * as elsewhere from '../../../src/judge/diagnose/rules/elsewhere.ts';
import * as setUp from '../../../src/judge/diagnose/rules/set-up.ts';
import * as smokeOutput from '../../../src/judge/diagnose/rules/smoke-output.ts';

const SOURCES = new URL('../../../src/', import.meta.url);
const RECORDED = new URL('../recorded/', import.meta.url);

const sources = readdirSync(SOURCES, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts'))
  .map((file) => ({
    file: file.replaceAll('\\', '/'),
    text: readFileSync(new URL(file.replaceAll('\\', '/'), SOURCES), 'utf8'),
  }));
const documented = new Set(allKinds().map(({ id }) => id));

/** Kinds without a rule that matches: something else has to make findings of them. */
const WITHOUT_RULE = [...elsewhere.ELSEWHERE_KINDS, ...setUp.SET_UP_KINDS];
const NAMES = new Map<unknown, string>(
  [elsewhere, setUp, smokeOutput].flatMap((module) =>
    Object.entries(module).map(([name, value]) => [value, name] as const),
  ),
);

/** A call that gets the kind, or a problem or a failure that says its id. */
function emitters(kind: (typeof WITHOUT_RULE)[number]): readonly string[] {
  const name = NAMES.get(kind);
  const given = name === undefined ? undefined : new RegExp(`\\w\\(\\s*${name},`);
  const said = new RegExp(`\\b(?:kind|setUp): '${kind.id}'`);
  return sources.flatMap(({ file, text }) => (said.test(text) || given?.test(text) ? [file] : []));
}

describe('a kind that is documented', () => {
  it.each(WITHOUT_RULE.map((kind) => [kind.id, kind] as const))(
    '%s is found by something',
    (_, kind) => {
      expect(emitters(kind)).not.toEqual([]);
    },
  );
});

describe('a kind that is found', () => {
  test('is documented, where real runs show it', () => {
    const texts = readdirSync(RECORDED).filter((file) => file.endsWith('.txt'));
    const found = texts.flatMap((file) =>
      [
        ...readFileSync(new URL(file, RECORDED), 'utf8').matchAll(
          /^(?:error|warning|note) ([\w.-]+) \(/gm,
        ),
      ].map((match) => match[1] ?? ''),
    );
    expect(new Set(found).size).toBeGreaterThan(20);
    expect([...new Set(found)].filter((id) => !documented.has(id))).toEqual([]);
  });

  test('is documented, where wheels are audited or nothing could be set up', () => {
    const ids = sources.flatMap(({ file, text }) => [
      ...[...text.matchAll(/\bsetUp: '([\w.-]+)'/g)],
      ...(/^audit\/(?:judge-wheel|judge-audit|wheels-disagree)\.ts$/.test(file)
        ? [...text.matchAll(/\bkind: '([\w.]+-[\w.-]+)'/g)]
        : []),
    ]);
    const found = [...new Set(ids.map((match) => match[1] ?? ''))];
    expect(found.length).toBeGreaterThan(8);
    expect(found.filter((id) => !documented.has(id))).toEqual([]);
  });
});
