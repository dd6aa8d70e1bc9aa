import { decodePunycode } from './punycode.ts';

const INIT = /^(?:Py(?:Init|ModExport)(?<unicode>U)?|_cffi_pypyinit)_(?<name>.+)$/;
const PYTHON2 = /^init(?<name>[A-Za-z_]\w*)$/;

/**
 * The module names that exported symbols define: `PyInit_x` and, for names beyond ASCII,
 * `PyInitU_<punycode>` (PEP 489), `PyModExport_x` and `PyModExportU_x` (PEP 793, Python 3.15); on PyPy
 * cffi's modules have `_cffi_pypyinit_x` instead.
 *
 * @param symbols exported names
 * @returns module names in the same order, without duplicates
 * @example initNames(['PyInit__core', 'PyInitU_pea4l']) // ['_core', 'ěš']
 */
export function initNames(symbols: readonly string[]): readonly string[] {
  const names = symbols.flatMap((symbol) => {
    const groups = INIT.exec(symbol)?.groups;
    const name = groups?.['name'];
    if (name === undefined) {
      return [];
    }
    return [groups?.['unicode'] === undefined ? name : decodeSuffix(name)];
  });
  return [...new Set(names)];
}

/** The names after `init`, as Python 2 modules export them. */
export function python2Names(symbols: readonly string[]): readonly string[] {
  return symbols.flatMap((symbol) => PYTHON2.exec(symbol)?.groups?.['name'] ?? []);
}

/**
 * CPython encodes with punycode and turns hyphens into underscores. The digits after punycode's
 * last hyphen hold no underscore, so that the last underscore was it.
 */
function decodeSuffix(suffix: string): string {
  const cut = suffix.lastIndexOf('_');
  const encoded = cut === -1 ? suffix : `${suffix.slice(0, cut)}-${suffix.slice(cut + 1)}`;
  return decodePunycode(encoded) ?? suffix;
}
