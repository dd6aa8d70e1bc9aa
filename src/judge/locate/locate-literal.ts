import { withoutComments } from './init-line.ts';
import { locateInit, sourcesOf } from './locate-module.ts';
import type { Located } from './located.ts';
import type { Sources } from './sources.ts';

/**
 * The line of a module's compiled sources that holds a text as a string literal: the name that they
 * ask another module for, or the message of an exception that they raise. A traceback has no frame
 * of compiled code.
 *
 * @param texts what to look for, best first; one that ends in a dot is the beginning of a literal
 * @param module dotted name
 * @returns null when none of the files that make up the module holds any of them
 */
export async function locateLiteral(
  texts: readonly string[],
  module: string,
  sources: Sources,
): Promise<Located | null> {
  const init = await locateInit(module, sources);
  const files = new Set([...(init ? [init.file] : []), ...(await sourcesOf(module, sources))]);
  for (const wanted of texts) {
    const end = wanted.endsWith('.') ? '' : '"';
    const literal = `"${wanted.replaceAll(/["\\]/g, (one) => `\\${one}`)}${end}`;
    for (const file of files) {
      const lines = withoutComments((await sources.text(file)) ?? '').split('\n');
      const at = lines.findIndex((line) => line.includes(literal));
      if (at >= 0) return { file, line: at + 1, why: `holds ${literal}` };
    }
  }
  return null;
}
