import { WHERE } from '../../../model/look.ts';
import { refusedFiles, type Tried } from '../dyld-text.ts';
import { platformOf } from '../platform-of.ts';
import { describeBinary, nameOf, type Rule, sentences } from '../rule.ts';
import { suspectDlls } from '../suspect-dlls.ts';
import { type Hit, type Symptoms, search } from '../symptoms.ts';
import { adviceFor, base, loader, windows } from './loader-text.ts';

const LD = 'https://man7.org/linux/man-pages/man8/ld.so.8.html';
const MANYLINUX = 'https://github.com/pypa/auditwheel';
const DELVEWHEEL = 'https://github.com/adang1345/delvewheel';

/** conda brings its own C++ runtime, in the `lib` folder of each environment. */
function condaLibrary(library: string): string | undefined {
  const conda =
    /[\\/](?:[\w.-]*(?:conda|mamba|miniforge|mambaforge)[\w.-]*)[\\/]|[\\/]envs[\\/]/i.test(
      library,
    ) && /libstdc\+\+|libgcc_s/.test(library);
  return conda
    ? 'Upgrade conda’s C++ runtime: `conda install -c conda-forge libstdcxx-ng` (with `libgcc-ng`). A newer system does not help: the environment’s own copy is found first.'
    : undefined;
}

