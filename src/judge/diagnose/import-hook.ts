import type { Frame } from '../../model/observation.ts';

/** The protocol of `importlib.abc`, which loaders of others (PyInstaller, pytest, tracers) implement. */
const LOADER =
  /^(?:\w+\.)*_*(?:exec_module|load_module|create_module|find_spec|find_module|sharedImport)$/;
const LOADS = /\b(?:exec_module|load_module|create_module)\(/;
/** QGIS, Shiboken, tracers and debuggers put a function of theirs in place of `__import__`. */
const REPLACED =
  /(import\w{0,40})\((?:self, ?)?(?:name|module|fullname|mod\w{0,20}_?name|\*args)\b/;
/** Python's own importers, which loaders call. */
const IMPORTLIB = /^<frozen importlib|[\\/]importlib[\\/]|[\\/]imp\.py$/;
/** Where a module's own code begins: Python's, Nuitka's (`<module numpy.core>`), Cython's; pages lose `<module>`. */
const BEGINS = /^(?:$|<module|init [\w.]+$)/;

/**
 * @param frames of one traceback, outermost first
 * @returns true for a frame that imports what the frame above asked for: it is not to blame. Users
 * name functions so, too: what is called next tells whether a module is imported
 */
export function isImportHook(frames: readonly Frame[], at: number): boolean {
  const frame = frames[at];
  if (!frame || !isNamedSo(frame)) return false;
  const inner = frames.slice(at + 1).filter((one) => !isNamedSo(one));
  const next = inner.find((one) => !IMPORTLIB.test(one.file));
  if (next) return BEGINS.test(next.function);
  // Compiled modules have no frame, and not each traceback has the lines.
  return inner.length > 0 || frame.source === undefined || loads(frame.source);
}

function isNamedSo({ function: name, source = '' }: Frame): boolean {
  return LOADER.test(name) || loads(source);
}

function loads(source: string): boolean {
  if (LOADS.test(source)) return true;
  // What a package imports by a name that it made itself is its own.
  const called = REPLACED.exec(source)?.[1];
  return called !== undefined && !called.endsWith('import_module');
}
