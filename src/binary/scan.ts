import type { Buffer } from 'node:buffer';
import type { BinaryFacts, CapiFacts } from '../model/compiled-module.ts';
import { readLevels } from './api-level.ts';
import { asBuffer } from './byte-reader.ts';
import { holdsText } from './byte-search.ts';
import { callsPython } from './calls-python.ts';
import { initialisesArrayApi } from './capi.ts';
import { capiOfParts } from './capi-of-parts.ts';
import { readElf } from './elf.ts';
import { findGenerators } from './generators.ts';
import { initNames, python2Names } from './init-names.ts';
import { machOSlices, readMachO } from './macho.ts';
import type { ObjectFile } from './object-file.ts';
import { readPe } from './pe.ts';
import { readWasm } from './wasm.ts';

/** What an init function calls, in one phase and in several; a library for ctypes calls neither. */
const MAKES_MODULE = ['PyModule_Create2', 'PyModuleDef_Init'] as const;

const UNKNOWN: ObjectFile = {
  format: 'unknown',
  machines: [],
  exports: [],
  needed: [],
  holdsArrayTable: false,
  truncated: false,
};

/**
 * Reads what one binary tells: its format and machines, the modules that it exports, the libraries
 * that it needs, its use of NumPy's C-API, and the generators that wrote it.
 *
 * `importsArrayApi` is true when the table's variable is in the file's symbol table and no text is
 * there that could set it: `import_array()` is missing. Optimisers and `strip` remove the variable,
 * and only ELF files are looked at, so false proves nothing.
 *
 * Total and bounded: truncated or hostile bytes give fewer facts, never an exception.
 *
 * @param bytes the whole file
 * @example scanBinary(await readFile('_core.abi3.so')).capi.era // '2.x'
 */
export function scanBinary(bytes: Uint8Array): BinaryFacts {
  const object = readObject(bytes);
  const buffer = asBuffer(bytes);
  const names = initNames(object.exports);
  const numpyItself = names.includes('_multiarray_umath');
  const isObject = object.format !== 'unknown';
  return {
    format: object.format,
    machines: object.machines,
    initNames: names,
    python2Init:
      names.length === 0 &&
      python2Names(object.exports).length > 0 &&
      holdsText(buffer, 'Py_InitModule'),
    ...(isObject && names.length === 0 && MAKES_MODULE.some((text) => holdsText(buffer, text))
      ? { initHidden: true as const }
      : {}),
    ...(isObject && names.length > 0 && !object.truncated && !callsPython(buffer)
      ? { makesNoModule: true as const }
      : {}),
    capi: isObject && !numpyItself ? capiOfFile(buffer) : { era: 'none', target: null, also: [] },
    generators: isObject ? findGenerators(buffer) : [],
    importsArrayApi: !numpyItself && object.holdsArrayTable && !initialisesArrayApi(buffer),
    needed: object.needed,
    ...(object.truncated ? { truncated: true } : {}),
  };
}

function capiOfFile(buffer: Buffer): CapiFacts {
  const parts = machOSlices(buffer).map((slice) => ({
    bytes: asBuffer(slice),
    levels: () => readLevels(slice),
  }));
  return capiOfParts(buffer, parts);
}

/** What the tables of a file say, whatever its format. */
export function readObject(bytes: Uint8Array): ObjectFile {
  return readElf(bytes) ?? readPe(bytes) ?? readMachO(bytes) ?? readWasm(bytes) ?? UNKNOWN;
}