export const ldLibcVersion: Rule = {
  id: 'ld-libc-version',
  where: WHERE.definition,
  name: 'Built on a newer system than it runs on',
  category: 'loader',
  severity: 'error',
  means:
    'The module asks for a version of the C or C++ library (GLIBC, GLIBCXX, CXXABI; on macOS libSystem) that this system does not have: it was built on a newer one.',
  remedy: 'Build in a manylinux image (cibuildwheel), or on the oldest system to be supported.',
  links: ['https://peps.python.org/pep-0600/', MANYLINUX],
  match(symptoms) {
    // glibc elf/dl-version.c
    const hit =
      search(
        symptoms,
        /(\S+): version [`'"]((?:GLIBC|GLIBCXX|CXXABI|GCC)_[\w.]+)' not found \(required by ([^)]+)\)/,
      ) ??
      search(
        symptoms,
        /Symbol not found: \(?(\S+?)\)?\s[\s\S]*?Expected in:\s+(?:<[\w-]+> )?'?(\/usr\/lib\/[^\s']+)/,
      ) ??
      search(
        symptoms,
        /Symbol not found: \(?(\S+?)\)?\s[\s\S]*?\(built for (macOS [\d.]+) which is newer than running OS\)/,
      );
    if (!hit) return undefined;
    const [, library = '', version = ''] = hit.match;
    const what = /^(?:\/|macOS)/.test(version)
      ? `\`${library.replace(/^_/, '')}\` of ${base(version)}`
      : `\`${version}\` of \`${base(library)}\``;
    return loader(ldLibcVersion, symptoms, hit, {
      what: condaLibrary(library) ? base(library) : null,
      title: condaLibrary(library)
        ? `${nameOf(symptoms.culprit)} needs a newer \`${base(library)}\` than this conda environment has`
        : `${nameOf(symptoms.culprit)} was built on a newer system than this one`,
      why: condaLibrary(library)
        ? `${describeBinary(symptoms.culprit)} needs ${what}; the \`${base(library)}\` that was found is conda’s own (${library}), which is older. It is not the system’s.`
        : `${describeBinary(symptoms.culprit)} needs ${what}, which this system does not have.`,
      own: /^(?:\/|macOS)/.test(version)
        ? 'Set `MACOSX_DEPLOYMENT_TARGET` to the oldest macOS you support when you build the wheel (cibuildwheel does), and let its file name say so.'
        : 'Build the wheel in a manylinux image (cibuildwheel does), or on the oldest system you support.',
      dependency:
        condaLibrary(library) ??
        (/^(?:\/|macOS)/.test(version)
          ? `Use a newer macOS, or a wheel of ${nameOf(symptoms.culprit)} whose file name has an older one (\`macosx_11_0\`).`
          : `Use a newer system image, or a wheel of ${nameOf(symptoms.culprit)} with an older manylinux tag.`),
    });
  },
};

export const ldSymbolVersion: Rule = {
  id: 'ld-symbol-version',
  where: WHERE.definition,
  name: 'A shared library is another version than at build time',
  category: 'loader',
  severity: 'error',
  means:
    'A shared library was found, but it lacks the version of a symbol that the module was linked with.',
  remedy:
    'Bundle the library into the wheel (auditwheel), or install the version that it was built with.',
  links: [LD, MANYLINUX],
  match(symptoms) {
    const hit = search(symptoms, /(\S+): version [`'"](\S+?)' not found \(required by ([^)]+)\)/);
    if (!hit) return undefined;
    const [, library = '', version] = hit.match;
    return loader(ldSymbolVersion, symptoms, hit, {
      what: base(library),
      title: `${nameOf(symptoms.culprit)} needs another version of \`${base(library)}\``,
      why: `${describeBinary(symptoms.culprit)} needs version \`${version}\` of \`${base(library)}\`; the one found here (${library}) is older.`,
      own: `Bundle \`${base(library)}\` into the wheel with auditwheel, or install the version it was linked with.`,
      dependency: `Install a newer \`${base(library)}\`, or another wheel of ${nameOf(symptoms.culprit)}; check ${adviceFor(symptoms).libraryPath} for an old copy.`,
    });
  },
};

export const ldStaticTls: Rule = {
  id: 'ld-static-tls',
  where: WHERE.definition,
  name: 'No room for the library’s thread-local storage',
  category: 'loader',
  severity: 'error',
  means:
    'The loader’s block for static thread-local storage is full; it depends on what was loaded before (often libgomp).',
  remedy:
    'Import the module earlier, or preload the library; rebuild without `-ftls-model=initial-exec`.',
  links: [LD],
  match(symptoms) {
    // glibc elf/dl-reloc.c; musl ldso/dynlink.c, whose text names the same file twice.
    const hit =
      search(symptoms, /(\S+): cannot allocate memory in static TLS block/) ??
      search(
        symptoms,
        /Error relocating (\S+?): .*initial-exec TLS resolves to dynamic definition/,
      );
    const musl = hit?.match[0].startsWith('Error relocating') === true;
    if (!hit) return undefined;
    return loader(ldStaticTls, symptoms, hit, {
      what: null,
      title: `${nameOf(symptoms.culprit)} finds no room for thread-local storage`,
      why: musl
        ? `musl’s loader gives no static thread-local storage to what is loaded later, and \`${base(hit.match[1] ?? '')}\` asks for it (\`initial-exec\`).`
        : `The loader had no room left for the static thread-local storage of \`${base(hit.match[1] ?? '')}\`. It depends on what was imported before.`,
      own: `Import it before other compiled packages, or build without \`-ftls-model=initial-exec\`.`,
      dependency: musl
        ? `Use a glibc-based image (Debian instead of Alpine), or a release of ${nameOf(symptoms.culprit)} that is built without \`-ftls-model=initial-exec\`; Go libraries need Go ≥ 1.24 or glibc.`
        : `Import it before other compiled packages, or start with \`LD_PRELOAD=${base(hit.match[1] ?? '')}\`.`,
    });
  },
};

export const ldWrongArch: Rule = {
  id: 'ld-wrong-arch',
  where: WHERE.definition,
  name: 'Built for another processor architecture',
  category: 'loader',
  severity: 'error',
  means:
    'The file is for another architecture. glibc says so as `wrong ELF class`, or, misleadingly, as `cannot open shared object file` although the file exists.',
  remedy:
    'Install or build the wheel for this architecture; on macOS check Rosetta and `ARCHFLAGS`.',
  links: [
    LD,
    'https://developer.apple.com/documentation/apple-silicon/building-a-universal-macos-binary',
  ],
  match(symptoms) {
    const hit =
      search(symptoms, /wrong ELF class: (ELFCLASS\d+)/) ??
      search(
        symptoms,
        /incompatible architecture \([^)]*\)|mach-o, but wrong architecture|Exec format error/,
      ) ??
      windows(symptoms, 'bad-image') ??
      itself(symptoms);
    // dyld says the same of a library that the module needs: then the module is not to blame.
    if (!hit || /Library not loaded:/.test(hit.text)) return undefined;
    const [, have, need] = /have '([^']+)', need '([^']+)'/.exec(hit.match[0]) ?? [];
    const machines = have ? [have] : (symptoms.facts?.machines ?? []);
    const translated = need?.startsWith('x86_64') === true && have?.startsWith('arm64') === true;
    return loader(ldWrongArch, symptoms, hit, {
      what: null,
      title: `${nameOf(symptoms.culprit)} was built for another processor architecture`,
      why: sentences(
        `${describeBinary(symptoms.culprit)} is not for this architecture.`,
        machines.length > 0 && `The file is for ${machines.join(', ')}.`,
        need && `This Python runs as ${need}.`,
        translated &&
          'On Apple silicon that is a Python for Intel, or one that was started by such a program (Rosetta).',
        hit.match[0].includes('cannot open') &&
          'The loader’s message is misleading: the file exists.',
      ),
      own: 'Build the wheel for this architecture and check the platform tag of the file name (`ARCHFLAGS`, cross compilers).',
      dependency: `Reinstall ${nameOf(symptoms.culprit)} for this architecture, without the cache (\`pip install --no-cache-dir --force-reinstall\`)${translated ? '; or use a Python for arm64: `python -c "import platform; print(platform.machine())"` says which one runs' : ''}.`,
    });
  },
};

/** glibc names the extension itself as missing although it exists: another machine's file. */
function itself(symptoms: Symptoms): Hit | undefined {
  const hit = search(symptoms, /(\S+): cannot open shared object file: No such file or directory/);
  const file = hit?.match[1];
  if (!hit || !file || !/[\\/]/.test(file)) return undefined;
  const isModule =
    /\.(?:cpython-\w+|cp\d+|abi3|pypy\d+)[\w.-]*\.so$/.test(file) || file === symptoms.culpritPath;
  return isModule ? hit : undefined;
}

export const ldMissingLibrary: Rule = {
  id: 'ld-missing-library',
  where: WHERE.definition,
  name: 'A shared library is not found',
  category: 'loader',
  severity: 'error',
  means:
    'The module needs a shared library that the loader does not find. The message names the library, not the module.',
  remedy:
    'Bundle it into the wheel (auditwheel, delocate, delvewheel), or install it on the system.',
  links: [MANYLINUX, 'https://github.com/matthew-brett/delocate', DELVEWHEEL],
  match(symptoms) {
    const hit =
      search(symptoms, /(?:^|[\s:])(\S+): cannot open shared object file/) ??
      search(symptoms, /Library not loaded: '?([^'\s]+)/) ??
      search(symptoms, /Error loading shared library (\S+?):/) ??
      windows(symptoms, 'not-found');
    if (!hit) return undefined;
    const library = hit.match[1] ? base(hit.match[1]) : null;
    const what = library ? `\`${library}\`` : 'a DLL';
    const refused = library ? refusedFiles(hit.text) : [];
    return loader(ldMissingLibrary, symptoms, hit, {
      what: library,
      title: `${nameOf(symptoms.culprit)} needs ${what}, which ${refused.length > 0 ? 'cannot be used' : 'is not found'}`,
      why: sentences(
        refused.length > 0
          ? `${describeBinary(symptoms.culprit)} needs ${what}; ${describeRefused(refused)}.`
          : `${describeBinary(symptoms.culprit)} needs ${what}, and the loader finds it nowhere.`,
        library === null && suspects(symptoms),
      ),
      own: library
        ? `Bundle \`${library}\` into the wheel (${bundlerFor(symptoms)}), or say in your documentation which package of the system holds it.`
        : 'Bundle the DLLs into the wheel with delvewheel, or call `os.add_dll_directory` before the import.',
      dependency: library
        ? `Install ${holder(symptoms)} that holds \`${library}\`${refused.length > 0 ? ' for this architecture and system' : ''}; if ${nameOf(symptoms.culprit)} should bundle it, report it to its maintainers.${leaveOut(symptoms)}`
        : `Install the Visual C++ redistributable and what else ${nameOf(symptoms.culprit)} documents; report it to its maintainers.`,
    });
  },
};

