import { WHERE } from '../../../model/look.ts';
import { baseName } from '../../../packaging/base-name.ts';
import { refusedFiles, type Tried } from '../dyld-text.ts';
import { leaveOut } from '../leave-out.ts';
import { LIBRARY_NOT_FOUND } from '../no-such-file.ts';
import { platformOf } from '../platform-of.ts';
import { describeBinary, nameOf, type Rule, sentences } from '../rule.ts';
import { suspectDlls } from '../suspect-dlls.ts';
import { type Hit, type Symptoms, search } from '../symptoms.ts';
import { adviceFor, LD, loader, MANYLINUX, windows } from './loader-text.ts';

const DELVEWHEEL = 'https://github.com/adang1345/delvewheel';

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
      search(symptoms, LIBRARY_NOT_FOUND) ??
      // FreeBSD libexec/rtld-elf, NetBSD libexec/ld.elf_so.
      search(symptoms, /Shared object "([^"]+)" not found/) ??
      search(symptoms, /Library not loaded: '?([^'\s]+)/) ??
      search(symptoms, /Error loading shared library (\S+?):/) ??
      // Android's bionic; ctypes on Windows, which does not say whether it is this one.
      search(symptoms, /dlopen failed: library "([^"]+)" not found/) ??
      search(symptoms, /Could not find module '([^']+)' \(or one of its dependencies\)/) ??
      windows(symptoms, 'not-found');
    if (!hit) return undefined;
    const library = hit.match[1] ? baseName(hit.match[1]) : null;
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
      search(symptoms, /Undefined (?:PLT )?symbol "(\w+)/) ??
      search(symptoms, /[Ss]ymbol not found(?: in flat namespace)?:? \(?'?_?(\w+)/) ??
      search(symptoms, /Error relocating \S+ (\w+): symbol not found/) ??
      search(symptoms, /cannot locate symbol "(\w+)"/) ??
      windows(symptoms, 'no-procedure');
    if (!hit) return undefined;
    if (!hit.match[1]) return otherDll(symptoms, hit);
    const symbol = `\`${hit.match[1]}\``;
    const named = expectedIn(hit);
    const library = ofCxxLibrary(hit.match[1]);
    return loader(ldUndefinedSymbol, symptoms, hit, {
      what: hit.match[1],
      title: `${nameOf(symptoms.culprit)} needs ${symbol}, which ${named ? `\`${baseName(named)}\` does not define` : 'no library defines'}`,
      why: named
        ? `${describeBinary(symptoms.culprit)} needs ${symbol} of \`${named}\`, which does not define it: it is another version than at build time.`
        : `${describeBinary(symptoms.culprit)} needs ${symbol}. The library that defines it was not linked, or the one that was found is older than at build time.`,
      own: `Link the library that defines ${symbol} (\`libraries=[…]\` in setup.py, \`dependencies:\` in meson.build, \`target_link_libraries\` in CMake).`,
      dependency: library
        ? `It is a C++ name of ${library}: install a release of ${nameOf(symptoms.culprit)} that was built for the ${library} that is installed, or build it against that one (\`pip install --no-build-isolation --no-binary :all: …\`).`
        : `Check ${adviceFor(symptoms).libraryPath} for an old copy of a library; reinstall or upgrade ${nameOf(symptoms.culprit)}.`,
      hints: { symbol: hit.match[1] },
    });
  },
};

const NAMESPACES: Readonly<Record<string, string>> = {
  ...{ c10: 'PyTorch', at: 'PyTorch', torch: 'PyTorch', caffe2: 'PyTorch' },
  ...{ cv: 'OpenCV', arrow: 'Arrow', tensorflow: 'TensorFlow', tsl: 'TensorFlow' },
};

/** Itanium's mangling: the outermost namespace of `_ZN3c106detail…` is `c10`. */
function ofCxxLibrary(symbol: string): string | undefined {
  const [, length = '', rest = ''] = /^_?_ZN[KVrRO]*(\d{1,2}?)([A-Za-z_]\w*)/.exec(symbol) ?? [];
  return NAMESPACES[rest.slice(0, Number(length))];
}

/** A DLL that links is complete: one without the function is another version, found first. */
function otherDll(symptoms: Symptoms, hit: Hit) {
  return loader(ldUndefinedSymbol, symptoms, hit, {
    what: null,
    title: `${nameOf(symptoms.culprit)} needs a function that a DLL does not have`,
    why: sentences(
      `${describeBinary(symptoms.culprit)} needs a function that the DLL which was found does not have: it is another version than at build time.`,
      suspects(symptoms),
    ),
    own: 'Bundle the DLLs that it was built with into the wheel with delvewheel, so that no other copy is found first; the program Dependencies shows which function is missing.',
    dependency: `Check ${adviceFor(symptoms).libraryPath} for an old copy of a library; reinstall or upgrade ${nameOf(symptoms.culprit)}.`,
  });
}

/** dyld's `Expected in: <UUID> /path/lib.dylib`; a flat namespace is every library. */
function expectedIn(hit: Hit): string | undefined {
  const said = /Expected in:\s+(?:<[\w-]+> )?'?([^\n']+?)'?\s*(?:\n|$)/.exec(hit.text)?.[1];
  return said?.startsWith('/') || said?.startsWith('@') ? said : undefined;
}
