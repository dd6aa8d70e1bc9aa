import { describe, expect, it, test } from '@jest/globals';
import { diagnose, diagnoseAll } from '../../../src/judge/diagnose/diagnose.ts';
import type { Evidence, Sibling } from '../../../src/judge/diagnose/evidence.ts';
import type { CapiFacts } from '../../../src/model/compiled-module.ts';
import type { Outcome } from '../../../src/model/outcome.ts';
import { ALONE } from '../../../src/model/scope.ts';
import { evidenceOf, load, NO_FACTS, observed, raisedBy, SITE, target } from './made-evidence.ts';

const RAISED: Outcome = { kind: 'raised' };
const SEGV: Outcome = { kind: 'signalled', signal: 'SIGSEGV' };
const AUTO =
  "ImportError: numpy.core.multiarray failed to import (auto-generated because you didn't call 'numpy.import_array()' after cimporting numpy; use '<void>numpy._import_array' to disable if you are certain you don't need it).";

function sibling(
  numpy: string,
  kind: 'imported' | 'raised' | 'signalled',
  python = '3.11.7',
): Sibling {
  const outcome: Outcome = kind === 'signalled' ? SEGV : { kind };
  return {
    combination: `py-np${numpy}`,
    python,
    numpy,
    outcome,
    fingerprint: kind === 'imported' ? null : 'X',
  };
}

/** `pkg._ext` fails to load with a text, under a NumPy. */
function failing(
  text: string,
  numpy = '2.2.6',
  capi: Partial<CapiFacts> = {},
  siblings: readonly Sibling[] = [],
): Evidence {
  const raised = raisedBy(text);
  return evidenceOf({
    module: target('pkg._ext', { capi: { era: 'none', target: null, also: [], ...capi } }),
    siblings: siblings.map((one) =>
      one.fingerprint === null ? one : { ...one, fingerprint: text },
    ),
    observation: observed({
      outcome: RAISED,
      exceptions: [raised],
      events: [load('begin', 'pkg._ext'), load('fail', 'pkg._ext', [raised])],
      numpy: { version: numpy, file: `${SITE}numpy/__init__.py` },
    }),
  });
}

