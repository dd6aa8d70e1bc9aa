import { expect, it } from '@jest/globals';
import { explainLog } from '../../../src/judge/explain-log/explain.ts';

async function* bytesOf(text: string): AsyncGenerator<Uint8Array> {
  yield new TextEncoder().encode(text);
}

const PYD = 'C:\\Python312\\Lib\\site-packages\\lapx\\_lapjv.cp312-win_amd64.pyd';
const EVENT = (program: string, module: string, code: string, path: string) =>
  `${program}\n${module}\n${code}: 0xc0000005\nFehleroffset: 0x00000000001b2c3d\n${path}: ${PYD}\n`;
const STUB = `>>> import lapx

A module that was compiled using NumPy 1.x cannot be run in
NumPy 2.2.3 as it may crash. To support both 1.x and 2.x
versions of NumPy, modules must be compiled with NumPy 2.0.

Traceback (most recent call last):  File "<stdin>", line 1, in <module>
  File "/venv/lib/python3.11/site-packages/lapx/__init__.py", line 5, in <module>
    from ._lapjv import lapjv
AttributeError: _ARRAY_API not found
`;

/** How a log tells of a death, the signal, and whose it is. */
it.each<[string, string, string, string]>([
  [
    'Windows’ event log',
    EVENT(
      'Faulting application name: python.exe, version: 3.12.9150.1013, time stamp: 0x67a1f0e2',
      'Faulting module name: _lapjv.cp312-win_amd64.pyd, version: 0.0.0.0, time stamp: 0x678d8b5f',
      'Exception code',
      'Faulting module path',
    ),
    'ACCESS_VIOLATION',
    'lapx._lapjv',
  ],
  [
    'the same in German',
    EVENT(
      'Name der fehlerhaften Anwendung: python.exe, Version: 3.12.9150.1013',
      'Name des fehlerhaften Moduls: _lapjv.cp312-win_amd64.pyd, Version: 0.0.0.0',
      'Ausnahmecode',
      'Pfad des fehlerhaften Moduls',
    ),
    'ACCESS_VIOLATION',
    'lapx._lapjv',
  ],
  [
    'the same in Chinese',
    EVENT(
      '错误应用程序名称: python.exe，版本: 3.12.9150.1013',
      '错误模块名称: _lapjv.cp312-win_amd64.pyd，版本: 0.0.0.0',
      '异常代码',
      '错误模块路径',
    ),
    'ACCESS_VIOLATION',
    'lapx._lapjv',
  ],
  [
    'coredumpctl',
    '        Signal: 11 (SEGV)\n  Command Line: python3 a.py\n                #0  0x00007f1c PyInit__lapjv (/venv/lib/python3.12/site-packages/lapx/_lapjv.cpython-312-x86_64-linux-gnu.so + 0x10f3)\n',
    'SIGSEGV',
    'lapx._lapjv',
  ],
  [
    'the kernel, of NumPy’s core by its name alone',
    'Nov 02 13:10:57 pi kernel: traps: python3[2573] trap invalid opcode ip:7f8b sp:7ffd error:0 in _multiarray_umath.cpython-311-x86_64-linux-gnu.so[7f8b+9a]\n',
    'SIGILL',
    'numpy',
  ],
  [
    'systemd',
    'Nov 02 13:10:57 pi systemd[1]: app.service: Main process exited, code=dumped, status=4/ILL\n',
    'SIGILL',
    '–',
  ],
  [
    'Celery',
    "[2024-06-22 10:00:01,120: ERROR/MainProcess] Process 'ForkPoolWorker-2' pid:49 exited with 'signal 11 (SIGSEGV)'\n",
    'SIGSEGV',
    '–',
  ],
  [
    'AddressSanitizer, by Cython’s names',
    '==36838==ERROR: AddressSanitizer: SEGV on unknown address 0x0 (pc 0x1 bp 0x2 sp 0x3 T0)\n    #0 0x0001083b7294 in solve lapjv.h:399\n    #1 0x0001083b71cc in __pyx_f_4lapx_6_lapjv_solve _lapjv.pyx.c:5584\n',
    'SIGSEGV',
    'lapx._lapjv',
  ],
  [
    'macOS, whose report names folders at its end',
    'Exception Type:        EXC_BAD_ACCESS (SIGSEGV)\n\nThread 0 Crashed::  Dispatch queue: com.apple.main-thread\n0   _lapjv.cpython-312-darwin.so   \t       0x103e01080 PyInit__lapjv + 1210\n1   Python                        \t       0x1016131e3 _PyImport_Load + 99\n\nBinary Images:\n       0x103df0000 -        0x103e0ffff _lapjv.cpython-312-darwin.so (*) <63bcf254-2061> /venv/lib/python3.12/site-packages/lapx/_lapjv.cpython-312-darwin.so\n',
    'SIGSEGV',
    'lapx._lapjv',
  ],
  [
    'uWSGI, with glibc’s own backtrace',
    '!!! uWSGI process 12 got Segmentation Fault !!!\n*** backtrace of 12 ***\nuwsgi(uwsgi_backtrace+0x2a) [0x55d1c1]\n/venv/lib/python3.9/site-packages/lapx/_lapjv.cpython-39-x86_64-linux-gnu.so(+0x12ab) [0x7f8a]\nDAMN ! worker 1 (pid: 12) died, killed by signal 11 :( trying respawn ...\n',
    'SIGSEGV',
    'lapx._lapjv',
  ],
  ['joblib', 'The exit codes of the workers are {SIGSEGV(-11), SIGSEGV(-11)}\n', 'SIGSEGV', '–'],
  ['torchrun', '  traceback : Signal 11 (SIGSEGV) received by PID 4711\n', 'SIGSEGV', '–'],
  ['a prompt', '>>> import lapx\nIllegal instruction (core dumped)\n', 'SIGILL', 'lapx'],
  ['zsh', 'zsh: illegal hardware instruction  python a.py\n', 'SIGILL', '–'],
  ['German', 'Speicherzugriffsfehler (Speicherabzug geschrieben)\n', 'SIGSEGV', '–'],
  ['Chinese', '$ python3 -c "import lapx"\n非法指令 (核心已转储)\n', 'SIGILL', 'lapx'],
])('%s: %s', async (_what, text, signal, whose) => {
  const { findings } = await explainLog(bytesOf(text));
  expect(
    findings.map(({ kind, culprit }) => [kind, culprit.module ?? culprit.distribution ?? '–']),
  ).toEqual([['crash', whose]]);
  expect(findings[0]?.title).toContain(signal);
});

it('a crash after NumPy’s complaint is its end, not a second one', async () => {
  const { findings } = await explainLog(bytesOf(`${STUB}Segmentation fault: 11\n`));
  expect(findings.map(({ kind, severity }) => [kind, severity])).toEqual([['np1-on-np2', 'error']]);
});

it.each([
  [
    'another program’s event',
    'Faulting application name: Teams.exe, version: 1.6.0.1381\nFaulting module name: ntdll.dll, version: 10.0\nException code: 0xc0000005\nFaulting module path: C:\\Windows\\SYSTEM32\\ntdll.dll\n',
  ],
  [
    'a time-out of gunicorn',
    '[7] [ERROR] Worker (pid:11) was sent SIGKILL! Perhaps out of memory?\n',
  ],
  [
    'a service that is stopped',
    'systemd[1]: a.service: Main process exited, code=exited, status=1/FAILURE\n',
  ],
])('%s is none', async (_what, text) => {
  expect((await explainLog(bytesOf(text))).findings).toEqual([]);
});
