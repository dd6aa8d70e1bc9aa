import type { Owner } from '../../model/measurement.ts';
import { NOTHING_SEEN } from '../../model/nothing-seen.ts';
import type { ExceptionRecord, NativeFrame, Observation } from '../../model/observation.ts';
import type { Outcome, Phase } from '../../model/outcome.ts';
import { baseName } from '../../packaging/base-name.ts';
import { providersOf } from '../../packaging/import-names.ts';
import type { Evidence } from '../diagnose/evidence.ts';

/** What a log tells of the environment, besides the failure: `Successfully installed …`. */
export type Installed = ReadonlyMap<string, string>;

/** Of several that provide a module the log may name one as installed. */
function guessed(installed: Installed, top: string): string {
  const all = providersOf(top);
  return all.find((one) => installed.has(one)) ?? all[0] ?? top;
}

const STDLIB =
  /[\\/](?:lib(?:32|64)?[\\/]python\d[\w.]*|Python\d+[\\/]Lib|lib[\\/]pypy[\w.]*)[\\/](?!(?:site|dist)-packages)/i;

const EGG = /[\\/]([A-Za-z]\w*(?:[._]\w+)*)-(\d[\w.]*)-py\d[\w.]*(?:-[\w.-]+)?\.egg[\\/](.+)$/;
/** Cython names a source as the build saw it: `pandas/_libs/interval.pyx`. */
const CYTHON_SOURCE =
  /^(?!(?:src|lib|python|build|tests?|cython|source|\.{1,2})\/)((?:[A-Za-z_]\w*\/)*[A-Za-z_]\w*)\/(\w+)\.(?:pyx|pxd)$/;
/** PyInstaller and zip archives leave only the path inside: `numpy\_core\__init__.py`. */
const FROZEN =
  /^(numpy|scipy|pandas|cv2|sklearn|matplotlib|torch|pyarrow|h5py|shapely|numba)\/[\w/]+\.pyc?$/;

/** Nuitka puts packages beside the program, in `app.dist` or in a folder of the process. */
const NUITKA = /(?:\.dist|[\\/]onefile_\d+_\d+)[\\/](([A-Za-z_]\w*)[\\/].+)$/;
/** Packages of Python's library that load modules for others. */
const LIBRARY = /^(?:importlib|ctypes|multiprocessing|concurrent|asyncio|runpy|pkgutil)$/;

/** Compiled modules of NumPy's, by names that nobody else has. */
const NUMPYS_IMAGE =
  /^(?:_multiarray_umath|_umath_linalg|_pocketfft_umath|_pocketfft_internal)\.[\w.-]*(?:so|pyd)$/;

const PIP_BUILD = /[\\/]pip-(?:install|wheel)-\w+[\\/]([A-Za-z][\w.-]*?)_[0-9a-f]{32}[\\/](.+)$/;

/** The top-level name of a path below site-packages; the distribution of a namespace is longer. */
function topOf(inside: string): string {
  return inside.split(/[\\/.]/)[0] ?? inside;
}

