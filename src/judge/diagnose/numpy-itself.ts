import { baseName } from '../../packaging/base-name.ts';
import { compareMinors } from '../../packaging/numpy-releases.ts';
import { forMusl, isGlibcOnMusl } from './foreign-libc.ts';
import { explainFrozen, freezerIn } from './frozen-program.ts';
import type { NumpyCause } from './numpy-cause.ts';
import { EVERY_PYTHON, forEmbedded } from './python-names.ts';
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

/**
 * @param original what NumPy's advice gives as its original error; empty when it gives none
 * @returns what the text tells beyond NumPy's own advice, which is to install it again
 */
export function explainNumpyItself(symptoms: Symptoms, original: string): NumpyCause | undefined {
  const text = [symptoms.stderr, ...symptoms.texts].join('\n');
  const files = symptoms.chain.flatMap((one) => one.frames.map((frame) => frame.file)).join('\n');
  const windows = /DLL load failed|\[WinError \d+\]/.test(original);
  if (NOT_ACTIVATED.test(text)) {
    return {
      cause: 'not-activated',
      title: 'NumPy itself cannot be imported: its conda environment is not activated',
      why: 'The interpreter was started without activating its conda environment, so the folders with the libraries that NumPy needs (MKL or OpenBLAS) are not on the path.',
      fix: 'Activate the environment (`conda activate NAME`), or start the program with `conda run -n NAME python …`; in an editor or a service, choose the environment there. Installing NumPy again does not help.',
    };
  }
  const freezer = freezerIn(`${text}\n${original}\n${files}\n${functionsOf(symptoms)}`);
  if (freezer) return explainFrozen(freezer, original, symptoms.numpy);
  if (isZipped(symptoms)) {
    return {
      cause: 'zip',
      title: 'NumPy itself cannot be imported: it lies in a zip file',
      why: 'NumPy is imported out of a zip file, and Python loads no compiled module from one.',
      fix: 'Install NumPy on each machine that imports it (Spark: on every worker, or in an environment that `--archives` unpacks, made by `venv-pack` or `conda-pack`), instead of handing it over as `--py-files`. Installing it again into the zip does not help.',
    };
  }
  const [, stdlib, hiding] =
    /cannot import name '\w+' from '(?:partially initialized module ')?(?!numpy\b)(\w+)'[^\n]*\(([^()\n]+\.pyc?)\)/.exec(
      original,
    ) ?? [];
  if (stdlib && hiding && !/[\\/](?:lib[\\/]python|Lib[\\/])/i.test(hiding)) {
    return {
      cause: 'shadowed',
      title: `NumPy itself cannot be imported: \`${hiding}\` stands in place of Python’s \`${stdlib}\``,
      why: `NumPy imports \`${stdlib}\` of Python’s standard library, and finds a file of that name before it.`,
      fix: `Rename \`${hiding}\`, or start the program in another folder. Installing NumPy again does not help.`,
    };
  }
  if (MIXED.test(original)) {
    return {
      cause: 'mixed',
      title: 'NumPy itself cannot be imported: files of two releases are mixed',
      why: 'A file of NumPy asks another one for something that it does not have: two releases lie in one folder, or NumPy was exchanged while a program (a notebook’s kernel) had it loaded.',
      fix: 'Restart the program or the kernel first. If it still fails: `pip uninstall numpy` until none is left, delete the folder `numpy` that remains in site-packages, and install NumPy again.',
    };
  }
  if (
    OTHER_MACHINE.test(original) ||
    (windows && (/\[WinError 193\]/.test(original) || isWindowsText(original, 'bad-image')))
  ) {
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
  if (isGlibcOnMusl(original)) {
    return {
      cause: 'musl',
      title: 'NumPy itself cannot be imported: it was built for glibc, and this system has musl',
      why: 'The wheel is for Linux with glibc (`manylinux`); Alpine’s C library is musl.',
      fix: forMusl('NumPy'),
    };
  }
  const damaged = NO_NAME.exec(original);
  if (damaged) {
    return {
      cause: 'damaged',
      title: 'NumPy itself cannot be imported: a file of its installation is damaged',
      why: damaged[1]
        ? `The loader read \`${damaged[1]}\` where the name of a library stands: the file was changed, or not written whole.`
        : 'The file is not written whole, or is a pointer to one (Git LFS).',
      fix: 'Install NumPy anew (`pip install --force-reinstall --no-cache-dir numpy`; of a container, pull the image again). Where it comes back, check the disk or SD card, and whatever changes the files of wheels (`patchelf`, `strip`).',
    };
  }
  const found = LIBRARY.exec(original);
  const library = found?.slice(1).find((one) => one !== undefined);
  if (library) {
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
  const symbol = /undefined symbol: ([\w$]+)|Symbol not found: \(?([\w$]+)/
    .exec(original)
    ?.slice(1);
  const missing = symbol?.find((one) => one !== undefined);
  if (missing) return withoutSymbol(missing, CONDA_PATH.test(`${original}\n${files}`));
  if (/code signature|library load disallowed|Library Validation/.test(text)) {
    return {
      cause: 'signature',
      title: 'NumPy itself cannot be imported: macOS refuses its code signature',
      why: 'The program that runs Python accepts only libraries that Apple or its own team signed, or the files of NumPy are not signed, or in quarantine.',
      fix: 'In an application with a Python of its own (Blender, Thonny, a frozen program): use its own NumPy or its own way to install one, or add the entitlement `com.apple.security.cs.disable-library-validation` when it is yours. Else sign the files anew (`codesign --force --sign - FILE`), or take the quarantine away (`xattr -dr com.apple.quarantine FOLDER`).',
    };
  }
  if (windows && CONDA_PATH.test(`${text}\n${files}`)) {
    return {
      cause: 'dll',
      title: 'NumPy itself cannot be imported: a DLL that it needs is not found',
      why: 'This NumPy lies in a conda installation; its DLLs (MKL or OpenBLAS) are found only while the environment is activated, and an old copy on the path comes first else.',
      fix: 'Activate the conda environment first (`conda activate NAME`). If it was, do not mix pip and conda for NumPy: `pip uninstall numpy`, then `conda install --force-reinstall numpy`.',
    };
  }
  if (windows) {
    const procedure = isWindowsText(original, 'no-procedure');
    return {
      cause: procedure ? 'procedure' : 'dll',
      title: `NumPy itself cannot be imported: a DLL that it needs ${procedure ? 'is another version' : 'is not found'}`,
      why: 'Windows does not say which DLL: the Visual C++ runtime, or the OpenBLAS that lies in `numpy.libs`.',
      fix: 'Install the current Visual C++ redistributable, then NumPy anew in an empty environment (`pip install --force-reinstall --no-cache-dir numpy`).',
    };
  }
  return undefined;
}

/** Nuitka names the module in its frames. */
function functionsOf({ chain }: Symptoms): string {
  return chain.flatMap((one) => one.frames.map((frame) => frame.function)).join('\n');
}

export function isZipped({ chain }: Symptoms): boolean {
  return chain.some((one) => one.frames.some(({ file }) => /\.zip[\\/]numpy[\\/]/.test(file)));
}

/** A symbol that nobody defines: NumPy is there, for another Python, another macOS or another BLAS. */
function withoutSymbol(symbol: string, conda: boolean): NumpyCause {
  if (EVERY_PYTHON.test(symbol)) {
    return {
      cause: 'embedded',
      title: 'NumPy itself cannot be imported: the names of Python’s library are not visible to it',
      why: `Its file asks for \`${symbol}\`, which every Python has: the program that embeds Python loaded \`libpython\` for itself alone.`,
      fix: forEmbedded,
    };
  }
  if (/^_*Py/.test(symbol)) {
    return {
      cause: 'python',
      title: 'NumPy itself cannot be imported: it was built for another Python',
      why: `Its file asks for \`${symbol}\`, which this Python does not have: it is that of another Python.`,
      fix: 'Install NumPy with this very Python (`python -m pip install --force-reinstall numpy`), and remove folders of another Python (add-ons that bring NumPy along, `PYTHONPATH`) from the path.',
    };
  }
  if (symbol.endsWith('$NEWLAPACK')) {
    return {
      cause: 'macos',
      title: 'NumPy itself cannot be imported: it was built for a newer macOS',
      why: 'It uses the Accelerate of macOS 13.3 and later, which this macOS does not have.',
      fix: 'Update macOS to 13.3 or later; or install a NumPy for this one, which brings OpenBLAS along (`python -m pip install --force-reinstall --only-binary=:all: numpy`). In a program that brings NumPy along (Blender), take a release of it that is for this macOS.',
    };
  }
  return {
    cause: symbol,
    title: `NumPy itself cannot be imported: \`${symbol}\` is not defined`,
    why: /blas|lapack/i.test(symbol)
      ? 'The loader found another BLAS library than the one that this NumPy was built with.'
      : 'The loader found another release of a library than the one that this NumPy was built with.',
    fix: `Look for an old copy of the library in \`LD_LIBRARY_PATH\` (a module system, MKL, a program that starts Python), and start without it; else install NumPy anew together with its libraries (${conda ? '`conda install --force-reinstall numpy libblas libcblas`, with all packages from one channel' : '`pip install --force-reinstall --no-cache-dir numpy`, whose wheels bundle theirs'}).`,
  };
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
