import type { Culprit, Fault } from '../../model/finding.ts';
import type { Owner } from '../../model/measurement.ts';
import type { ExceptionRecord, Frame } from '../../model/observation.ts';
import type { Evidence } from './evidence.ts';
import type { FailedLoad } from './failure-events.ts';
import { isImportHook } from './import-hook.ts';
import { moduleInMessage } from './named-module.ts';
import { numpysOwnFrame } from './numpys-own-import.ts';

const EXTENSION = /\.(?:so|pyd|dylib)$/i;
// glibc: "(required by <file>)"; musl: "(needed by <file>)", "Error relocating <file>: "; dyld: "dlopen(<file>, 0x0002)"; bionic: "referenced by "<file>"...".
const NAMED_FILE = [
  /\((?:required|needed) by ([^()]+?\.(?:so|pyd|dylib)[^()]*)\)/,
  /^Error relocating (.+?\.so[^:]*):/,
  /^dlopen\((.+?), \w+\)/,
  /^dlopen failed: .*?(?:referenced|needed) by "?([^"\s]+?\.so)\b/,
  /dlopen failed: "([^"]+\.so[^"]*)" (?:has|is) /,
  /^((?:\/|[A-Za-z]:[\\/]|\.\.?\/|[\w.-]+\/)[^:*?"<>|]*\.(?:so|pyd|dylib)): /,
];
// Cython/Utility: the frame of a module's init function is named "init <module>".
const INIT_FRAME = /^init ([\w.]+)$/;

export const NOBODY: Culprit = { distribution: null, version: null, module: null, file: null };

function fromOwner(owner: Owner, module: string | null): Culprit {
  return {
    distribution: owner.distribution === '' ? null : owner.distribution,
    version: owner.version === '' ? null : owner.version,
    module: owner.module ?? module,
    file: owner.file === '' ? null : owner.file,
  };
}

/** @returns the culprit that a file of the environment makes; the bare path when nobody owns it */
export function culpritOfFile(evidence: Evidence, file: string, module: string | null): Culprit {
  const owner = evidence.ownerOf(file);
  return owner ? fromOwner(owner, module) : { ...NOBODY, module, file };
}

function ofModule(evidence: Evidence, module: string): Culprit {
  const file = evidence.filesFor(module)[0];
  return file ? { ...culpritOfFile(evidence, file, module), module } : { ...NOBODY, module };
}

function isNumpy(frame: Frame, owner: Owner | null): boolean {
  return owner ? owner.distribution === 'numpy' : /[\\/]numpy[\\/]/.test(frame.file);
}

/**
 * @returns the last frame that belongs to a distribution other than NumPy (a removed attribute is
 * raised inside NumPy, but asked for by the frame above)
 */
export function blamedFrame(evidence: Evidence, frames: readonly Frame[]): Frame | undefined {
  return frames.findLast((frame, at) => {
    const owner = evidence.ownerOf(frame.file);
    if (isNumpy(frame, owner) || isImportHook(frames, at)) return false;
    return owner !== null || INIT_FRAME.test(frame.function);
  });
}

/**
 * @param told the module that the exception's message names, which may be its last part only
 * @returns the culprit that a Python frame points at: what it imports, else its own file
 */
export function culpritOfFrame(
  evidence: Evidence,
  frame: Frame,
  told: string | null = null,
): Culprit {
  const init = INIT_FRAME.exec(frame.function)?.[1];
  if (init) {
    const found = ofModule(evidence, init);
    if (found.distribution !== null) return found;
    const owner = evidence.ownerOf(frame.file);
    return owner ? { ...fromOwner(owner, init), module: init, file: null } : found;
  }
  const culprit = culpritOfFile(evidence, frame.file, null);
  const imported =
    frame.source === undefined ? null : importedModule(frame.file, frame.source, told);
  if (imported === null) return culprit;
  // NumPy is what is missing or broken, not who asks for it.
  if (imported.split('.')[0] === 'numpy' && culprit.distribution !== 'numpy') {
    return culpritOfAsker(evidence, frame);
  }
  // Another package's module, which one file loads: it is that package's.
  const top = packageFolders(frame.file)[0];
  // So is what a script loads that belongs to nobody.
  const other =
    culprit.distribution === null || (top !== undefined && imported.split('.')[0] !== top);
  if (other) {
    const found = ofModule(evidence, imported);
    if (found.distribution !== null) return { ...found, module: imported, file: null };
  }
  return { ...culprit, module: imported, file: null };
}

/** NumPy failed in its own import, at the module that the frame's line asks for. */
function culpritOfNumpy(evidence: Evidence, frame: Frame): Culprit {
  const known = evidence.ownerOf(frame.file)?.distribution === 'numpy';
  const culprit = known ? culpritOfFrame(evidence, frame) : NOBODY;
  return { ...culprit, distribution: 'numpy', file: null };
}

/** Asks another package for a name that it does not have: that package was loaded. */
function asksOthers(evidence: Evidence, frame: Frame, message: string): boolean {
  const from = /^cannot import name '\w+' from '(\w+)[\w.]*' \(/.exec(message)?.[1];
  const own = evidence.ownerOf(frame.file);
  if (from === undefined || from === 'numpy' || own === null) return false;
  const asked = evidence.ownerOf(`module:${from}`)?.distribution;
  return own.distribution !== asked && packageFolders(frame.file)[0] !== from;
}

/** Whoever asks for a module that is missing is the culprit, not the module. */
function culpritOfAsker(evidence: Evidence, frame: Frame): Culprit {
  const culprit = culpritOfFile(evidence, frame.file, null);
  const [, stem] = /^(.+?)(?:\/__init__)?\.py$/.exec(culprit.file ?? '') ?? [];
  const inPackage = culprit.distribution !== null && stem && !/^[\w/]*-|^[/.]|:/.test(stem);
  return inPackage ? { ...culprit, module: stem.replaceAll('/', '.'), file: null } : culprit;
}

/**
 * C code has no frame of its own: the line that imports it names the module.
 * @example importedModule('/x/site-packages/scipy/sparse/_csr.py', 'from ._sparsetools import (') // 'scipy.sparse._sparsetools'
 */
function importedModule(file: string, source: string, told: string | null): string | null {
  const [, from, name] =
    /^\s*from (\.*[\w.]*) import \(?\s*(\w+|\*)?/.exec(source) ??
    /^\s*import ()([\w.]+)/.exec(source) ??
    /\b(?:import_module|__import__)\(()['"]([A-Za-z_][\w.]*)['"]\)/.exec(source) ??
    [];
  if (from === undefined) return null;
  if (from === '') return name ?? null;
  const dots = /^\.*/.exec(from)?.[0].length ?? 0;
  const rest = from.slice(dots);
  // `from pkg.ufunc import _internal`: a private name of a public package is a module of it.
  const last = rest.split('.').at(-1) ?? '';
  const isModule = name === told || (/^_[a-z]/.test(name ?? '') && !last.startsWith('_'));
  if (dots === 0) return isModule && name ? `${rest}.${name}` : rest;
  const folders = packageFolders(file);
  const base = folders.slice(0, folders.length - dots + 1);
  const leaf = rest === '' && name !== '*' ? name : rest;
  return base.length > 0 && leaf ? [...base, leaf].join('.') : null;
}

/** The package that a file of an installation lies in, outermost first; empty when not known. */
function packageFolders(file: string): readonly string[] {
  const inside =
    /(?:site-packages|dist-packages|\/[A-Za-z][\w.]*(?:-\w+)*-\d[\w.]*)[\\/](.+)$/.exec(file)?.[1];
  return inside ? inside.split(/[\\/]/).slice(0, -1) : [];
}

function namedFile(chain: readonly ExceptionRecord[]): string | undefined {
  for (const exception of chain.toReversed()) {
    for (const pattern of NAMED_FILE) {
      const file = pattern.exec(exception.message)?.[1];
      if (file) return file;
    }
    if (exception.path && EXTENSION.test(exception.path)) return exception.path;
  }
  return undefined;
}

/**
 * Names who could not be initialised. Exact from the loader hooks, else from the file that the
 * loader's message or `ImportError.path` names, else from Cython's `init` frames, else from the
 * last Python frame.
 */
export function findCulprit(
  evidence: Evidence,
  load: FailedLoad | undefined,
  chain: readonly ExceptionRecord[],
): Culprit {
  if (load) return culpritOfFile(evidence, load.file, load.module);
  const file = namedFile(chain);
  if (file) return culpritOfFile(evidence, file, null);
  // Innermost first: the cause's frames are nearer to the culprit, but may be C code without any.
  for (const exception of chain.toReversed()) {
    const numpys = numpysOwnFrame(exception);
    if (numpys) return culpritOfNumpy(evidence, numpys);
    const init = exception.frames.findLast((frame) => INIT_FRAME.test(frame.function));
    const blamed = init ?? blamedFrame(evidence, exception.frames);
    if (!blamed) continue;
    const frame = blamedFrame(evidence, exception.frames) ?? blamed;
    const asks =
      /^No module named '(?!numpy\b)/.test(exception.message) ||
      asksOthers(evidence, frame, exception.message);
    if (asks && !INIT_FRAME.test(frame.function)) return culpritOfAsker(evidence, frame);
    return culpritOfFrame(evidence, frame, moduleInMessage(exception.message));
  }
  const imported = importedByNobody(evidence, chain);
  return imported === null ? NOBODY : ofModule(evidence, imported);
}

/** A script's own `import x` that fails without any frame within: `x` is compiled. */
function importedByNobody(evidence: Evidence, chain: readonly ExceptionRecord[]): string | null {
  for (const { frames, message } of chain.toReversed()) {
    const frame = frames.findLast(
      (one, at) => !isNumpy(one, evidence.ownerOf(one.file)) && !isImportHook(frames, at),
    );
    if (frame?.source === undefined || /^(?:No module named|cannot import)/.test(message)) continue;
    const name = importedModule(frame.file, frame.source, moduleInMessage(message));
    if (name !== null && name.split('.')[0] !== 'numpy') return name;
  }
  return null;
}

/** @returns whose field the culprit lies in */
export function faultOf(evidence: Evidence, culprit: Culprit): Fault {
  const { distribution } = culprit;
  if (distribution === null) {
    return evidence.smoke && culprit.file === null ? 'own' : 'unknown';
  }
  // Who pastes a log builds one of the packages in it, as a rule, but not NumPy.
  if (evidence.subjects.length === 0) return distribution === 'numpy' ? 'dependency' : 'unknown';
  return !evidence.foreign && evidence.subjects.includes(distribution) ? 'own' : 'dependency';
}