test.each<[string, Evidence, string, string]>([
  [
    'hidden cause, era 1.x on NumPy 2',
    failing(AUTO, '2.2.6', { era: '1.x' }),
    'np1-on-np2',
    'numpy-abi',
  ],
  [
    'hidden cause, target above NumPy',
    failing(AUTO, '2.0.2', { era: '2.x', target: '2.3' }),
    'np-api-too-new',
    'numpy-abi',
  ],
  [
    'hidden cause, undecidable',
    failing(AUTO, '1.20.3', { era: '1.x' }),
    'np-import-array-failed',
    'numpy-abi',
  ],
  [
    'hidden cause, era 1.x, works on a later 1.x and fails on 2.x',
    failing(AUTO, '1.19.3', { era: '1.x' }, [
      sibling('1.26.4', 'imported'),
      sibling('2.0.2', 'raised'),
    ]),
    'np-api-too-new',
    'numpy-abi',
  ],
  [
    'hidden cause, era 1.x on NumPy 2, works between',
    failing(AUTO, '2.0.2', { era: '1.x' }, [
      sibling('1.19.3', 'raised'),
      sibling('1.26.4', 'imported'),
    ]),
    'np1-on-np2',
    'numpy-abi',
  ],
  [
    '"initialization failed", era 1.x',
    failing('ImportError: initialization failed', '2.2.6', { era: '1.x' }),
    'np1-on-np2',
    'numpy-abi',
  ],
  [
    'silent, only from a NumPy on',
    failing(
      'SystemError: initialization of _ext failed without raising an exception',
      '1.24.4',
      {},
      [sibling('1.23.5', 'imported')],
    ),
    'py-init-broken',
    'numpy-abi',
  ],
  [
    'unknown, only from a NumPy on',
    failing('ValueError: boom', '2.2.6', {}, [
      sibling('1.26.4', 'imported'),
      sibling('2.0.2', 'raised'),
    ]),
    'unclassified',
    'numpy-abi',
  ],
  [
    'unknown, on every NumPy alike',
    failing('ValueError: boom', '2.2.6', {}, [sibling('1.26.4', 'raised')]),
    'unclassified',
    'unrelated',
  ],
  ['unknown, one combination only', failing('ValueError: boom'), 'unclassified', 'unclassified'],
  [
    'missing library, on every NumPy alike',
    failing(
      'ImportError: libfoo.so.1: cannot open shared object file: No such file or directory',
      '2.2.6',
      {},
      [sibling('1.26.4', 'raised')],
    ),
    'ld-missing-library',
    'unrelated',
  ],
  [
    'NumPy’s own text, on every NumPy alike',
    failing('AttributeError: _ARRAY_API not found', '2.2.6', { era: '1.x' }, [
      sibling('2.0.2', 'raised'),
    ]),
    'np1-on-np2',
    'numpy-abi',
  ],
  [
    'macOS architecture',
    failing(
      "ImportError: dlopen(/x/pkg/_ext.so, 0x0002): tried: '/x/pkg/_ext.so' (mach-o file, but is an incompatible architecture (have 'x86_64', need 'arm64'))",
    ),
    'ld-wrong-arch',
    'loader',
  ],
  [
    'macOS library',
    failing(
      'ImportError: dlopen(/x/pkg/_ext.so, 0x0002): Library not loaded: @rpath/libfoo.dylib\n  Referenced from: /x/pkg/_ext.so\n  Reason: tried: ...',
    ),
    'ld-missing-library',
    'loader',
  ],
  [
    'macOS Python symbol',
    failing(
      "ImportError: dlopen(/x/pkg/_ext.so, 0x0002): symbol not found in flat namespace '_PyCMethod_New'",
    ),
    'py-undefined-symbol',
    'python-abi',
  ],
  [
    'macOS symbol',
    failing(
      "ImportError: dlopen(/x/pkg/_ext.so, 0x0002): symbol not found in flat namespace '_cblas_dgemm'",
    ),
    'ld-undefined-symbol',
    'loader',
  ],
  [
    'musl library',
    failing(
      'ImportError: Error loading shared library libgomp.so.1: No such file or directory (needed by /x/pkg/_ext.so)',
    ),
    'ld-missing-library',
    'loader',
  ],
  [
    'musl symbol',
    failing('ImportError: Error relocating /x/pkg/_ext.so: foo_bar: symbol not found'),
    'ld-undefined-symbol',
    'loader',
  ],
  [
    'another library’s symbol, of a file that is for musl',
    failing(
      'ImportError: Error relocating /x/pkg/_ext.cpython-312-x86_64-linux-musl.so: fopen64: symbol not found',
    ),
    'ld-undefined-symbol',
    'loader',
  ],
  ...['XXH64', 'gss_accept_sec_context', 'jl_eval_l', 'backtrace_full'].map(
    (symbol): [string, Evidence, string, string] => [
      `another library’s symbol, named as glibc’s are: ${symbol}`,
      failing(`ImportError: Error relocating /x/pkg/_ext.so: ${symbol}: symbol not found`),
      'ld-undefined-symbol',
      'loader',
    ],
  ),
  ...['__memcpy_chk', 'fopen64', '__fxstat64', 'strtold_l', 'iswalpha_l', 'getcontext'].map(
    (symbol): [string, Evidence, string, string] => [
      `glibc’s symbol: ${symbol}`,
      failing(`ImportError: Error relocating /x/pkg/_ext.so: ${symbol}: symbol not found`),
      'ld-libc-version',
      'loader',
    ],
  ),
  [
    'musl Python symbol',
    failing(
      'ImportError: Error relocating /x/pkg/_ext.so: PyUnicode_FromUnicode: symbol not found',
    ),
    'py-undefined-symbol',
    'python-abi',
  ],
  [
    'Windows DLL',
    failing(
      'ImportError: DLL load failed while importing _ext: The specified module could not be found.',
    ),
    'ld-missing-library',
    'loader',
  ],
  [
    'Windows DLL, German',
    failing(
      'ImportError: DLL load failed while importing _ext: Das angegebene Modul wurde nicht gefunden.',
    ),
    'ld-missing-library',
    'loader',
  ],
  [
    'Windows procedure',
    failing(
      'ImportError: DLL load failed while importing _ext: The specified procedure could not be found.',
    ),
    'ld-undefined-symbol',
    'loader',
  ],
  [
    'Windows image',
    failing(
      'ImportError: DLL load failed while importing _ext: %1 is not a valid Win32 application.',
    ),
    'ld-wrong-arch',
    'loader',
  ],
  [
    'Windows Python DLL',
    failing('ImportError: Module use of python39.dll conflicts with this version of Python.'),
    'py-mismatch.windows-dll',
    'python-abi',
  ],
  [
    'Python 3.15 check',
    failing('ImportError: module _ext: incompatible ABI version (3.14)'),
    'py-mismatch.abi-check-3.15',
    'python-abi',
  ],
  [
    'another Cython type',
    failing(
      'ValueError: spacy.tokens.doc.Doc size changed, may indicate binary incompatibility. Expected 208 from C header, got 200 from PyObject',
    ),
    'cython-type-size',
    'unrelated',
  ],
  [
    'another C variable (glum 2.6.0 with scikit-learn 1.6)',
    failing(
      'TypeError: C variable sklearn.utils._random.DEFAULT_SEED has wrong signature (expected __pyx_t_7sklearn_5utils_7_random_UINT32_t, got __pyx_t_7sklearn_5utils_9_typedefs_uint32_t)',
    ),
    'cython-type-size',
    'unrelated',
  ],
  [
    'another C function',
    failing(
      'TypeError: C function scipy.special.cython_special.ive has wrong signature (expected double (double, double), got double (double, double, int))',
    ),
    'cython-type-size',
    'unrelated',
  ],
  [
    'a C function that is gone',
    failing(
      'ImportError: scipy.special.cython_special does not export expected C function loggamma',
    ),
    'cython-type-size',
    'unrelated',
  ],
  [
    'NumPy shrunk in a range',
    failing(
      'ValueError: numpy.ndarray size changed, may indicate binary incompatibility. Expected 96 from C header, got 80-88 from PyObject',
      '1.20.3',
    ),
    'np-api-too-new',
    'numpy-abi',
  ],
  [
    'f2py',
    failing("ImportError: can't initialize module fl (failed to import numpy)", '1.26.4'),
    'np-f2py-init',
    'numpy-abi',
  ],
  [
    'CPU',
    failing(
      "RuntimeError: NumPy was built with baseline optimizations: \n(SSE AVX512F) but your machine doesn't support:\n(AVX512F).",
    ),
    'numpy-broken.cpu',
    'environment',
  ],
])('%s', (_name, evidence, kind, category) => {
  expect(diagnose(evidence)).toMatchObject({
    kind,
    category,
    severity: 'error',
    culprit: { distribution: expect.anything() },
  });
});