function describeRefused([first, ...more]: readonly Tried[]): string {
  const others = more.length > 0 ? `, and ${more.length} more` : '';
  return `the loader found \`${first?.path}\`${others}, and cannot use it: ${first?.reason}`;
}

/** Windows names no DLL; the file's import table narrows it down. */
function suspects(symptoms: Symptoms): string {
  const { facts } = symptoms;
  if (facts?.format !== 'pe' || facts.needed.length === 0) return 'Windows does not say which one.';
  const names = suspectDlls(facts.needed).map((name) => `\`${name}\``);
  return names.length === 0
    ? 'Windows does not say which one; the file asks for none but Windows’ and Python’s own.'
    : `Windows does not say which one; beside Windows’ and Python’s own, the file asks for ${names.join(', ')}.`;
}

function bundlerFor(symptoms: Symptoms): string {
  const platform = platformOf(symptoms);
  return platform === null ? 'auditwheel, delocate, delvewheel' : adviceFor(symptoms).bundler;
}

function holder(symptoms: Symptoms): string {
  return platformOf(symptoms)?.startsWith('macos')
    ? 'the package of Homebrew or conda'
    : 'the system package';
}

/** Optional features need libraries that few have. */
function leaveOut(symptoms: Symptoms): string {
  const { module, smoke } = symptoms.evidence;
  return module && !smoke
    ? ` If nobody needs the module here, leave it out: \`--module '!${module.name}'\`.`
    : '';
}

