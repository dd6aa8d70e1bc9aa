import type { TomlError } from 'smol-toml';
import { type SpecProblem, specProblem } from '../spec-problem.ts';

/**
 * A TOML error in the user's words. The parser stops where an array without an end runs into
 * something else; the array's start is what the user must look at.
 */
export function tomlProblem(error: TomlError, text: string): SpecProblem {
  const what = (error.message.split('\n')[0] ?? '').replace(/^Invalid TOML document: /, '');
  const lines = text.split('\n');
  const line = lines[error.line - 1]?.trim() ?? '';
  const start = openArray(lines.slice(0, error.line - 1).join('\n'));
  // A table's header or a key inside of an array: its end is missing, whatever the parser says.
  if (start !== undefined && (line === '' || /^\[|^[\w."'-]+\s*=/.test(line))) {
    return specProblem(
      `pyproject.toml line ${error.line}: expected "]" (array started on line ${start})`,
      'Close the array with "]"',
    );
  }
  return specProblem(
    `pyproject.toml line ${error.line}, column ${error.column}: ${what}`,
    line === '' ? 'Correct the TOML' : `Correct the TOML at: ${line.slice(0, 120)}`,
  );
}

const TOKEN = /"""[\s\S]*?"""|'''[\s\S]*?'''|"(?:\\.|[^"\\\n])*"|'[^'\n]*'|#[^\n]*|[[\]\n]/g;

/** @returns the line (from 1) of the innermost array that is open at the end of the text */
function openArray(text: string): number | undefined {
  const open: number[] = [];
  let line = 1;
  for (const [token] of text.matchAll(TOKEN)) {
    if (token === '[') {
      open.push(line);
    } else if (token === ']') {
      open.pop();
    } else {
      line += token.split('\n').length - 1;
    }
  }
  return open.at(-1);
}
