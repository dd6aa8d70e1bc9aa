import path from 'node:path';
import { tableCall } from './table-call.ts';

/** A file of declarations that a Cython module may cimport from, with its text. */
type Declarations = readonly [file: string, text: string];

/**
 * The function of NumPy's C-API that a Cython module calls by an inline function of a `.pxd`, whose text
 * becomes a part of the module, without what initialises NumPy elsewhere.
 *
 * @param file the module's path
 * @param text of it
 * @param declarations all `.pxd` files that it may mean
 * @returns null where it calls none, or uses no such function
 */
export function cimportedCall(
  file: string,
  text: string,
  declarations: readonly Declarations[],
): string | null {
  const cimports = /^[ \t]*from[ \t]+([\w.]+)[ \t]+cimport[ \t]+(\([^)]*\)|[^\n#]+)/gm;
  for (const [, from = '', names = ''] of text.matchAll(cimports)) {
    const all = declarations.filter(([one]) => isMeant(one, from, file));
    for (const [, name = '', alias = name] of names.matchAll(/(\w+)(?:[ \t]+as[ \t]+(\w+))?/g)) {
      if (!new RegExp(String.raw`\b${alias}\s*\(`).test(text)) continue;
      const called = all.map(([, pxd]) => tableCall(inlineBody(pxd, name)));
      const found = called.find((one) => one !== null);
      if (found) return found;
    }
  }
  return null;
}

/** @param from dotted, relative to the module's file where it begins with a dot */
function isMeant(declaration: string, from: string, file: string): boolean {
  const [dots = ''] = /^\.*/.exec(from) ?? [];
  const below = `${from.slice(dots.length).replaceAll('.', '/')}.pxd`;
  if (dots === '') return isEndOf(`/${declaration}`, `/${below}`);
  const folder = path.posix.join(
    path.posix.dirname(file),
    ...dots
      .slice(1)
      .split('')
      .map(() => '..'),
  );
  return declaration === path.posix.join(folder, below);
}

/** A package's folder may be the repository's own, so that the shorter of both paths decides. */
function isEndOf(file: string, wanted: string): boolean {
  return file.endsWith(wanted) || wanted.endsWith(file);
}

/** What stands below `cdef inline … name(…):`; empty where there is no such function. */
function inlineBody(pxd: string, name: string): string {
  const head = String.raw`^([ \t]*)c(?:p?def|def)[ \t]+inline\b[^\n]*\b${name}[ \t]*\([^\n]*\n`;
  const found = new RegExp(head, 'm').exec(pxd);
  if (!found) return '';
  const [, indent = ''] = found;
  const lines = pxd.slice(found.index + found[0].length).split('\n');
  const end = lines.findIndex(
    (line) =>
      line.trim() !== '' && !line.startsWith(`${indent} `) && !line.startsWith(`${indent}\t`),
  );
  return lines.slice(0, end < 0 ? undefined : end).join('\n');
}