export const ldUndefinedSymbol: Rule = {
  id: 'ld-undefined-symbol',
  where: WHERE.definition,
  name: 'A function that the module needs is in none of its libraries',
  category: 'loader',
  severity: 'error',
  means: 'A library was not linked, or the one that was found is older than the one at build time.',
  remedy: 'Link the library that defines the symbol; check that an old copy is not found first.',
  links: [LD],
  match(symptoms) {
    const hit =
      search(symptoms, /undefined symbol: (\w+)/) ??
      search(symptoms, /[Ss]ymbol not found(?: in flat namespace)?:? \(?'?_?(\w+)/) ??
      search(symptoms, /Error relocating \S+ (\w+): symbol not found/) ??
      windows(symptoms, 'no-procedure');
    if (!hit) return undefined;
    const symbol = hit.match[1] ? `\`${hit.match[1]}\`` : 'a function';
    const named = expectedIn(hit);
    return loader(ldUndefinedSymbol, symptoms, hit, {
      what: hit.match[1] ?? null,
      title: `${nameOf(symptoms.culprit)} needs ${symbol}, which ${named ? `\`${base(named)}\` does not define` : 'no library defines'}`,
      why: named
        ? `${describeBinary(symptoms.culprit)} needs ${symbol} of \`${named}\`, which does not define it: it is another version than at build time.`
        : `${describeBinary(symptoms.culprit)} needs ${symbol}. The library that defines it was not linked, or the one that was found is older than at build time.`,
      own: `Link the library that defines ${hit.match[1] ? symbol : 'it'} (\`libraries=[…]\` in setup.py, \`dependencies:\` in meson.build, \`target_link_libraries\` in CMake).`,
      dependency: `Check ${adviceFor(symptoms).libraryPath} for an old copy of a library; reinstall or upgrade ${nameOf(symptoms.culprit)}.`,
      ...(hit.match[1] && { hints: { symbol: hit.match[1] } }),
    });
  },
};

/** dyld's `Expected in: <UUID> /path/lib.dylib`; a flat namespace is every library. */
function expectedIn(hit: Hit): string | undefined {
  const said = /Expected in:\s+(?:<[\w-]+> )?'?([^\n']+?)'?\s*(?:\n|$)/.exec(hit.text)?.[1];
  return said?.startsWith('/') || said?.startsWith('@') ? said : undefined;
}

export const ldCorruptFile: Rule = {
  id: 'ld-corrupt-file',
  where: WHERE.definition,
  name: 'The file is damaged, or no shared library at all',
  category: 'loader',
  severity: 'error',
  means:
    'The file is empty, cut short, or something else, such as a Git LFS pointer. A truncated one can kill the process with SIGBUS.',
  remedy: 'Build or download it again; check Git LFS and what copies the file.',
  links: [LD],
  match(symptoms) {
    const hit = search(
      symptoms,
      /invalid ELF header|file too short|ELF load command[^\n]*|ELF file(?:'s phentsize|'s phnum)[^\n]*|not a mach-o file|slice is not valid mach-o file|file (?:is )?truncated|cannot read file data/i,
    );
    if (!hit) return undefined;
    return loader(ldCorruptFile, symptoms, hit, {
      what: null,
      title: `${nameOf(symptoms.culprit)}: the compiled file is damaged`,
      why: `${describeBinary(symptoms.culprit)} is no complete shared library: “${hit.match[0]}”.`,
      own: 'Build it again from clean; check that the file is not a Git LFS pointer and that nothing copies it while it is written.',
      dependency: `Reinstall ${nameOf(symptoms.culprit)} without the cache (\`pip install --no-cache-dir --force-reinstall\`).`,
    });
  },
};
