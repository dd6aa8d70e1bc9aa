import { describe, expect, it } from '@jest/globals';
import { diagnose } from '../../../src/judge/diagnose/diagnose.ts';
import type { Diagnosis } from '../../../src/judge/diagnose/diagnosis.ts';
import { refusedFiles } from '../../../src/judge/diagnose/dyld-text.ts';
import { explainLog } from '../../../src/judge/explain-log/explain.ts';
import type { BinaryFacts } from '../../../src/model/compiled-module.ts';
import { evidenceOf, load, observed, raisedBy, target } from './made-evidence.ts';

interface Row {
  /** The exception's message, as loaders and Python write it. */
  readonly text: string;
  readonly kind: string;
  /** What a reader must be told, somewhere in title, explanation or fix. */
  readonly told: readonly (string | RegExp)[];
  /** What would mislead on that system. */
  readonly never?: RegExp;
}

const SITE = '/Users/ann/venv/lib/python3.12/site-packages';
const EXTENSION = `${SITE}/pkg/_ext.cpython-312-darwin.so`;
const DLOPEN = `dlopen(${EXTENSION}, 0x0002):`;
const CRYPTEX = `'/System/Volumes/Preboot/Cryptexes/OS${EXTENSION}' (no such file)`;
const LINUX_ONLY = /\bLD_LIBRARY|auditwheel|gdb|manylinux/;
const UNIX_ONLY = /LD_LIBRARY|auditwheel|delocate|gdb|manylinux|brew/i;

const MACOS: readonly Row[] = [
  {
    text: `${DLOPEN} Library not loaded: @rpath/libomp.dylib\n  Referenced from: <0B1C6E32-93A0-3C6A-B4C1-5D0D9C3B7A11> ${EXTENSION}\n  Reason: tried: '/usr/local/lib/libomp.dylib' (no such file), '/usr/lib/libomp.dylib' (no such file, not in dyld cache)`,
    kind: 'ld-missing-library',
    told: ['`libomp.dylib`, which is not found', 'delocate', 'Homebrew or conda'],
    never: LINUX_ONLY,
  },
  {
    text: `dlopen(${EXTENSION}, 2): Library not loaded: @loader_path/../.dylibs/libopenblas.0.dylib\n  Referenced from: ${EXTENSION}\n  Reason: image not found`,
    kind: 'ld-missing-library',
    told: ['`libopenblas.0.dylib`', 'delocate'],
    never: LINUX_ONLY,
  },
  {
    // The module is right, Intel's Homebrew holds the library.
    text: `${DLOPEN} Library not loaded: /usr/local/opt/libomp/lib/libomp.dylib\n  Referenced from: <4C4C44> ${EXTENSION}\n  Reason: tried: '/usr/local/opt/libomp/lib/libomp.dylib' (mach-o file, but is an incompatible architecture (have 'x86_64', need 'arm64')), '/usr/lib/libomp.dylib' (no such file, not in dyld cache)`,
    kind: 'ld-missing-library',
    told: [
      '`libomp.dylib`, which cannot be used',
      "incompatible architecture (have 'x86_64', need 'arm64')",
      'for this architecture',
    ],
    never: LINUX_ONLY,
  },
  {
    text: `${DLOPEN} Library not loaded: @rpath/libgfortran.5.dylib\n  Referenced from: <C435> /Users/ann/env/lib/libopenblas.0.dylib\n  Reason: tried: '/Users/ann/env/lib/libgfortran.5.dylib' (duplicate LC_RPATH '@loader_path'), '/usr/local/lib/libgfortran.5.dylib' (no such file)`,
    kind: 'ld-missing-library',
    told: ['cannot be used', "duplicate LC_RPATH '@loader_path'"],
  },
  {
    text: `${DLOPEN} tried: '${EXTENSION}' (mach-o file, but is an incompatible architecture (have 'x86_64', need 'arm64')), ${CRYPTEX}`,
    kind: 'ld-wrong-arch',
    told: ['The file is for x86_64. This Python runs as arm64.', 'ARCHFLAGS'],
    never: LINUX_ONLY,
  },
  {
    text: `${DLOPEN} tried: '${EXTENSION}' (mach-o file, but is an incompatible architecture (have 'arm64', need 'x86_64')), ${CRYPTEX}`,
    kind: 'ld-wrong-arch',
    told: ['Rosetta', 'platform.machine()'],
  },
  {
    text: `dlopen(${EXTENSION}, 2): no suitable image found.  Did find:\n\t${EXTENSION}: mach-o, but wrong architecture`,
    kind: 'ld-wrong-arch',
    told: ['another processor architecture'],
  },
  {
    text: `${DLOPEN} tried: '${EXTENSION}' (code signature in <2DA1C68B-97BE-32D2> '${EXTENSION}' not valid for use in process: library load disallowed by system policy), ${CRYPTEX}`,
    kind: 'ld-refused',
    told: [
      'library load disallowed by system policy',
      'xattr -dr com.apple.quarantine',
      'codesign',
    ],
    never: LINUX_ONLY,
  },
  {
    text: `${DLOPEN} tried: '${EXTENSION}' (code signature in <2DA1> '${EXTENSION}' not valid for use in process: mapped file has no cdhash, completely unsigned? Code has to be at least ad-hoc signed.), ${CRYPTEX}`,
    kind: 'ld-refused',
    told: ['completely unsigned', 'after the last tool that changes them'],
  },
  {
    text: `dlopen(${EXTENSION}, 2): no suitable image found.  Did find:\n\t${EXTENSION}: code signature in (${EXTENSION}) not valid for use in process using Library Validation: library load disallowed by system policy`,
    kind: 'ld-refused',
    told: ['disable-library-validation'],
  },
  {
    text: `${DLOPEN} Symbol not found: _cblas_dgemm\n  Referenced from: <76B3> ${EXTENSION}\n  Expected in:     <0FD1> /opt/homebrew/opt/openblas/lib/libopenblas.0.dylib`,
    kind: 'ld-undefined-symbol',
    told: ['`cblas_dgemm`, which `libopenblas.0.dylib` does not define', 'another version'],
    never: LINUX_ONLY,
  },
  {
    text: `dlopen(${EXTENSION}, 2): Symbol not found: __ZN5boost6python5numpy7ndarrayE\n  Referenced from: ${EXTENSION}\n  Expected in: flat namespace\n in ${EXTENSION}`,
    kind: 'ld-undefined-symbol',
    told: ['`_ZN5boost6python5numpy7ndarrayE`, which no library defines', 'DYLD_LIBRARY_PATH'],
    never: LINUX_ONLY,
  },
  {
    text: `${DLOPEN} symbol not found in flat namespace '_PyCMethod_New'`,
    kind: 'py-undefined-symbol',
    told: ['PyCMethod_New'],
  },
  {
    text: `${DLOPEN} Symbol not found: __ZNSt3__122__libcpp_verbose_abortEPKcz\n  Referenced from: <76B3> ${EXTENSION} (built for macOS 13.3 which is newer than running OS)\n  Expected in:     <5F3D> /usr/lib/libc++.1.dylib`,
    kind: 'ld-libc-version',
    told: ['built on a newer system', 'MACOSX_DEPLOYMENT_TARGET'],
    never: LINUX_ONLY,
  },
  {
    text: `${DLOPEN} tried: '${EXTENSION}' (not a mach-o file), ${CRYPTEX}`,
    kind: 'ld-corrupt-file',
    told: ['damaged'],
  },
];

