import { baseName } from '../../packaging/base-name.ts';
import { compareMinors } from '../../packaging/numpy-releases.ts';
import { forMusl, isGlibcOnMusl } from './foreign-libc.ts';
import { explainFrozen, freezerIn } from './frozen-program.ts';
import type { NumpyCause } from './numpy-cause.ts';
import { numpyOnOlderSystem } from './numpy-on-older-system.ts';
import { numpyWithoutSymbol } from './numpy-without-symbol.ts';
import type { Symptoms } from './symptoms.ts';
import { CONDA_PATH } from './told-environment.ts';
import { isWindowsText } from './windows-texts.ts';

const NOT_ACTIVATED =
  /This Python interpreter is in a conda environment, but the environment has|CondaError: Run 'conda init'/;
const LIBRARY =
  /(\S+?\.(?:so|dylib|dll)[\w.]*): cannot open shared object file|Library not loaded: '?(\S+?\.dylib)|Error loading shared library (\S+?\.so[\w.]*):/;
/** musl's loader, of a name that is none of a library. */
const NO_NAME = /Error loading shared library (?!\S+\.so)(\S+?):|invalid ELF header|file too short/;

/** Files of two releases of NumPy: one does not have what the other asks it for. */
export const MIXED =
  /module 'numpy\._?\w+(?:\.\w+)*' has no attribute '|cannot import name '?\w+'? from '(?:partially initialized module ')?numpy\.(?:_|core|lib)|numpy\.\w+ (?:size changed, may indicate|has the wrong size)/;
const OTHER_MACHINE = /incompatible architecture|mach-o, but wrong architecture|wrong ELF class/;

/** What is read of NumPy's failed import, once for all causes. */
interface Read {
  readonly symptoms: Symptoms;
  /** What NumPy's advice gives as its original error; empty when it gives none. */
  readonly original: string;
  /** All that was printed and raised. */
  readonly text: string;
  /** Files of the traceback, a line each. */
  readonly files: string;
  /** A DLL could not be loaded. */
  readonly windows: boolean;
}

/** In this order: the first that applies is told. */
const CAUSES: readonly ((read: Read) => NumpyCause | undefined)[] = [
  notActivated,
  frozen,
  zipped,
  shadowed,
  mixed,
  otherMachine,
  musl,
  ({ original }) => numpyOnOlderSystem(original),
  damaged,
  missingLibrary,
  missingSymbol,
  unsigned,
  condaDll,
  windowsDll,
];

/**
 * @param original what NumPy's advice gives as its original error; empty when it gives none
 * @returns what the text tells beyond NumPy's own advice, which is to install it again
 */
export function explainNumpyItself(symptoms: Symptoms, original: string): NumpyCause | undefined {
  const text = [symptoms.stderr, ...symptoms.texts].join('\n');
  const files = symptoms.chain.flatMap((one) => one.frames.map((frame) => frame.file)).join('\n');
  const windows = /DLL load failed|\[WinError \d+\]/.test(original);
  const read: Read = { symptoms, original, text, files, windows };
  for (const cause of CAUSES) {
    const found = cause(read);
    if (found) return found;
  }
  return undefined;
}

function notActivated({ text }: Read): NumpyCause | undefined {
  if (!NOT_ACTIVATED.test(text)) return undefined;
  return {
    cause: 'not-activated',
    title: 'NumPy itself cannot be imported: its conda environment is not activated',
    why: 'The interpreter was started without activating its conda environment, so the folders with the libraries that NumPy needs (MKL or OpenBLAS) are not on the path.',
    fix: 'Activate the environment (`conda activate NAME`), or start the program with `conda run -n NAME python …`; in an editor or a service, choose the environment there. Installing NumPy again does not help.',
  };
}

function frozen({ symptoms, original, text, files }: Read): NumpyCause | undefined {
  const freezer = freezerIn(`${text}\n${original}\n${files}\n${functionsOf(symptoms)}`);
  return freezer ? explainFrozen(freezer, original, symptoms.numpy) : undefined;
}

function zipped({ symptoms }: Read): NumpyCause | undefined {
  if (!isZipped(symptoms)) return undefined;
  return {
    cause: 'zip',
    title: 'NumPy itself cannot be imported: it lies in a zip file',
    why: 'NumPy is imported out of a zip file, and Python loads no compiled module from one.',
    fix: 'Install NumPy on each machine that imports it (Spark: on every worker, or in an environment that `--archives` unpacks, made by `venv-pack` or `conda-pack`), instead of handing it over as `--py-files`. Installing it again into the zip does not help.',
  };
}

function shadowed({ original }: Read): NumpyCause | undefined {
  const [, stdlib, hiding] =
    /cannot import name '\w+' from '(?:partially initialized module ')?(?!numpy\b)(\w+)'[^\n]*\(([^()\n]+\.pyc?)\)/.exec(
      original,
    ) ?? [];
  if (!stdlib || !hiding || /[\\/](?:lib[\\/]python|Lib[\\/])/i.test(hiding)) return undefined;
  return {
    cause: 'shadowed',
    title: `NumPy itself cannot be imported: \`${hiding}\` stands in place of Python’s \`${stdlib}\``,
    why: `NumPy imports \`${stdlib}\` of Python’s standard library, and finds a file of that name before it.`,
    fix: `Rename \`${hiding}\`, or start the program in another folder. Installing NumPy again does not help.`,
  };
}

