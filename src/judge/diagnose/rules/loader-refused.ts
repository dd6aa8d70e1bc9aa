import { WHERE } from '../../../model/look.ts';
import { baseName } from '../../../packaging/base-name.ts';
import { platformOf } from '../platform-of.ts';
import { describeBinary, nameOf, type Rule } from '../rule.ts';
import { search } from '../symptoms.ts';
import { loader, windows } from './loader-text.ts';

const CODE_SIGNING =
  'https://developer.apple.com/documentation/security/updating-mac-software-to-use-the-code-signing-required-on-apple-silicon';
const DLL = 'https://learn.microsoft.com/windows/win32/debug/system-error-codes';

export const ldRefused: Rule = {
  id: 'ld-refused',
  where: WHERE.nowhere,
  name: 'The system does not let the file be loaded',
  category: 'environment',
  severity: 'error',
  means:
    'The file is there and may be sound, but a rule of this machine forbids to load it: macOS’ code signing or quarantine, a virus scanner or application control on Windows, a file system mounted `noexec` on Linux.',
  remedy: 'Change what forbids it; on macOS sign the file anew, or take its quarantine away.',
  links: [CODE_SIGNING, DLL, 'https://man7.org/linux/man-pages/man8/mount.8.html'],
  match(symptoms) {
    // dyld's Loader.cpp, with and without "using Library Validation".
    const signature =
      search(symptoms, /code signature in [^\n]*?not valid for use in process[^:\n]*: ([^)\n]+)/) ??
      search(
        symptoms,
        /(code signature invalid[^)\n]*|code signing blocked mmap\(\)|library load disallowed by system policy)/,
      );
    const mapped = search(
      symptoms,
      /(\S+): failed to map segment from shared object(?:: (?:Operation not permitted|Permission denied))?(?!: Cannot allocate)/,
    );
    const hit = signature ?? mapped ?? windows(symptoms, 'refused');
    if (!hit) return undefined;
    const name = nameOf(symptoms.culprit);
    const said = (hit === signature ? hit.match[1] : hit.match[0])?.trim();
    const unsigned = /unsigned|no cdhash/i.test(hit.text);
    const fix =
      hit === signature
        ? `Sign it anew (\`codesign --force --sign - FILE\`) or, if it was downloaded by a browser, take its quarantine away (\`xattr -dr com.apple.quarantine FOLDER\`). A program with a hardened runtime (an application bundle) needs the entitlement \`com.apple.security.cs.disable-library-validation\`, or all its libraries signed by its own team.`
        : hit === mapped
          ? `Install to, or unpack to, a file system that is not mounted \`noexec\` (often /tmp: set \`TMPDIR\`); see \`findmnt -T\` on the file’s folder, and SELinux’ or AppArmor’s log.`
          : 'Ask whoever manages the machine to allow the file (the virus scanner’s log, Windows Security, Application Control name it); then reinstall the package, as its file may have been taken away.';
    return loader(ldRefused, symptoms, hit, {
      what: null,
      title: `${name}: ${hit === signature ? 'macOS refuses the code signature of a file' : `${platformOf(symptoms)?.startsWith('win') ? 'Windows' : 'the system'} does not let its file be loaded`}`,
      why: `${describeBinary(symptoms.culprit)} cannot be loaded because this machine forbids it: “${said}”.`,
      own: unsigned
        ? `Sign the files after the last tool that changes them (delocate does; \`install_name_tool\` and \`strip\` do not). ${fix}`
        : fix,
      dependency: fix,
    });
  },
};

