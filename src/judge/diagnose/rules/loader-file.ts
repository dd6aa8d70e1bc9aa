import { WHERE } from '../../../model/look.ts';
import { baseName } from '../../../packaging/base-name.ts';
import { describeBinary, nameOf, type Rule, sentences } from '../rule.ts';
import { type Hit, type Symptoms, search } from '../symptoms.ts';
import { LD, loader, windows } from './loader-text.ts';

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
        ? `musl’s loader gives no static thread-local storage to what is loaded later, and \`${baseName(hit.match[1] ?? '')}\` asks for it (\`initial-exec\`).`
        : `The loader had no room left for the static thread-local storage of \`${baseName(hit.match[1] ?? '')}\`. It depends on what was imported before.`,
      own: `Import it before other compiled packages, or build without \`-ftls-model=initial-exec\`.`,
      dependency: musl
        ? `Use a glibc-based image (Debian instead of Alpine), or a release of ${nameOf(symptoms.culprit)} that is built without \`-ftls-model=initial-exec\`; Go libraries need Go ≥ 1.24 or glibc.`
        : `Import it before other compiled packages, or start with \`LD_PRELOAD=${baseName(hit.match[1] ?? '')}\`.`,
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
        /incompatible architecture \([^)]*\)|mach-o, but wrong architecture|Exec format error|has unexpected e_machine: \d+|is (?:32-bit instead of 64-bit|64-bit instead of 32-bit)/,
      ) ??
      windows(symptoms, 'bad-image') ??
      // ctypes on Windows: ERROR_BAD_EXE_FORMAT, whose text is in the system's language.
      search(symptoms, /^OSError: \[WinError 193\]/) ??
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