function mixed({ original }: Read): NumpyCause | undefined {
  if (!MIXED.test(original)) return undefined;
  return {
    cause: 'mixed',
    title: 'NumPy itself cannot be imported: files of two releases are mixed',
    why: 'A file of NumPy asks another one for something that it does not have: two releases lie in one folder, or NumPy was exchanged while a program (a notebook’s kernel) had it loaded.',
    fix: 'Restart the program or the kernel first. If it still fails: `pip uninstall numpy` until none is left, delete the folder `numpy` that remains in site-packages, and install NumPy again.',
  };
}

function otherMachine({ original, windows }: Read): NumpyCause | undefined {
  const isBadImage =
    windows && (/\[WinError 193\]/.test(original) || isWindowsText(original, 'bad-image'));
  if (!isBadImage && !OTHER_MACHINE.test(original)) return undefined;
  const [, have, need] = /have '([^']+)', need '([^']+)'/.exec(original) ?? [];
  return {
    cause: 'machine',
    title: 'NumPy itself cannot be imported: it was built for another processor architecture',
    why: have
      ? `The file is for ${have}, and this Python runs as ${need}.`
      : 'Python and NumPy are not both for 32 or both for 64 bits, or not for the same processor.',
    fix: `Install NumPy anew with this very Python (\`python -m pip install --no-cache-dir --force-reinstall numpy\`)${have ? `, or start a Python for ${have}: \`python -c "import platform; print(platform.machine())"\` says which one runs; on Apple silicon a terminal or an editor under Rosetta starts it as x86_64` : '; remove folders of another Python from `PYTHONPATH`'}.`,
  };
}

function musl({ original }: Read): NumpyCause | undefined {
  if (!isGlibcOnMusl(original)) return undefined;
  return {
    cause: 'musl',
    title: 'NumPy itself cannot be imported: it was built for glibc, and this system has musl',
    why: 'The wheel is for Linux with glibc (`manylinux`); Alpine’s C library is musl.',
    fix: forMusl('NumPy'),
  };
}

function damaged({ original }: Read): NumpyCause | undefined {
  const found = NO_NAME.exec(original);
  if (!found) return undefined;
  return {
    cause: 'damaged',
    title: 'NumPy itself cannot be imported: a file of its installation is damaged',
    why: found[1]
      ? `The loader read \`${found[1]}\` where the name of a library stands: the file was changed, or not written whole.`
      : 'The file is not written whole, or is a pointer to one (Git LFS).',
    fix: 'Install NumPy anew (`pip install --force-reinstall --no-cache-dir numpy`; of a container, pull the image again). Where it comes back, check the disk or SD card, and whatever changes the files of wheels (`patchelf`, `strip`).',
  };
}

function missingLibrary({ original, text, files }: Read): NumpyCause | undefined {
  const found = LIBRARY.exec(original);
  const library = found?.slice(1).find((one) => one !== undefined);
  if (!library) return undefined;
  const name = baseName(library);
  const store = /\/(gnu|nix)\/store\//.exec(`${text}\n${files}`)?.[1];
  if (store || /^lib(?:stdc\+\+|gcc_s|z)\.so/.test(name)) {
    return {
      cause: name,
      title: `NumPy itself cannot be imported: it needs \`${name}\`, which is not found`,
      why: store
        ? `The loader does not find \`${name}\`: this NumPy of the store is used outside the profile that it belongs to.`
        : `NumPy’s wheels take \`${name}\` from the system, which does not have it, or not where the loader looks (NixOS and Guix keep it elsewhere).`,
      fix:
        store === 'gnu'
          ? 'Start Python in a profile with all of it (`guix shell python python-numpy`), and without `LD_LIBRARY_PATH` and `PYTHONPATH` of another one.'
          : `On NixOS take NumPy from nixpkgs (\`python3.withPackages (p: [ p.numpy ])\`), or let \`nix-ld\` or \`LD_LIBRARY_PATH\` give wheels \`stdenv.cc.cc.lib\` and \`zlib\`; in a small image install the package that holds it (\`apt install libstdc++6 zlib1g\`). Installing NumPy again does not help.`,
    };
  }
  return {
    cause: name,
    title: `NumPy itself cannot be imported: it needs \`${name}\`, which is not found`,
    why: `This NumPy does not bring \`${name}\` along (as builds for piwheels, Debian and conda do not), and the loader finds it nowhere.`,
    fix: `Install the system package that holds \`${name}\`${blasPackage(name)}, or a wheel of NumPy that bundles its libraries. Installing the same NumPy again does not help.`,
  };
}