export const ldExecutableStack: Rule = {
  id: 'ld-executable-stack',
  where: WHERE.definition,
  name: 'The file asks for an executable stack',
  category: 'loader',
  severity: 'error',
  means:
    'The file, or a library it needs, is marked as wanting an executable stack, which glibc ≥ 2.41 gives to nothing that is loaded later, and hardened kernels to nobody. It is most often an assembler file without a note, not a need.',
  remedy: 'Link with `-Wl,-z,noexecstack`; add a `.note.GNU-stack` section to assembler files.',
  links: ['https://sourceware.org/glibc/manual/latest/html_node/Tunables.html'],
  match(symptoms) {
    // glibc elf/dl-load.c, elf/dl-execstack.c
    const hit = search(symptoms, /(\S+): cannot enable executable stack as shared object requires/);
    if (!hit) return undefined;
    const file = baseName(hit.match[1] ?? '');
    return loader(ldExecutableStack, symptoms, hit, {
      what: file,
      title: `${nameOf(symptoms.culprit)}: \`${file}\` asks for an executable stack, which this system does not give`,
      why: `${describeBinary(symptoms.culprit)} cannot be loaded: \`${file}\` is marked as needing an executable stack. glibc ≥ 2.41 refuses that to libraries that are loaded while the program runs.`,
      own: 'Link with `-Wl,-z,noexecstack`, and put `.section .note.GNU-stack,"",%progbits` at the end of assembler files.',
      dependency: `Upgrade ${nameOf(symptoms.culprit)}; until there is a release without it, clear the mark: \`patchelf --clear-execstack ${file}\`.`,
    });
  },
};

export const ldNoMemory: Rule = {
  id: 'ld-no-memory',
  where: WHERE.nowhere,
  name: 'No memory to load the file',
  category: 'environment',
  severity: 'error',
  means:
    'The system could not set aside the memory that the file and its libraries ask for. Several processes that load large libraries at once are enough; on Windows each takes its part of the paging file.',
  remedy: 'Run fewer processes at once, or give the machine more memory (Windows: paging file).',
  links: [DLL],
  match(symptoms) {
    const hit =
      windows(symptoms, 'no-memory') ??
      search(
        symptoms,
        /(\S+): (?:failed to map segment from shared object|cannot (?:create|allocate) [^:\n]*): (?:Cannot allocate memory|error 12)/,
      );
    if (!hit) return undefined;
    const isWindows = platformOf(symptoms)?.startsWith('win') === true;
    const fix = `Run fewer processes at once (\`--jobs 1\`)${isWindows ? ', or enlarge the paging file (System → Advanced → Performance → Virtual memory)' : ', or raise the limit of memory (`ulimit -v`, the container’s)'}.`;
    return loader(ldNoMemory, symptoms, hit, {
      what: null,
      title: `${nameOf(symptoms.culprit)} cannot be loaded: memory ran out`,
      why: `The system had no memory left for ${describeBinary(symptoms.culprit)} and its libraries: “${hit.match[0].trim()}”. The file itself may be sound.`,
      own: fix,
      dependency: fix,
    });
  },
};

export const ldInitFailed: Rule = {
  id: 'ld-init-failed',
  where: WHERE.definition,
  name: 'A DLL was found, but could not start',
  category: 'loader',
  severity: 'error',
  means:
    'Windows found all DLLs, and the start-up code of one of them failed: an older copy of a DLL (most often `msvcp140.dll`) was loaded before, or one that does not fit this processor or driver.',
  remedy: 'Update the Visual C++ redistributable; look for old copies of its DLLs on PATH.',
  links: [DLL, 'https://learn.microsoft.com/cpp/windows/latest-supported-vc-redist'],
  match(symptoms) {
    const hit = windows(symptoms, 'init-failed');
    if (!hit) return undefined;
    const name = nameOf(symptoms.culprit);
    return loader(ldInitFailed, symptoms, hit, {
      what: null,
      title: `${name} needs a DLL that could not start`,
      why: `Windows found the DLLs that ${describeBinary(symptoms.culprit)} needs, and the start-up code of one of them failed.`,
      own: 'Build with the toolset that your oldest supported Visual C++ redistributable has, or bundle the runtime with delvewheel; whatever else the DLLs do when they are loaded must not fail.',
      dependency: `Install the newest Visual C++ redistributable; look for older copies of its DLLs (\`where msvcp140.dll\`) and import ${name} before packages that bring one. If it still fails, report it to its maintainers.`,
    });
  },
};
