import { diagnose } from '../../../src/judge/diagnose/diagnose.ts';
import type { EmptyTable } from '../../../src/model/measurements.ts';
import type { NativeFrame } from '../../../src/model/observation.ts';
import { evidenceOf, load, observed, SITE } from './made-evidence.ts';

const FILE = `${SITE}pkg/_ext.cpython-311-x86_64-linux-gnu.so`;
const TABLE = {
  how: 'apart',
  file: 'src/other.c',
  line: 3,
  called: 'PyArray_ZEROS',
  filledIn: 'src/ext.c',
  within: null,
} as const;
const frame = (file: string | null, library = FILE): NativeFrame => ({
  function: 'make_ones',
  file,
  line: file === null ? null : 9,
  library,
});

/** What smoke code that crashed is called, and its title. */
function told(
  signal: string,
  nativeFrames: readonly NativeFrame[],
  loaded: readonly string[] = ['pkg._ext'],
): string {
  const events = loaded.flatMap((name) => [load('begin', name), load('end', name)]);
  const outcome = { kind: 'signalled', signal } as const;
  const observation = observed({ outcome, phase: 'call', events, nativeFrames });
  const emptyTable = (name: string) => (name === 'pkg._ext' || name === 'pkg._two' ? TABLE : null);
  const found = diagnose(evidenceOf({ module: null, smoke: true, observation, emptyTable }));
  return `${found?.kind}: ${found?.title}`;
}

const NAMED =
  'import-array-missing: `pkg` crashes (SIGSEGV): `src/other.c` has a table of NumPy’s C-API of its own, which nobody fills';

describe('a crash in a module whose second file has a table of its own', () => {
  it.each<[string, string, readonly NativeFrame[], readonly string[], boolean]>([
    ['in that file', 'SIGSEGV', [frame('/repo/src/other.c')], ['pkg._ext'], true],
    ['in that module, without lines', 'SIGSEGV', [frame(null)], ['pkg._ext'], true],
    ['without a stack, and no other may be it', 'SIGSEGV', [], ['pkg._ext', 'pkg._fine'], true],
    ['without a stack, where two may be it', 'SIGSEGV', [], ['pkg._ext', 'pkg._two'], false],
    ['in another file', 'SIGSEGV', [frame('/repo/src/ext.c')], ['pkg._ext'], false],
    [
      'in another module',
      'SIGSEGV',
      [frame(null, `${SITE}dep/_x.cpython-311-x86_64-linux-gnu.so`)],
      ['pkg._ext'],
      false,
    ],
    [
      'that is no read of a null pointer',
      'SIGABRT',
      [frame('/repo/src/other.c')],
      ['pkg._ext'],
      false,
    ],
  ])('%s', (_what, signal, frames, loaded, isNamed) => {
    if (isNamed) expect(told(signal, frames, loaded)).toBe(NAMED);
    else expect(told(signal, frames, loaded)).toMatch(/^crash: /);
  });

  it('has the lines to add', () => {
    const events = [load('begin', 'pkg._ext'), load('end', 'pkg._ext')];
    const outcome = { kind: 'signalled', signal: 'SIGSEGV' } as const;
    const nativeFrames = [frame('/repo/src/other.c')];
    const observation = observed({ outcome, phase: 'call', events, nativeFrames });
    const emptyTable = () => TABLE;
    const found = diagnose(evidenceOf({ module: null, smoke: true, observation, emptyTable }));
    expect(found?.fix).toContain(
      '`#define PY_ARRAY_UNIQUE_SYMBOL pkg__ext_ARRAY_API` in both files',
    );
    expect(found?.fix).toContain('in `src/other.c` also `#define NO_IMPORT_ARRAY`');
    expect(found?.hints.source).toEqual({ file: 'src/other.c', line: 9 });
  });
});

describe('a crash in a module whose table is filled by nobody, or later', () => {
  const told = (table: EmptyTable) => {
    const events = [load('begin', 'pkg._ext'), load('end', 'pkg._ext')];
    const outcome = { kind: 'signalled', signal: 'SIGSEGV' } as const;
    const nativeFrames = [frame('/repo/src/other.c')];
    const observation = observed({ outcome, phase: 'call', events, nativeFrames });
    const emptyTable = () => table;
    return diagnose(evidenceOf({ module: null, smoke: true, observation, emptyTable }));
  };

  it('names import_umath() where ufuncs have none', () => {
    const found = told({ ...TABLE, how: 'ufunc', called: 'PyUFunc_FromFuncAndData' });
    expect(found?.title).toBe('`pkg` crashes (SIGSEGV): it never calls import_umath()');
    expect(found?.fix).toMatch(/^Call `import_umath\(\);` in the module’s init function/);
    expect(found?.kind).toBe('import-array-missing');
  });

  it('names the function that fills it too late', () => {
    const found = told({ ...TABLE, how: 'late', within: 'setup' });
    expect(found?.title).toContain('import_array() stands in `setup`, which the init function');
    expect(found?.fix).toMatch(/^Call `import_array\(\);` in the module’s `PyInit_` function/);
  });
});

describe('a module that was imported, and calls through an empty table', () => {
  const told = (table: EmptyTable) => diagnose(evidenceOf({ emptyTable: () => table }));

  it('is in doubt where a build file lists the files', () => {
    const found = told({ ...TABLE, listed: true });
    expect(found?.title).toBe(
      '`pkg` imports, but crashes when it is called: `src/other.c` has a table of NumPy’s C-API of its own, which nobody fills',
    );
    expect(found).toMatchObject({ kind: 'import-array-missing', severity: 'warning' });
    expect(found?.hints.source).toEqual({ file: 'src/other.c', line: 3 });
  });

  it.each([
    ['other-symbol', 'names its table of NumPy’s C-API otherwise than the file that fills one'],
    ['too-late', 'shares NumPy’s C-API table too late, and so has its own, which nobody fills'],
  ] as const)('is in doubt where the files do not share it rightly (%s)', (how, what) => {
    expect(told({ ...TABLE, how, listed: true })?.title).toBe(
      `\`pkg\` imports, but crashes when it is called: \`src/other.c\` ${what}`,
    );
  });

  it('says what the build is to define where Cython writes the other file', () => {
    expect(told({ ...TABLE, filledIn: 'pkg/_ext.pyx', listed: true })?.fix).toContain(
      '`define_macros=[("PY_ARRAY_UNIQUE_SYMBOL", "pkg__ext_ARRAY_API")]`',
    );
  });

  it('is fine where that file may be a dead one', () => {
    expect(told(TABLE)).toBeNull();
  });
});
