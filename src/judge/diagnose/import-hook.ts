import type { Frame } from '../../model/observation.ts';

/** The protocol of `importlib.abc`, which loaders of others (PyInstaller, pytest, tracers) implement. */
const LOADER =
  /^(?:\w+\.)*_*(?:exec_module|load_module|create_module|find_spec|find_module|sharedImport)$/;
const LOADS = /\b(?:exec_module|load_module|create_module)\(/;
/** QGIS, Shiboken, tracers and debuggers put a function of theirs in place of `__import__`. */
const REPLACED = /([\w.]*import\w*)\((?:self, ?)?(?:name|module|fullname|mod\w*_?name|\*args)\b/;

/** @returns true for a frame that imports what the frame above asked for: it is not to blame */
export function isImportHook({ function: name, source = '' }: Frame): boolean {
  if (LOADER.test(name) || LOADS.test(source)) return true;
  // What a package imports by a name that it made itself is its own.
  const called = REPLACED.exec(source)?.[1];
  return called !== undefined && !called.endsWith('import_module');
}