test('the floor that would do is named', () => {
  const found = diagnose(failing(AUTO, '2.0.2', { era: '2.x', target: '2.3' }));
  expect(found?.fix).toContain('numpy>=2.3');
  expect(found?.fault).toBe('own');
});

test('a crash only with newer NumPy is NumPy’s', () => {
  const observation = observed({ outcome: SEGV, events: [load('begin', 'pkg._ext')] });
  const found = diagnose(evidenceOf({ observation, siblings: [sibling('1.26.4', 'imported')] }));
  expect(found).toMatchObject({
    kind: 'crash',
    category: 'numpy-abi',
    culprit: { module: 'pkg._ext' },
  });
  expect(found?.title).toContain('SIGSEGV');
});

test('of a sibling that left while the package was imported, the sibling is to blame', () => {
  const left = raisedBy('SystemExit: 3');
  const observation = observed({
    outcome: { kind: 'exited', code: 3 },
    phase: 'parents',
    exceptions: [left],
    events: [load('begin', 'pkg._other'), load('fail', 'pkg._other', [left])],
  });
  expect(diagnose(evidenceOf({ observation }))).toMatchObject({
    kind: 'exit-in-init',
    culprit: { module: 'pkg._other' },
  });
});

test('a crash of a module that never calls import_array says so', () => {
  const module = target('pkg._ext', { importsArrayApi: true });
  expect(diagnose(evidenceOf({ module }))).toMatchObject({
    kind: 'import-array-missing',
    severity: 'warning',
  });
  const events = [load('begin', 'pkg._ext'), load('end', 'pkg._ext')];
  const observation = observed({ outcome: SEGV, phase: 'call', events });
  const factsOf = () => module.facts;
  expect(diagnose(evidenceOf({ module: null, smoke: true, observation, factsOf }))).toMatchObject({
    kind: 'import-array-missing',
    severity: 'error',
    culprit: { module: 'pkg._ext' },
  });
});

