import { describe, expect, it, test } from '@jest/globals';
import { debuggerFrame } from '../../../src/judge/diagnose/debugger-frames.ts';
import { explainLog } from '../../../src/judge/explain-log/explain.ts';

const SITE = '/home/u/env/lib/python3.10/site-packages';
const FILE = `${SITE}/pynufft/_nufft.cpython-310-x86_64-linux-gnu.so`;

describe('debuggerFrame()', () => {
  it.each<[string, string, string | null, string | null, number | null]>([
    [`#1  0x00007ffff6cd3c1e in PyInit__nufft () from ${FILE}`, 'PyInit__nufft', FILE, null, null],
    ['#2  total (a=1) at src/total.c:12', 'total', null, 'src/total.c', 12],
    [
      '  * frame #1: 0x00000001373d634c _ext.cpython-39-darwin.so`string_callback_ + 44',
      'string_callback_',
      '_ext.cpython-39-darwin.so',
      null,
      null,
    ],
    [`==21==    at 0x6B2C3D4: PyInit__nufft (in ${FILE})`, 'PyInit__nufft', FILE, null, null],
    ['   by 0x2B2A1C: load(int, char*) (importdl.c:164)', 'load', null, 'importdl.c', 164],
    ['    #0 0x7f1f2a in PyInit_q /src/q.c:12:3', 'PyInit_q', null, '/src/q.c', 12],
    [`    #2 0x7f2a10  (${FILE}+0x29d8f) (BuildId: 9a1c)`, '??', FILE, null, null],
    [
      '1   _ext.cpython-311-darwin.so\t       0x10f8b9c4c __pyx_init + 1204',
      '__pyx_init',
      '_ext.cpython-311-darwin.so',
      null,
      null,
    ],
    [`PyInit__nufft at ${FILE} (unknown line)`, 'PyInit__nufft', FILE, null, null],
    [
      '# C  [_ext.cpython-38-x86_64-linux-gnu.so+0x1044]  f+0x24',
      'f',
      '_ext.cpython-38-x86_64-linux-gnu.so',
      null,
      null,
    ],
    [
      '                #0  0x00007f1c2b2f10f3 PyInit_q (_ext.cpython-312-x86_64-linux-gnu.so + 0x10f3)',
      'PyInit_q',
      '_ext.cpython-312-x86_64-linux-gnu.so',
      null,
      null,
    ],
    ['0x0000007ff7489e70 in ?? () from /opt/libq.so', '??', '/opt/libq.so', null, null],
    [
      'Nov 02 13:10:57 host kernel: traps: python3[25] trap invalid opcode ip:7f8b sp:7ffd error:0 in _ext.abi3.so[7f8b+9a]',
      '??',
      '_ext.abi3.so',
      null,
      null,
    ],
    [
      'Pfad des fehlerhaften Moduls: C:\\v\\_ext.cp312-win_amd64.pyd',
      '??',
      'C:\\v\\_ext.cp312-win_amd64.pyd',
      null,
      null,
    ],
    [
      '    #1 0x0001083b71cc in __pyx_f_4lapx_6_lapjv_solve _lapjv.pyx.c:5584',
      '__pyx_f_4lapx_6_lapjv_solve',
      'module:lapx._lapjv',
      '_lapjv.pyx.c',
      5584,
    ],
    [
      '[12.5] python3[71]: segfault at 10 ip 00007f3c sp 00007ffd error 4 in _ext.abi3.so[7f3c+300]',
      '??',
      '_ext.abi3.so',
      null,
      null,
    ],
  ])('%s', (line, name, library, file, number) => {
    expect(debuggerFrame(line)).toEqual({ function: name, library, file, line: number });
  });

  it.each([
    'Traceback at line 3',
    '#12 fixed in 1.2 (#34)',
    'at 10:04 the build began',
    '1   numpy   0x1   of them',
  ])('%s is none', (line) => {
    const frame = debuggerFrame(line);
    expect([frame?.library ?? null, frame?.file ?? null]).toEqual([null, null]);
  });
});

const CRASHES: readonly (readonly [name: string, lines: readonly string[], module: string])[] = [
  [
    'valgrind',
    [
      '==9== Process terminating with default action of signal 11 (SIGSEGV): dumping core',
      '==9==  Access not within mapped region at address 0x10',
      `==9==    at 0x6B2C3D4: PyInit__nufft (in ${FILE})`,
      '==9==    by 0x2B2A1C: _PyImport_LoadDynamicModuleWithSpec (importdl.c:164)',
    ],
    'pynufft._nufft',
  ],
  [
    'macOS',
    [
      'Exception Type:        EXC_BAD_ACCESS (SIGSEGV)',
      'Thread 0 Crashed:: Dispatch queue: com.apple.main-thread',
      '0   libsystem_platform.dylib      \t       0x18a3d2c44 _platform_memmove + 52',
      '1   _ckdtree.cpython-311-darwin.so\t       0x10f8b9c4c __pyx_init + 1204',
      '2   Python                        \t       0x10293b6f0 type_call + 132',
    ],
    '_ckdtree',
  ],
  [
    'Julia, whose stack begins in NumPy',
    [
      '[71] signal (11.1): Segmentation fault',
      'in expression starting at REPL[3]:1',
      `PyArray_DescrFromType at ${SITE}/numpy/core/_multiarray_umath.cpython-310-x86_64-linux-gnu.so (unknown line)`,
      `PyInit__nufft at ${FILE} (unknown line)`,
      '_PyImport_Load at /home/u/.julia/conda/3/lib/libpython3.10.so.1.0 (unknown line)',
    ],
    'pynufft._nufft',
  ],
  [
    'Java',
    [
      '#  SIGSEGV (0xb) at pc=0x00007f8a6c0a1044, pid=2310, tid=0x00007f8b1c7f6700',
      '# Problematic frame:',
      '# C  [_tfidf.cpython-38-x86_64-linux-gnu.so+0x1044]  __pyx_f_init+0x24',
    ],
    '_tfidf',
  ],
  [
    'the kernel',
    [
      '[12.5] python3[71]: segfault at 10 ip 00007f3c sp 00007ffd error 4 in _tree.cpython-310-x86_64-linux-gnu.so[7f3c+300]',
    ],
    '_tree',
  ],
];

const PREFIXED = CRASHES.filter(([name]) => name !== 'the kernel').map(
  ([name, lines, module]) =>
    [
      `${name} behind a container’s prefix`,
      ['Starting', ...lines].map((line) => `web-1  | ${line}`),
      module,
    ] as const,
);

test.each([...CRASHES, ...PREFIXED])('a crash as %s tells it', async (_name, lines, module) => {
  const { findings } = await explainLog(
    (async function* () {
      yield lines.join('\n');
    })(),
  );
  expect(findings.map((one) => [one.kind, one.culprit.module])).toEqual([['crash', module]]);
  const file = module.split('.').at(-1) ?? module;
  expect(findings[0]?.evidence.some((line) => line.includes(file))).toBe(true);
});
