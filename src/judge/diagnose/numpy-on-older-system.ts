import { baseName } from '../../packaging/base-name.ts';
import type { NumpyCause } from './numpy-cause.ts';
import { condaLibrary, hostLibrary, ofOtherHost } from './runtime-library.ts';

// glibc elf/dl-version.c
const VERSION =
  /(\S+): version [`'"]((?:GLIBC|GLIBCXX|CXXABI|GCC)_[\w.]+)' not found \(required by ([^)]+)\)/;

/**
 * NumPy, or a library of its own, asks for a newer C or C++ library than the one that was found.
 *
 * @param original what NumPy's import ended with
 */
export function numpyOnOlderSystem(original: string): NumpyCause | undefined {
  const [, library = '', version = '', asker = ''] = VERSION.exec(original) ?? [];
  if (library === '') return undefined;
  const name = baseName(library);
  const what = `\`${baseName(asker)}\` needs \`${version}\` of \`${name}\``;
  const conda = condaLibrary(library);
  const host = conda ? undefined : hostLibrary(library);
  const found = conda ? 'conda’s own' : host ? `that of ${host}` : undefined;
  if (found) {
    return {
      cause: name,
      title: `NumPy itself cannot be imported: it needs a newer \`${name}\` than ${host ?? 'this conda environment'} ${host ? 'brings along' : 'has'}`,
      why: `${what}; the one that was found is ${found} (${library}), which is older. It is not the system’s.`,
      fix: conda ?? ofOtherHost(host ?? ''),
    };
  }
  return {
    cause: name,
    title: 'NumPy itself cannot be imported: it was built on a newer system than this one',
    why: `${what}, and ${library} is older.`,
    fix: `Install a wheel of NumPy that is for this system (\`pip install --force-reinstall --only-binary=:all: numpy\`; an older release where there is none), or use a newer system image. Where NumPy was built here by a compiler of its own, start Python with that compiler’s \`${name}\` in front (\`LD_LIBRARY_PATH\`). Installing the same build again does not help.`,
  };
}