test.each<[string, Partial<Parameters<typeof observed>[0]>, string]>([
  [
    'hang',
    { outcome: { kind: 'timed-out', seconds: 60 }, events: [load('begin', 'pkg._ext')] },
    'timeout',
  ],
  ['crash at exit', { outcome: SEGV, phase: 'exit' }, 'crash-at-exit'],
  ['disagreement', { disagreement: ['imported', 'SIGSEGV'] }, 'flaky'],
  [
    'shadowed',
    { outcome: { kind: 'not-run', reason: 'shadowed' }, shadowedBy: '/x/pkg/_ext.py' },
    'shadowed',
  ],
  ['not loaded', { outcome: { kind: 'not-run', reason: 'not-loaded' } }, 'not-loaded'],
  ['wrong tag', { outcome: { kind: 'not-run', reason: 'wrong-tag' } }, 'py-wrong-tag'],
])('%s', (_name, more, kind) => {
  expect(diagnose(evidenceOf({ observation: observed(more) }))).toMatchObject({
    kind,
    severity: 'error',
  });
});

test.each(['skipped', 'set-up', 'interrupted'] as const)(
  'not run because %s is no finding',
  (reason) => {
    expect(
      diagnose(evidenceOf({ observation: observed({ outcome: { kind: 'not-run', reason } }) })),
    ).toBeNull();
  },
);

test('failing first and then loading well is swallowed, never plain green', () => {
  const first = raisedBy('ImportError: numpy.core.multiarray failed to import');
  const events = [
    load('begin', 'pkg._ext'),
    load('fail', 'pkg._ext', [first]),
    load('begin', 'pkg._ext'),
    load('end', 'pkg._ext'),
  ];
  expect(diagnoseAll(evidenceOf({ observation: observed({ events }) }))).toMatchObject([
    { kind: 'swallowed', inner: 'np1-on-np2', severity: 'warning' },
  ]);
});

test('the first failure of a file counts, not what its second attempt says', () => {
  const first = raisedBy('ImportError: numpy.core.multiarray failed to import');
  const second = raisedBy('ImportError: pkg._ext already initialised');
  const events = [
    load('begin', 'pkg._ext'),
    load('fail', 'pkg._ext', [first]),
    load('begin', 'pkg._ext'),
    load('fail', 'pkg._ext', [second]),
  ];
  expect(
    diagnose(
      evidenceOf({ observation: observed({ outcome: RAISED, exceptions: [second], events }) }),
    )?.kind,
  ).toBe('np1-on-np2');
});

test('a circular import that is none: the file is there for another Python', () => {
  const raised = raisedBy(
    "ImportError: cannot import name '_core' from partially initialized module 'pkg' (most likely due to a circular import) (/x/pkg/__init__.py)",
  );
  const filesFor = (name: string) =>
    name === 'pkg._core' ? [`${SITE}pkg/_core.cpython-39-x86_64-linux-gnu.so`] : [];
  const found = diagnose(
    evidenceOf({ filesFor, observation: observed({ outcome: RAISED, exceptions: [raised] }) }),
  );
  expect(found?.kind).toBe('py-wrong-tag');
  expect(found?.explanation).toContain('_core.cpython-39-x86_64-linux-gnu.so');
});

test.each([
  [
    true,
    'dependency',
    "installing it anew changes nothing: report it to its maintainers. If nobody needs the module here, leave it out: `--module '!pkg._core'`.",
  ],
  [false, 'own', 'in an abi3 wheel, this module with the limited API, too'],
] as const)(
  'a file for another Python is blamed on who ships it (foreign: %s)',
  (foreign, fault, fix) => {
    const module = target('pkg._core');
    const observation = observed({ outcome: { kind: 'not-run', reason: 'wrong-tag' } });
    const found = diagnose(evidenceOf({ module, observation, foreign }));
    expect(found).toMatchObject({
      kind: 'py-wrong-tag',
      fault,
      culprit: { distribution: 'pkg', version: '1.0', module: 'pkg._core', file: module.file },
    });
    expect(found?.fix).toContain(fix);
  },
);

