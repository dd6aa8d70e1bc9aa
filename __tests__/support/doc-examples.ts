import { readFileSync } from 'node:fs';

/** An `@example` of a doc comment: an expression and, after ` // `, what it gives. */
export interface DocExample {
  readonly line: number;
  readonly expression: string;
  /** Null: it only has to run. */
  readonly value: string | null;
}

/**
 * The examples in the doc comments of a source file.
 *
 * @param file a path or file URL
 */
export function docExamples(file: string | URL): readonly DocExample[] {
  const text = readFileSync(file, 'utf8');
  return [...text.matchAll(/\/\*\*([\s\S]*?)\*\//g)].flatMap((comment) => {
    const body = comment[1] ?? '';
    const from = comment.index + 3;
    // Ends at the next tag, an empty line or the end of the comment.
    const pattern = /@example([\s\S]*?)(?=\n\s*\*?\s*@[a-z]|\n\s*\*\s*\n|$)/g;
    return [...body.matchAll(pattern)].map((match) => {
      const code = (match[1] ?? '').replaceAll(/\n\s*\* ?/g, '\n').trim();
      const at = code.search(/\s\/\/ (?![\s\S]*\s\/\/ )/);
      const line = text.slice(0, from + match.index).split('\n').length;
      if (at === -1) return { line, expression: code, value: null };
      const value = code.slice(at).replaceAll(/\s\/\/ /g, '');
      return { line, expression: code.slice(0, at), value: value.trim() };
    });
  });
}

type Scope = Readonly<Record<string, unknown>>;

/** The value of an expression in which the names of `scope` are known; a promise for one with `await`. */
export function evaluate(expression: string, scope: Scope): unknown {
  const wrap = /\bawait\b/.test(expression) ? 'async ' : '';
  const body = `"use strict"; return (${wrap}() => (${expression}))();`;
  return new Function(...Object.keys(scope), body)(...Object.values(scope));
}

/**
 * What an example says it gives, as a matcher: `…` in a text stands for any text, `, …` at the end
 * of an object for further fields.
 */
export function expectation(value: string): { readonly exact: boolean; readonly value: unknown } {
  const quoted = /^'([\s\S]*)'$/.exec(value)?.[1];
  if (quoted?.includes('…')) {
    const parts = quoted.split('…').map((part) => part.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&'));
    return { exact: false, value: new RegExp(`^${parts.join('[\\s\\S]*')}$`) };
  }
  const whole = value.replace(/,\s*…\s*\}$/, ' }');
  return { exact: whole === value, value: evaluate(whole, {}) };
}