const failed = (words: string) => `DLL load failed while importing _ext: ${words}`;
const WINDOWS: readonly Row[] = [
  {
    text: failed('The specified module could not be found.'),
    kind: 'ld-missing-library',
    told: ['delvewheel', 'Visual C++ redistributable'],
    never: UNIX_ONLY,
  },
  // Wine's words.
  { text: failed('Module not found.'), kind: 'ld-missing-library', told: ['a DLL'] },
  {
    text: failed('The specified procedure could not be found.'),
    kind: 'ld-undefined-symbol',
    told: ['a function that a DLL does not have', '`PATH`', 'delvewheel', 'Windows does not say'],
    never: UNIX_ONLY,
  },
  { text: failed('%1 is not a valid Win32 application.'), kind: 'ld-wrong-arch', told: [] },
  { text: failed('The operating system cannot run %1.'), kind: 'ld-wrong-arch', told: [] },
  {
    text: failed('The paging file is too small for this operation to complete.'),
    kind: 'ld-no-memory',
    told: ['paging file', '--jobs 1'],
    never: /ulimit/,
  },
  { text: failed('页面文件太小，无法完成操作。'), kind: 'ld-no-memory', told: [] },
  {
    text: failed('A dynamic link library (DLL) initialization routine failed.'),
    kind: 'ld-init-failed',
    told: ['where msvcp140.dll'],
    never: UNIX_ONLY,
  },
  { text: failed('动态链接库(DLL)初始化例程失败。'), kind: 'ld-init-failed', told: [] },
  {
    text: failed('An Application Control policy has blocked this file.'),
    kind: 'ld-refused',
    told: ['Windows does not let its file be loaded', 'virus scanner'],
    never: UNIX_ONLY,
  },
  { text: failed('Access is denied.'), kind: 'ld-refused', told: [] },
];