test.each([
  ['as the other combinations show', '1.26.4', 'np.x', 'require `numpy<2` and report'],
  ['of one major, too', '2.0.1', 'np.x', 'require `numpy<2.1` and report'],
  ['as NumPy’s message says', null, 'np.string_', 'require `numpy<2` and report'],
  ['which nothing says', null, 'np.x', 'cap `numpy` below the first release that fails'],
])('the cap below which a removed name is there: %s', (_what, works, name, fix) => {
  const raised = raisedBy(
    name === 'np.x'
      ? "AttributeError: module 'numpy' has no attribute 'x'"
      : `AttributeError: \`${name}\` was removed in the NumPy 2.0 release. Use \`np.bytes_\` instead.`,
    { frames: [{ file: `${SITE}dep/__init__.py`, line: 1, function: '<module>' }] },
  );
  const observation = observed({ outcome: RAISED, exceptions: [raised] });
  const siblings = works === null ? [] : [sibling(works, 'imported')];
  const found = diagnose(evidenceOf({ subjects: ['pkg'], observation, siblings }));
  expect(found).toMatchObject({ kind: 'np-removed-attr', fault: 'dependency' });
  expect(found?.fix).toContain(fix);
});

test.each([
  ['1.x', '1.23', '2.2.6', 'latent-np1', /cannot use its C-API/],
  ['lazy-1.x', null, '2.2.6', 'latent-np1', /may crash or return wrong numbers/],
  ['1.x', '1.23', '1.26.4', undefined, /^$/],
  ['1.x', '1.23', '1.22.4', 'swallowed', /built for a newer NumPy/],
  ['2.x', '1.20', '2.2.6', undefined, /^$/],
  ['2.x', '2.3', '2.2.6', 'swallowed', /built for a newer NumPy/],
  ['none', null, '2.2.6', undefined, /^$/],
] as const)(
  'a library (%s, %s) that a module brings along under NumPy %s',
  (era, wanted, version, kind, title) => {
    const file = `${SITE}pkg.libs/libcasa.so.7`;
    const observation = observed({ culpritFile: file, numpy: { version, file: '' } });
    const facts = { ...NO_FACTS, capi: { era, target: wanted, also: [] } };
    const factsOf = (path: string) => (path === file ? facts : null);
    const found = diagnose({ ...evidenceOf({ observation, factsOf }), module: null });
    expect(found?.kind).toBe(kind);
    expect(found?.title ?? '').toMatch(title);
    if (found) expect(found.culprit.file).toBe('pkg.libs/libcasa.so.7');
  },
);

test('a name that no list knows needs the NumPy from which on it is seen to work', () => {
  const raised = raisedBy("AttributeError: module 'numpy' has no attribute 'new_one'", {
    frames: [{ file: `${SITE}dep/__init__.py`, line: 1, function: '<module>' }],
  });
  const numpy = { version: '2.2.6', file: '' };
  const observation = observed({ outcome: RAISED, exceptions: [raised], numpy });
  const siblings = [sibling('2.4.1', 'imported')];
  const found = diagnose(evidenceOf({ subjects: ['pkg'], observation, siblings }));
  expect(found?.title).toContain('which older NumPy lacks');
  expect(found?.fix).toContain('Require `numpy>=2.4`');
});

test('where no NumPy is installed, none is spoken of', () => {
  const base = failing('ImportError: broken');
  const combination = base.combination && { ...base.combination, numpy: null };
  const observation = { ...base.observation, numpy: null };
  const found = diagnose({ ...base, combination, observation, installed: new Map() });
  expect(found?.explanation).toContain('failed under a Python without NumPy');
});

test('a file of this Python that is not found is not called another Python’s', () => {
  const module = target('pkg._core');
  const exceptions = [raisedBy("ModuleNotFoundError: No module named 'pkg._core'")];
  const observation = observed({ outcome: { kind: 'raised' }, exceptions });
  const found = diagnose(evidenceOf({ module, observation }));
  expect(found).toMatchObject({
    kind: 'module-not-found',
    title: '`pkg._core` is not found, although its file is there',
  });
});

