import { describe, expect, it } from '@jest/globals';
import { diagnose } from '../../../src/judge/diagnose/diagnose.ts';
import type { NativeFrame } from '../../../src/model/observation.ts';
import { evidenceOf, load, NO_FACTS, observed, raisedBy, SITE } from './made-evidence.ts';

function native(library: string): NativeFrame {
  return { function: 'f', file: null, line: null, library };
}

const PYTHON = native('/py/lib/libpython3.11.so.1.0');
const NUMPY = native(`${SITE}numpy/_core/_multiarray_umath.cpython-311-x86_64-linux-gnu.so`);
const OTHER = native(`${SITE}pandas/_libs/x.cpython-311-x86_64-linux-gnu.so`);
const LIBC = native('/lib/libc.so.6');

const ended = (file: string) => ({ ...load('begin', 'pkg._a'), event: 'end' as const, file });

function crash(nativeFrames: readonly NativeFrame[], stderr = '', platform = 'linux-x86_64') {
  const observation = observed({
    outcome: { kind: 'signalled', signal: 'SIGSEGV' },
    phase: 'call',
    stderr,
    nativeFrames,
    // The subject is loaded, and the only one: that is no evidence.
    events: [load('begin', 'pkg._a'), ended(`${SITE}pkg/_a.cpython-311-x86_64-linux-gnu.so`)],
  });
  const made = evidenceOf({ smoke: true, module: null, observation, subjects: ['pkg'] });
  const combination = made.combination && { ...made.combination, platform };
  return diagnose({ ...made, combination });
}

const DUMP = (file: string) =>
  `Fatal Python error: Segmentation fault\n\nCurrent thread 0x1 (most recent call first):\n  File "${file}", line 517 in string_at\n  File "smoke.py", line 2 in <module>\n`;

describe('whose crash at a call it is', () => {
  it.each<[string, readonly NativeFrame[], string, string | null]>([
    ['no evidence', [], '', null],
    ['ctypes of the standard library', [], DUMP('/usr/lib/python3.11/ctypes/__init__.py'), null],
    ['a frame of a package', [], DUMP(`${SITE}dep/a.py`), 'dep'],
    ['the native stack', [LIBC, OTHER, PYTHON], '', 'pandas'],
    ['another distribution directly under NumPy', [NUMPY, NUMPY, OTHER, PYTHON], '', 'pandas'],
    ['NumPy, called by Python', [NUMPY, PYTHON, OTHER], '', 'numpy'],
  ])('%s', (_, frames, stderr, expected) => {
    const found = crash(frames, stderr);
    expect(found?.kind).toBe('crash');
    expect(found?.culprit.distribution).toBe(expected);
    if (expected === null) expect(found).toMatchObject({ fault: 'unknown' });
    expect(found?.fix).not.toContain('own import');
  });

  it('names what Windows has', () => {
    expect(crash([], '', 'windows-amd64')?.fix).toContain('WinDbg');
    expect(crash([], '', 'windows-amd64')?.fix).not.toContain('gdb --args');
  });
});

describe('a mistake of the smoke code', () => {
  const run = (text: string, more: Parameters<typeof observed>[0] = {}) =>
    diagnose(
      evidenceOf({
        smoke: true,
        module: null,
        subjects: ['pkg'],
        observation: observed({
          outcome: { kind: 'raised' },
          phase: 'call',
          exceptions: [
            raisedBy(text, { frames: [{ file: 'smoke.py', line: 3, function: '<module>' }] }),
          ],
          ...more,
        }),
      }),
    );

  it('is not the package’s: no cap, no requirement', () => {
    const found = run(
      'AttributeError: `np.float_` was removed in the NumPy 2.0 release. Use `np.float64` instead.',
    );
    expect(found).toMatchObject({ kind: 'np-removed-attr', facts: { smokeItself: true } });
    expect(found?.title).toContain('The smoke code');
    expect(found?.fix).toContain('Use `np.float64` instead.');
    expect(found?.fix).not.toMatch(/cap `numpy`/);
    expect(found?.hints.requirement).toBeUndefined();
    expect(found?.evidence).toContain('File "smoke.py", line 3, in <module>');
  });

  it('keeps what sys.exit said', () => {
    const found = run('SystemExit: dataset missing', { outcome: { kind: 'exited', code: 1 } });
    expect(found?.title).toContain('dataset missing');
    expect(found?.explanation).not.toContain('without an exception');
    expect(found?.evidence).toContain('SystemExit: dataset missing');
  });
});

describe('NumPy’s refusal at a call, which has no load and no frame in C', () => {
  const called = (era: (file: string) => '1.x' | '2.x') => {
    const files = ['pkg/_a', 'dep/_b'].map(
      (one) => `${SITE}${one}.cpython-311-x86_64-linux-gnu.so`,
    );
    const made = evidenceOf({
      smoke: true,
      module: null,
      subjects: ['pkg'],
      observation: observed({
        outcome: { kind: 'raised' },
        phase: 'call',
        stderr:
          'A module that was compiled using NumPy 1.x cannot be run in\nNumPy 2.2.6 as it may crash.\n',
        exceptions: [
          raisedBy('ImportError: numpy.core.multiarray failed to import', {
            frames: [{ file: '/x/smoke.py', line: 2, function: '<module>' }],
          }),
        ],
        events: files.map((file) => ({
          ...ended(file),
          module: file.slice(SITE.length, SITE.length + 6).replace('/', '.'),
        })),
      }),
    });
    const factsOf = (file: string) => ({
      ...NO_FACTS,
      capi: { era: era(file), target: null, also: [] },
    });
    return diagnose({ ...made, factsOf });
  };

  it('is of the only file for NumPy 1 that was loaded', () => {
    const found = called((file) => (file.includes('/pkg/') ? '1.x' : '2.x'));
    expect(found).toMatchObject({
      kind: 'np1-on-np2',
      fault: 'own',
      culprit: { distribution: 'pkg', module: 'pkg._a' },
    });
    expect(found?.title).toContain('`pkg` fails at a call');
    const other = called((file) => (file.includes('/dep/') ? '1.x' : '2.x'));
    expect(other).toMatchObject({ fault: 'dependency', culprit: { distribution: 'dep' } });
  });

  it('is of that file, too, where the smoke code hides it', () => {
    const file = `${SITE}pkg/_a.cpython-311-x86_64-linux-gnu.so`;
    const made = evidenceOf({
      smoke: true,
      module: null,
      subjects: ['pkg'],
      observation: observed({
        phase: 'exit',
        stderr:
          '\nA module that was compiled using NumPy 1.x cannot be run in\nNumPy 2.2.6 as it may crash.\n\nTraceback (most recent call last):  File "/x/smoke.py", line 2, in <module>\n',
        events: [ended(file)],
      }),
    });
    const capi = { era: '1.x' as const, target: null, also: [] };
    const found = diagnose({ ...made, factsOf: () => ({ ...NO_FACTS, capi }) });
    expect(found).toMatchObject({ kind: 'swallowed', culprit: { distribution: 'pkg' } });
  });

  it('is nobody’s where there are two', () => {
    expect(called(() => '1.x')).toMatchObject({ kind: 'np1-on-np2', culprit: { module: null } });
  });
});