function missingSymbol({ original, files }: Read): NumpyCause | undefined {
  // macOS puts an underscore before each name.
  const symbol =
    /undefined symbol: ([\w$]+)|(?:Symbol not found: \(?|symbol not found in flat namespace '?\(?)(?:_(?=_?Py|c?blas|lapack))?([\w$]+)/
      .exec(original)
      ?.slice(1);
  const missing = symbol?.find((one) => one !== undefined);
  if (!missing) return undefined;
  return numpyWithoutSymbol(missing, CONDA_PATH.test(`${original}\n${files}`));
}

function unsigned({ text }: Read): NumpyCause | undefined {
  if (!/code signature|library load disallowed|Library Validation/.test(text)) return undefined;
  return {
    cause: 'signature',
    title: 'NumPy itself cannot be imported: macOS refuses its code signature',
    why: 'The program that runs Python accepts only libraries that Apple or its own team signed, or the files of NumPy are not signed, or in quarantine.',
    fix: 'In an application with a Python of its own (Blender, Thonny, a frozen program): use its own NumPy or its own way to install one, or add the entitlement `com.apple.security.cs.disable-library-validation` when it is yours. Else sign the files anew (`codesign --force --sign - FILE`), or take the quarantine away (`xattr -dr com.apple.quarantine FOLDER`).',
  };
}

function condaDll({ text, files, windows }: Read): NumpyCause | undefined {
  if (!windows || !CONDA_PATH.test(`${text}\n${files}`)) return undefined;
  return {
    cause: 'dll',
    title: 'NumPy itself cannot be imported: a DLL that it needs is not found',
    why: 'This NumPy lies in a conda installation; its DLLs (MKL or OpenBLAS) are found only while the environment is activated, and an old copy on the path comes first else.',
    fix: 'Activate the conda environment first (`conda activate NAME`). If it was, do not mix pip and conda for NumPy: `pip uninstall numpy`, then `conda install --force-reinstall numpy`.',
  };
}

function windowsDll({ original, windows }: Read): NumpyCause | undefined {
  if (!windows) return undefined;
  const procedure = isWindowsText(original, 'no-procedure');
  return {
    cause: procedure ? 'procedure' : 'dll',
    title: `NumPy itself cannot be imported: a DLL that it needs ${procedure ? 'is another version' : 'is not found'}`,
    why: 'Windows does not say which DLL: the Visual C++ runtime, or the OpenBLAS that lies in `numpy.libs`.',
    fix: 'Install the current Visual C++ redistributable, then NumPy anew in an empty environment (`pip install --force-reinstall --no-cache-dir numpy`).',
  };
}

/** Nuitka names the module in its frames. */
function functionsOf({ chain }: Symptoms): string {
  return chain.flatMap((one) => one.frames.map((frame) => frame.function)).join('\n');
}

/** Whether the traceback leads into a NumPy in a zip file. */
export function isZipped({ chain }: Symptoms): boolean {
  return chain.some((one) => one.frames.some(({ file }) => /\.zip[\\/]numpy[\\/]/.test(file)));
}

function blasPackage(library: string): string {
  if (library.endsWith('.dylib')) return '';
  if (library.startsWith('libopenblas')) return ' (`apt install libopenblas0`)';
  if (library.startsWith('libgfortran')) return ' (`apt install libgfortran5`)';
  if (library.startsWith('libcblas') || library.startsWith('libatlas'))
    return ' (`apt install libatlas3-base`)';
  return '';
}

/** @returns the module of NumPy that could not be loaded, as this release names it */
export function coreModule(numpy: string | null, text: string): string | null {
  const named = /numpy\._?core\._multiarray_umath/.exec(text)?.[0];
  if (named) return named;
  if (numpy === null) return null;
  return compareMinors(numpy, '2.0') >= 0
    ? 'numpy._core._multiarray_umath'
    : 'numpy.core._multiarray_umath';
}