const LINUX: readonly Row[] = [
  {
    text: '/tmp/site-packages/pkg/_ext.so: failed to map segment from shared object: Operation not permitted',
    kind: 'ld-refused',
    told: ['noexec', 'TMPDIR'],
  },
  {
    text: '/opt/pkg/_ext.so: failed to map segment from shared object: Cannot allocate memory',
    kind: 'ld-no-memory',
    told: ['ulimit -v'],
  },
  {
    text: 'libfoo.so.1: cannot enable executable stack as shared object requires: Invalid argument',
    kind: 'ld-executable-stack',
    told: ['`libfoo.so.1` asks for an executable stack', 'noexecstack'],
  },
  // Not each Python has them.
  ...['_PyArg_ParseStackAndKeywords_SizeT', 'PyArg_ParseArray', 'PyExc_EncodingWarning'].map(
    (symbol) => ({
      text: `/opt/pkg/_ext.so: undefined symbol: ${symbol}`,
      kind: 'py-undefined-symbol',
      told: ['built for another Python'],
      never: /LD_PRELOAD/,
    }),
  ),
  // Each Python has them.
  ...['_PyArg_ParseTuple_SizeT', '_Py_NoneStruct', 'PyArg_Parse'].map((symbol) => ({
    text: `/opt/pkg/_ext.so: undefined symbol: ${symbol}`,
    kind: 'py-undefined-symbol',
    told: ['LD_PRELOAD'],
  })),
];

const TABLES = [
  ['macOS', 'macos-arm64', `${SITE}/pkg/__init__.py`, MACOS],
  ['Windows', 'windows-amd64', 'C:\\venv\\Lib\\site-packages\\pkg\\__init__.py', WINDOWS],
  ['Linux', 'linux-x86_64', '/venv/lib/python3.12/site-packages/pkg/__init__.py', LINUX],
] as const;

function diagnosed(
  text: string,
  platform: string,
  facts: Partial<BinaryFacts> = {},
  subjects: readonly string[] = ['pkg'],
): Diagnosis {
  const raised = raisedBy(`ImportError: ${text}`);
  const made = evidenceOf({
    subjects,
    module: target('pkg._ext', facts),
    observation: observed({
      outcome: { kind: 'raised' },
      exceptions: [raised],
      events: [load('begin', 'pkg._ext'), load('fail', 'pkg._ext', [raised])],
    }),
  });
  const { combination } = made;
  const found = diagnose({ ...made, combination: combination && { ...combination, platform } });
  if (found === null) throw new Error('nothing was found');
  return found;
}

function expectTold(one: { title: string; explanation: string; fix: string }, row: Row): void {
  const all = `${one.title}\n${one.explanation}\n${one.fix}`;
  for (const words of row.told) expect(all).toMatch(words);
  if (row.never) expect(all).not.toMatch(row.never);
}

describe.each(TABLES)('%s’ loader', (_name, platform, file, rows) => {
  it.each(rows)('a probe: $kind from $text', (row) => {
    const found = diagnosed(row.text, platform);
    expect(found.kind).toBe(row.kind);
    const { fix } = diagnosed(row.text, platform, {}, ['another']);
    expectTold({ ...found, fix: `${found.fix}\n${fix}` }, row);
  });

  it.each(rows)('a log: $kind from $text', async (row) => {
    const log = `Traceback (most recent call last):\n  File "${file}", line 1, in <module>\n    from . import _ext\nImportError: ${row.text}\n`;
    async function* bytes() {
      yield new TextEncoder().encode(log);
    }
    const { findings } = await explainLog(bytes());
    expect(findings.map(({ kind }) => kind)).toEqual([row.kind]);
    for (const one of findings) expectTold(one, { ...row, told: [] });
  });
});

it('Windows names no DLL, the file’s import table does', () => {
  const needed = ['KERNEL32.dll', 'absent.dll', 'api-ms-win-crt-heap-l1-1-0.dll', 'python312.dll'];
  const text = failed('The specified module could not be found.');
  const found = diagnosed(text, 'windows-amd64', { format: 'pe', needed });
  expect(found.explanation).toContain('the file asks for `absent.dll`.');
});

it.each([
  ["tried: 'a' (no such file)", []],
  ["tried: 'a' (b (c (d))), 'e' (f)", ['b (c (d))', 'f']],
  ['nothing', []],
])('%s', (text, reasons) => {
  expect(refusedFiles(text).map(({ reason }) => reason)).toEqual(reasons);
});