test('without NumPy installed, import_array says so although its text does not', () => {
  const base = failing('ImportError: numpy.core.multiarray failed to import');
  const combination = {
    id: 'x',
    python: '3.11.7',
    label: '3.11',
    numpy: null,
    platform: 'p',
    buildNumpy: null,
  };
  const found = diagnose({
    ...base,
    combination,
    installed: new Map(),
    observation: { ...base.observation, numpy: null },
  });
  expect(found?.kind).toBe('numpy-missing');
  // Only the package knows whether it does without.
  expect(found?.fix).not.toContain('optional');
  const told = found?.tell({ ...ALONE, modules: ['pkg._c'] });
  expect(told?.fix).toContain('`numpy=none module=pkg._c: NumPy is optional` in `known-failures`');
  expect(found?.tell({ ...ALONE, modules: ['pkg._c', 'pkg._d'] }).fix).toContain(
    'Where the package does without those modules',
  );
});

test('an old-API access at a call is a warning even when nobody can be named', () => {
  const access = {
    attribute: '_ARRAY_API',
    file: null,
    module: null,
    frames: [{ file: '<smoke>', line: 1, function: '<module>' }],
  };
  const observation = observed({
    oldApi: [access],
    events: [load('begin', 'bh._core'), load('end', 'bh._core')],
  });
  const lazy = target('bh._core', { capi: { era: 'lazy-1.x', target: null, also: [] } });
  const factsOf = (path: string) => (path === lazy.path ? lazy.facts : null);
  expect(diagnose(evidenceOf({ module: null, smoke: true, observation, factsOf }))).toMatchObject({
    kind: 'latent-np1',
    culprit: { distribution: 'bh' },
  });
  expect(diagnose(evidenceOf({ module: null, smoke: true, observation }))?.kind).toBe('latent-np1');
});

describe('history', () => {
  const missing =
    'ImportError: libtbb.so.12: cannot open shared object file: No such file or directory';
  const broken = 'SystemError: initialization of _internal failed without raising an exception';

  it('does not call different failures the same on every NumPy', () => {
    const evidence = failing(broken, '1.24.4');
    const other: Sibling = { ...sibling('1.23.5', 'raised'), fingerprint: missing };
    const found = diagnose({ ...evidence, siblings: [other] });
    expect(found?.explanation).not.toContain('every NumPy');
  });

  it('takes the culprit’s own history where the module’s own says nothing', () => {
    const evidence = failing(broken, '1.24.4');
    const other: Sibling = { ...sibling('1.23.5', 'raised'), fingerprint: missing };
    const found = diagnose({
      ...evidence,
      module: target('pkg.pool'),
      siblings: [other],
      siblingsOf: (name) => (name === 'pkg._ext' ? [sibling('1.23.5', 'imported')] : []),
    });
    expect(found?.title).toContain('newer NumPy');
    expect(found?.fix).toContain('numpy<1.24`');
  });

  it.each([
    ['the next series', '1.23.5', '1.24.4', 'numpy<1.24`'],
    ['within a series', '2.2.4', '2.2.5', 'numpy<2.2.5`'],
    ['what is not tried between them', '1.23.5', '1.26.4', 'numpy<1.24`'],
    ['another major version', '1.26.4', '2.2.6', 'numpy<2`'],
  ])('caps at the lowest NumPy that keeps what works: %s', (_, works, fails, cap) => {
    const found = diagnose({ ...failing(broken, fails), siblings: [sibling(works, 'imported')] });
    expect(found?.explanation).toContain(`up to NumPy ${works}`);
    expect(found?.fix).toContain(cap);
  });

  it('names the newest of one series that works, in whatever order they ran', () => {
    const siblings = ['1.23.5', '1.23.1', '1.23.2'].map((one) => sibling(one, 'imported'));
    const found = diagnose({ ...failing(broken, '1.24.4'), siblings });
    expect(found?.explanation).toContain('up to NumPy 1.23.5 ');
  });
});

