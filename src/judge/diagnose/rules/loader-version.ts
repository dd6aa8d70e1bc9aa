import { WHERE } from '../../../model/look.ts';
import { baseName } from '../../../packaging/base-name.ts';
import type { Diagnosis } from '../diagnosis.ts';
import { forMusl, isGlibcOnMusl } from '../foreign-libc.ts';
import { describeBinary, nameOf, type Rule } from '../rule.ts';
import { condaLibrary, hostLibrary, ofOtherHost } from '../runtime-library.ts';
import { type Symptoms, search } from '../symptoms.ts';
import { adviceFor, LD, loader, MANYLINUX } from './loader-text.ts';

/** A manylinux wheel on Alpine. */
function onMusl(symptoms: Symptoms): Diagnosis | undefined {
  const hit = search(symptoms, /Error (?:loading shared library|relocating) [^\n]+/);
  if (!hit || !isGlibcOnMusl(hit.match[0])) return undefined;
  return loader(ldLibcVersion, symptoms, hit, {
    what: 'musl',
    title: `${nameOf(symptoms.culprit)} was built for glibc, and this system has musl`,
    why: `${describeBinary(symptoms.culprit)} is for Linux with glibc (\`manylinux\`); the C library of this system (Alpine) is musl.`,
    own: 'Build wheels for musl as well (cibuildwheel’s `musllinux` builds).',
    dependency: forMusl(nameOf(symptoms.culprit)),
  });
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
    if (!hit) return onMusl(symptoms);
    const [, library = '', version = ''] = hit.match;
    const host = hostLibrary(library);
    const what = /^(?:\/|macOS)/.test(version)
      ? `\`${library.replace(/^_/, '')}\` of ${baseName(version)}`
      : `\`${version}\` of \`${baseName(library)}\``;
    return loader(ldLibcVersion, symptoms, hit, {
      what: condaLibrary(library) ? baseName(library) : null,
      title: condaLibrary(library)
        ? `${nameOf(symptoms.culprit)} needs a newer \`${baseName(library)}\` than this conda environment has`
        : host
          ? `${nameOf(symptoms.culprit)} needs a newer \`${baseName(library)}\` than ${host} brings along`
          : `${nameOf(symptoms.culprit)} was built on a newer system than this one`,
      why: condaLibrary(library)
        ? `${describeBinary(symptoms.culprit)} needs ${what}; the \`${baseName(library)}\` that was found is conda’s own (${library}), which is older. It is not the system’s.`
        : host
          ? `${describeBinary(symptoms.culprit)} needs ${what}; ${host} loaded its own (${library}) before, which is older. It is not the system’s.`
          : `${describeBinary(symptoms.culprit)} needs ${what}, which this system does not have.`,
      own: /^(?:\/|macOS)/.test(version)
        ? 'Set `MACOSX_DEPLOYMENT_TARGET` to the oldest macOS you support when you build the wheel (cibuildwheel does), and let its file name say so.'
        : 'Build the wheel in a manylinux image (cibuildwheel does), or on the oldest system you support.',
      dependency:
        condaLibrary(library) ??
        (host && ofOtherHost(host)) ??
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
      what: baseName(library),
      title: `${nameOf(symptoms.culprit)} needs another version of \`${baseName(library)}\``,
      why: `${describeBinary(symptoms.culprit)} needs version \`${version}\` of \`${baseName(library)}\`; the one found here (${library}) is older.`,
      own: `Bundle \`${baseName(library)}\` into the wheel with auditwheel, or install the version it was linked with.`,
      dependency: `Install a newer \`${baseName(library)}\`, or another wheel of ${nameOf(symptoms.culprit)}; check ${adviceFor(symptoms).libraryPath} for an old copy.`,
    });
  },
};
