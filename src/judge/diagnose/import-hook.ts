import type { Frame } from '../../model/observation.ts';

/** The protocol of `importlib.abc`, which loaders of others (PyInstaller, pytest, tracers) implement. */
const LOADER =
  /^(?:(?:\w+\.)*)?(?:exec_module|load_module|create_module|find_spec|find_module|_?sharedImport)$/;
/** QGIS, Shiboken, FreeCAD, tracers and debuggers put a function of theirs in place of `__import__`. */
const REPLACED =
  /\b(?:_*(?:builtin|original|orig|old|real|native|base|saved|prev)_?_*import\w*|_*import_?_*(?:orig\w*|old|builtin)|__import__)\((?:name|module|fullname|\*args|\w*[nN]ame)\b/;

/** @returns true for a frame that imports what the frame above asked for: it is not to blame */
export function isImportHook({ function: name, source }: Frame): boolean {
  return LOADER.test(name) || (source !== undefined && REPLACED.test(source));
}