test.each([
  ['1.x', 'np1-on-np2'],
  ['2.x', 'unclassified'],
] as const)('an error of its own after NumPy’s complaint, file of era %s: %s', (era, kind) => {
  const raised = raisedBy('RuntimeError: please reinstall pkg');
  const facts = { capi: { era, target: null, also: [] } };
  const module = target('pkg._ext', facts);
  const stderr =
    '\nA module that was compiled using NumPy 1.x cannot be run in\nNumPy 2.2.6 as it may crash. To support both 1.x and 2.x\nversions of NumPy, modules must be compiled with NumPy 2.0.\n\nTraceback (most recent call last):  File "<string>", line 1, in <module>\n';
  const observation = observed({
    outcome: RAISED,
    exceptions: [raised],
    stderr,
    events: [load('begin', 'pkg._ext'), load('fail', 'pkg._ext', [raised])],
  });
  expect(diagnose(evidenceOf({ module, observation }))).toMatchObject({ kind });
});

test.each([
  ['1.22.4', '1.24.4', 'needs NumPy 1.23 or later', '`numpy>=1.23`'],
  ['1.19.3', '1.26.4', 'needs a newer NumPy:', '`numpy>=1.26` (the oldest that works here'],
])('a hidden level between NumPy %s and %s', (fails, works, title, fix) => {
  const found = diagnose(failing(AUTO, fails, { era: '1.x' }, [sibling(works, 'imported')]));
  expect(found?.title).toContain(title);
  expect(found?.fix).toContain(fix);
});

test('who owns what a Cython module imports is told by the load, with the installed release', () => {
  const text =
    'TypeError: C variable sklearn.utils._random.DEFAULT_SEED has wrong signature (expected a, got b)';
  const evidence = failing(text);
  const events = [load('begin', 'sklearn.utils._random'), load('end', 'sklearn.utils._random')];
  const found = diagnose({
    ...evidence,
    observation: { ...evidence.observation, events: [...events, ...evidence.observation.events] },
    ownerOf: (path) =>
      path.includes('/sklearn/')
        ? {
            distribution: 'scikit-learn',
            version: '1.6.1',
            module: null,
            file: path,
            role: 'dependency',
          }
        : evidence.ownerOf(path),
    installed: new Map([['scikit-learn', '1.6.1']]),
  });
  expect(found?.title).toMatch(/another release of `scikit-learn`$/);
  expect(found?.explanation).toMatch(/Installed is scikit-learn 1\.6\.1/);
});

test('a disagreement by time alone is no reason to report the package', () => {
  const disagreement = ['with loader hooks: timed out', 'without: imported'];
  const found = diagnose(
    evidenceOf({ subjects: ['other'], observation: observed({ disagreement }) }),
  );
  expect(found?.kind).toBe('flaky');
  expect(found?.fix).toMatch(/longer `timeout`/);
  expect(found?.fix).not.toMatch(/report|Upgrade/);
});

test('a module that an extra brings: the extra, or to leave out what needs it (celerite2[jax])', () => {
  const frames = [{ file: `${SITE}dep/jax/__init__.py`, line: 1, function: '<module>' }];
  const missing = raisedBy("ModuleNotFoundError: No module named 'jax'", { frames });
  const found = diagnose(
    evidenceOf({
      module: target('dep.jax.ops'),
      observation: observed({ outcome: { kind: 'raised' }, exceptions: [missing] }),
    }),
  );
  expect(found?.kind).toBe('module-not-found');
  expect(found?.fix).toMatch(/--extra.*--module '!dep\.jax\.ops'/);
});

test.each([
  ['pkg', [], 'The smoke code imports `pkg`, and no module of that name is installed', false],
  ['pkg.gen', [], 'The wheel of pkg lacks the module `pkg.gen`', false],
  ['pkg.gen', ['pkg._gen'], 'The wheel of pkg lacks the module `pkg.gen`', true],
])('smoke code that asks for %s of a wheel with %j and without it', (name, there, title, swig) => {
  const exceptions = [raisedBy(`ModuleNotFoundError: No module named '${name}'`)];
  const observation = observed({ outcome: RAISED, exceptions });
  const filesFor = (one: string) => (there.includes(one) ? [`${SITE}pkg/_gen.so`] : []);
  const found = diagnose(evidenceOf({ module: null, smoke: true, observation, filesFor }));
  expect(found).toMatchObject({ kind: 'module-not-found', title, hints: {} });
  expect(found?.fix).not.toContain('dependencies');
  expect(found?.fix).toMatch(/list it among what is packaged/);
  expect(found?.fix.includes('`build_ext` ran before `build_py`')).toBe(swig);
});