/** Guesses the owner of a file from its path alone; nothing for the standard library. */
function ownerByPath(installed: Installed): (path: string) => Owner | null {
  const distributionOf = (top: string) => guessed(installed, top);
  return (path) => {
    const owned = (
      distribution: string,
      version: string,
      file: string,
      module: string | null,
    ): Owner => ({
      distribution,
      version: installed.get(distribution) ?? version,
      module,
      file,
      role: 'dependency',
    });
    if (path.startsWith('module:')) {
      const module = path.slice('module:'.length);
      return owned(distributionOf(module.split('.')[0] ?? module), '', '', module);
    }
    if (path.startsWith('<') || STDLIB.test(path)) return null;
    const egg = EGG.exec(path);
    if (egg?.[1] && egg[2] && egg[3])
      return owned(distributionOf(egg[1]), egg[2], posix(egg[3]), moduleOf(egg[3]));
    // Chaquopy unpacks what an Android app needs there.
    const inside = /(?:(?:site|dist)-packages|AssetFinder[\\/]requirements)[\\/](.+)$/.exec(
      path,
    )?.[1];
    if (inside) return owned(distributionOf(topOf(inside)), '', posix(inside), moduleOf(inside));
    const cython = CYTHON_SOURCE.exec(posix(path));
    if (cython?.[1] && cython[2]) {
      const module = `${cython[1]}.${cython[2]}`.replaceAll('/', '.');
      return owned(distributionOf(cython[1].split('/')[0] ?? ''), '', '', module);
    }
    const frozen = FROZEN.exec(posix(path));
    if (frozen?.[1]) return owned(distributionOf(frozen[1]), '', posix(path), null);
    const [, beside, top] = NUITKA.exec(path) ?? [];
    if (beside && top) {
      return LIBRARY.test(top)
        ? null
        : owned(distributionOf(top), '', posix(beside), moduleOf(beside));
    }
    // pip unpacks what it builds into folders with a hash behind the name.
    const [, built, source] = PIP_BUILD.exec(path) ?? [];
    if (built && source) return owned(built, '', posix(source), null);
    const [, name, version, rest] =
      /[\\/]([A-Za-z][A-Za-z_.]*(?:-[A-Za-z_][\w.]*)*)-(\d[\w.]*)[\\/](.+)$/.exec(path) ?? [];
    if (name && version && rest && !/^(?:python|pypy|cpython|pip-\w+(?:-\w+)*)$/i.test(name)) {
      return owned(distributionOf(name), version, posix(rest), moduleOf(rest));
    }
    if (/[\\/]numpy[\\/]/.test(path)) return owned('numpy', '', path, null);
    if (NUMPYS_IMAGE.test(path)) return owned('numpy', '', path, null);
    // Debuggers name an image without its folder: the file of a module, by its tag.
    if (/^[\w.]+\.(?:cpython-\w+|cp\d+-\w+|abi3)[\w.-]*\.(?:so|pyd)$/.test(path))
      return owned('', '', path, moduleOf(path));
    return /[\\/]/.test(path) ? owned('', '', path, moduleOf(baseName(path))) : null;
  };
}

/** With slashes, and without the `..` that a loader's search leaves. */
function posix(path: string): string {
  let plain = path.replaceAll('\\', '/');
  for (let left = plain; ; plain = left) {
    left = plain.replace(/(^|\/)(?!\.\.\/)[^/]+\/\.\.\//, '$1');
    if (left === plain) return plain;
  }
}

function moduleOf(file: string): string | null {
  // A library that lies among its package's libraries (`torch/lib/libtorch_python.so`) is no module.
  if (/(?:^|[\\/])lib[\\/]lib[\w+-]*\.so$|\.libs[\\/]/.test(file)) return null;
  // Neither is another one that is named as libraries are, without the tag of a Python.
  if (/(?:^|[\\/])lib[\w+-]*\.so[\w.]*$/.test(file)) return null;
  const stem = /^(.+?)(?:\.(?:cpython|cp\d|abi3|pypy)[\w.-]*)?\.(?:so|pyd)$/.exec(file)?.[1];
  return stem ? stem.replace(/[\\/]/g, '.') : null;
}

/** Makes evidence of a piece of text, as a probe would have seen it. */
export function textEvidence(seen: {
  readonly outcome: Outcome;
  readonly phase: Phase;
  readonly chain: readonly ExceptionRecord[];
  /** A debugger's backtrace, innermost first. */
  readonly native?: readonly NativeFrame[];
  readonly stderr: string;
  readonly numpy: string | null;
  readonly installed: Installed;
}): Evidence {
  const observation: Observation = {
    ...NOTHING_SEEN,
    outcome: seen.outcome,
    phase: seen.phase,
    exceptions: seen.chain,
    nativeFrames: seen.native ?? [],
    stderr: seen.stderr,
    numpy: seen.numpy === null ? null : { version: seen.numpy, file: '' },
  };
  const hinted = new Set(
    seen.chain.flatMap((one) =>
      one.frames.flatMap((frame) =>
        frame.file === '<message>' ? frame.function.replace(/^init /, '') : [],
      ),
    ),
  );
  return {
    observation,
    combination: null,
    module: null,
    smoke: false,
    subjects: [],
    installed: seen.installed,
    ownerOf: ownerByPath(seen.installed),
    factsOf: () => null,
    // A name that only a message tells may be the last part of a longer one.
    filesFor: (name) => (hinted.has(name) ? [] : [`module:${name}`]),
    siblings: [],
  };
}
