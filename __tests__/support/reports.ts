import { combinationVerdict } from '../../src/judge/combination-verdict.ts';
import type { CombinationStatus } from '../../src/model/combination.ts';
import type { CombinationVerdict } from '../../src/model/combination-verdict.ts';
import type { Era } from '../../src/model/compiled-module.ts';
import type { Finding } from '../../src/model/finding.ts';
import type { Measurement } from '../../src/model/measurement.ts';
import type { Predictions } from '../../src/model/predictions.ts';
import { type Result, SMOKE } from '../../src/model/result.ts';
import type { Evidence } from '../../src/report/evidence.ts';
import type { CombinationReport, ModuleReport, Report } from '../../src/report/report.ts';
import { verdictOf } from '../../src/report/verdict.ts';

const VERDICTS: Readonly<Record<CombinationStatus, CombinationVerdict>> = {
  passed: 'proven',
  failed: 'failed',
  excluded: 'excluded',
  error: 'not-set-up',
  skipped: 'skipped',
  planned: 'skipped',
};

const NOTHING: Report['supported'] = {
  numpy: null,
  python: null,
  perPython: {},
  tested: [],
  untested: [],
};

/** The report with the verdicts that its results and findings give. */
export function withVerdicts<R extends Pick<Report, 'combinations' | 'results' | 'findings'>>(
  given: R,
): R {
  const combinations = given.combinations.map((one) => {
    if (one.status !== 'passed' && one.status !== 'failed') return one;
    const results = given.results.filter(({ combination: id }) => id === one.id);
    const observed = results.filter((result) => result.module !== SMOKE);
    const findings = given.findings.filter((each) => each.combinations.includes(one.id));
    const state = { kind: 'ran' } as const;
    const seen = observed.map(
      () => ({ module: { distribution: 'my-extension' } }) as Measurement['observed'][number],
    );
    const verdict = combinationVerdict({ state, observed: seen }, results, findings);
    return { ...one, verdict: one.status === 'failed' ? 'failed' : verdict };
  });
  return { ...given, combinations };
}

/** A combination with everything unremarkable. */
export function combination(
  label: string,
  numpy: string,
  status: CombinationStatus,
  overrides: Partial<CombinationReport> = {},
): CombinationReport {
  return {
    id: `py${label}-np${numpy}`,
    python: `${label}.7`,
    label,
    numpy,
    platform: 'linux-x86_64',
    buildNumpy: '1.26.4',
    buildPython: label,
    processes: status === 'excluded' ? 0 : 2,
    status,
    verdict: VERDICTS[status],
    reason: status === 'excluded' ? `NumPy ${numpy} has no wheel for CPython ${label}` : null,
    setUp: null,
    seconds: status === 'excluded' ? 0 : 1.2,
    smokeOutput: null,
    ...overrides,
  };
}

export function module(name: string, era: Era = '1.x'): ModuleReport {
  return {
    name,
    distribution: 'my-extension',
    version: '1.0',
    file: `${name.replaceAll('.', '/')}.cpython-311-x86_64-linux-gnu.so`,
    wheel: null,
    pythons: ['3.11'],
    capi: { era, target: null, also: [] },
  };
}

export function finding(overrides: Partial<Finding> = {}): Finding {
  return {
    kind: 'np1-on-np2',
    category: 'numpy-abi',
    severity: 'error',
    fault: 'own',
    culprit: {
      distribution: 'my-extension',
      version: '1.0',
      module: 'my_extension',
      file: 'my_extension.so',
    },
    facts: {},
    title: 'my_extension cannot be imported with NumPy 2.x',
    explanation:
      '`my_extension` was built with NumPy 1.26 headers (C ABI 1.x). NumPy 2 has another C ABI, so the import stops with an error instead of reading wrong memory.',
    fix: 'build against NumPy 2, which also runs on 1.x: in `[build-system] requires`, change `numpy==1.26.*` to `numpy>=2.0`.\nNot ready for NumPy 2? Declare it: `dependencies = ["numpy>=1.23,<2"]`.',
    evidence: [
      'A module that was compiled using NumPy 1.x cannot be run in',
      'NumPy 2.2.6 as it may crash.',
    ],
    inner: null,
    hints: {},
    location: { file: 'pyproject.toml', line: 2 },
    modules: ['my_extension'],
    combinations: [],
    documentation: 'docs/failures/README.md#np1-on-np2',
    ...overrides,
  };
}

export function report(overrides: Partial<Report> = {}): Report {
  const base: Report = {
    schema: 1,
    tool: { name: 'numpy-abi-matrix', version: '0.1.0' },
    subject: {
      kind: 'project',
      name: 'my-extension',
      version: '1.0',
      declaredNumpy: '>=1.21',
      declaredPython: '>=3.9',
    },
    combinations: [],
    modules: [],
    results: [],
    findings: [],
    supported: NOTHING,
    notices: [],
    notTested: [],
    verdict: '',
    exitCode: 0,
    seconds: { plan: 0.4, build: 9.1, install: 6.2, probe: 21, report: 0.02, total: 38.2 },
    ...overrides,
  };
  const judged = withVerdicts(base);
  return judged.verdict === '' ? { ...judged, verdict: verdictOf(judged) } : judged;
}

/** Results for every module on every combination that ran; `bad` says what failed where. */
export function results(
  combinations: readonly CombinationReport[],
  modules: readonly ModuleReport[],
  bad: (combination: CombinationReport, module: string) => boolean,
  smoke = false,
): readonly Result[] {
  return combinations
    .filter((one) => one.status === 'passed' || one.status === 'failed')
    .flatMap((one) =>
      [...modules.map(({ name }) => name), ...(smoke ? [SMOKE] : [])].map((name): Result => {
        const isBad = bad(one, name);
        return {
          combination: one.id,
          module: name,
          file: name === SMOKE ? null : `${name}.so`,
          outcome: isBad ? { kind: 'raised' } : { kind: 'imported' },
          diagnosis: isBad ? 'np1-on-np2' : null,
          category: isBad ? 'numpy-abi' : null,
          severity: isBad ? 'error' : 'none',
        };
      }),
    );
}

const PYTHONS = ['3.9', '3.10', '3.11', '3.12'];
const NUMPYS = ['1.23.5', '1.24.4', '1.25.2', '1.26.4', '2.0.2', '2.1.3', '2.2.6'];

/** What each NumPy has wheels for, as the real index does for these. */
function hasWheel(python: string, numpy: string): boolean {
  const minor = Number(python.split('.')[1]);
  const [lowest, highest] = {
    '1.23.5': [8, 11],
    '1.24.4': [8, 11],
    '1.25.2': [9, 11],
    '1.26.4': [9, 12],
    '2.0.2': [9, 12],
    '2.1.3': [10, 13],
    '2.2.6': [10, 13],
  }[numpy] ?? [0, 99];
  return minor >= (lowest ?? 0) && minor <= (highest ?? 99);
}

/** The mock-up: built with NumPy 1.26 headers, fails on every NumPy 2. */
export function myExtension(): Report {
  const combinations = PYTHONS.flatMap((python) =>
    NUMPYS.map((numpy) => {
      if (!hasWheel(python, numpy)) return combination(python, numpy, 'excluded');
      return combination(python, numpy, numpy.startsWith('2.') ? 'failed' : 'passed');
    }),
  );
  const modules = [
    module('my_extension'),
    module('my_extension._core'),
    module('my_extension._io', 'none'),
  ];
  const failing = combinations.filter((one) => one.status === 'failed');
  const bad = ['my_extension', 'my_extension._core'];
  return report({
    combinations,
    modules,
    results: results(
      combinations,
      modules,
      (one, name) => one.status === 'failed' && bad.includes(name),
    ),
    findings: [
      finding({ modules: bad, combinations: failing.map((one) => one.id) }),
      finding({
        kind: 'range-too-wide',
        category: 'metadata',
        title: 'the metadata allows NumPy 2, where my_extension cannot be imported',
        explanation: '`numpy>=1.21` is declared; `numpy>=1.23,<2` is what works.',
        fix: 'declare `numpy>=1.23,<2`.',
        evidence: [],
        location: { file: 'pyproject.toml', line: 9 },
        modules: [],
        documentation: 'docs/failures/README.md#range-too-wide',
      }),
    ],
    supported: {
      numpy: '>=1.23,<2',
      python: '>=3.9,<3.13',
      perPython: {},
      tested: ['1.23', '1.24', '1.25', '1.26'],
      untested: [],
    },
    exitCode: 1,
  });
}

/** The same, with a module in a package that lies deep. */
export function longNames(): Report {
  const text = JSON.stringify(myExtension());
  return JSON.parse(
    text
      .replaceAll('my_extension._core', 'my_extension.signal.filters.detail._native_helpers')
      .replaceAll(
        '"my_extension cannot',
        '"my_extension.signal.filters.detail._native_helpers cannot',
      ),
  ) as Report;
}

export function allGreen(): Report {
  const combinations = PYTHONS.flatMap((python) =>
    ['1.26.4', '2.0.2', '2.2.6'].map((numpy) =>
      hasWheel(python, numpy)
        ? combination(python, numpy, 'passed')
        : combination(python, numpy, 'excluded'),
    ),
  );
  const missing = ['1.26.4', '2.0.2', '2.2.6'].map((numpy) =>
    combination('3.8', numpy, 'excluded', { reason: 'no interpreter here' }),
  );
  const all = [...missing, ...combinations];
  const modules = [
    module('healthy._a', '2.x'),
    module('healthy._b', 'lazy-2.x'),
    module('healthy._c', 'lazy-2.x'),
  ];
  return report({
    subject: {
      kind: 'project',
      name: 'healthy',
      version: '2.1',
      declaredNumpy: '>=1.26',
      declaredPython: '>=3.8',
    },
    combinations: all,
    modules,
    results: results(all, modules, () => false, true),
    supported: {
      numpy: '>=1.26,<2.3',
      python: '>=3.9,<3.13',
      perPython: {},
      tested: ['1.26', '2.0', '2.1', '2.2'],
      untested: [],
    },
  });
}

/** Imports everywhere, crashes when called on NumPy 2. */
export function crash(): Report {
  const combinations = ['1.26.4', '2.2.6'].map((numpy) =>
    combination('3.11', numpy, numpy === '2.2.6' ? 'failed' : 'passed'),
  );
  const modules = [module('pkg._fast')];
  return report({
    subject: {
      kind: 'packages',
      name: 'pkg',
      version: '3.0',
      declaredNumpy: null,
      declaredPython: null,
    },
    supported: { ...NOTHING, tested: ['1.26'] },
    combinations,
    modules,
    results: results(
      combinations,
      modules,
      (one, name) => one.status === 'failed' && name === SMOKE,
      true,
    ),
    findings: [
      finding({
        kind: 'crash.SIGSEGV',
        category: 'crash',
        title: 'pkg._fast crashes (SIGSEGV) in smoke.py with NumPy 2.2, not with 1.26',
        explanation:
          '`total()` at src/fast.c:17 read address 0x20 after `pkg._fast` used NumPy’s C-API without initialising it: `PyInit__fast` never calls `import_array()`.',
        fix: 'call `import_array();` in `PyInit__fast` (src/fast.c:41) before any NumPy function.',
        evidence: [
          'Fatal Python error: Segmentation fault',
          '',
          'Current thread 0x1 (most recent call first):',
          '  File "smoke.py", line 3 in <module>',
        ],
        location: { file: 'src/fast.c', line: 17 },
        modules: ['pkg._fast'],
        combinations: ['py3.11-np2.2.6'],
        documentation: 'docs/failures/README.md#crash',
      }),
    ],
    exitCode: 1,
  });
}

export function setUpErrors(): Report {
  const reason =
    'building the wheel for Python 3.12 failed (exit 1). Last lines of the compiler:\n  src/fast.c:3:10: fatal error: numpy/arrayobject.h: No such file or directory\nAdd numpy to [build-system] requires, or pass its include directory in setup.py (numpy.get_include()).';
  const combinations = [
    combination('3.11', '1.26.4', 'passed'),
    combination('3.11', '2.2.6', 'passed'),
    combination('3.12', '1.26.4', 'error', { setUp: 'build-failed', reason }),
    combination('3.12', '2.2.6', 'error', { setUp: 'build-failed', reason }),
    combination('3.13', '2.2.6', 'skipped', { reason: 'the budget of 30 min was used up' }),
  ];
  const modules = [module('my_extension')];
  return report({
    supported: { ...NOTHING, tested: ['1.26', '2.2'], untested: ['2.0', '2.1'] },
    combinations,
    modules,
    results: results(combinations, modules, () => false),
    notTested: [
      {
        what: 'my_extension-1.0-cp311-cp311-win_amd64.whl',
        reason: 'not this platform: audited only',
      },
    ],
    notices: ['pip is configured with an index that uv does not read: it was passed on'],
    exitCode: 3,
  });
}

export function noModules(): Report {
  const combinations = [
    combination('3.11', '1.26.4', 'passed'),
    combination('3.11', '2.2.6', 'passed'),
  ];
  return report({
    subject: {
      kind: 'project',
      name: 'pure-pkg',
      version: '1.0',
      declaredNumpy: null,
      declaredPython: null,
    },
    combinations,
    exitCode: 4,
  });
}

export function allExcluded(): Report {
  return report({
    combinations: [
      combination('3.13', '1.24.4', 'excluded'),
      combination('3.13', '1.26.4', 'excluded'),
    ],
    exitCode: 4,
  });
}

/** 10 Pythons × 40 NumPys, checkered failures: everything that can grow, grows. */
export function huge(): Report {
  const combinations = Array.from({ length: 10 }, (_, python) =>
    Array.from({ length: 40 }, (_unused, numpy) =>
      combination(
        `3.${python + 8}`,
        `${1 + Math.floor(numpy / 20)}.${numpy % 20}.1`,
        (python * 7 + numpy * 3) % 5 === 0 ? 'failed' : 'passed',
      ),
    ),
  ).flat();
  const modules = Array.from({ length: 60 }, (_, index) =>
    module(`big.sub${index % 7}._ext${index}`),
  );
  const failing = combinations.filter((one) => one.status === 'failed').map((one) => one.id);
  return report({
    combinations,
    modules,
    results: results(combinations, modules, (one) => one.status === 'failed'),
    findings: Array.from({ length: 25 }, (_, index) =>
      finding({
        title: `big.sub${index % 7}._ext${index} cannot be imported with NumPy 2.x`,
        explanation: 'word '.repeat(2000),
        modules: modules.map((one) => one.name),
        combinations: failing,
        location: { file: 'pyproject.toml', line: index + 1 },
      }),
    ),
    exitCode: 1,
  });
}

/** Text that tries to get out of every format. */
export const HOSTILE =
  '::error::x\r##[add-mask]y\n::set-output name=a::b\u001b[31m\u001b]0;t\u0007 @octocat #1 GH-2 https://evil.example `|` </details><img src=x onerror=alert(1)> \u202eabc\u200b | $x$ ![a](b) [c](d) *e* ```';

export function hostile(): Report {
  const combinations = [
    combination(`3.11${HOSTILE}`, HOSTILE, 'failed', { reason: HOSTILE }),
    combination('3.12', HOSTILE, 'error', { reason: HOSTILE, setUp: HOSTILE }),
    combination('3.13', '2.0.2', 'excluded', { reason: HOSTILE }),
  ];
  const modules = [module(HOSTILE)];
  return report({
    subject: {
      kind: 'packages',
      name: HOSTILE,
      version: HOSTILE,
      declaredNumpy: HOSTILE,
      declaredPython: HOSTILE,
    },
    combinations,
    modules,
    results: results(combinations, modules, () => true),
    findings: [
      finding({
        kind: HOSTILE,
        title: HOSTILE,
        explanation: HOSTILE,
        fix: HOSTILE,
        evidence: [HOSTILE],
        modules: [HOSTILE, `${HOSTILE}2`],
        combinations: combinations.slice(0, 1).map((one) => one.id),
        location: { file: HOSTILE, line: 3 },
        documentation: HOSTILE,
      }),
    ],
    supported: {
      numpy: HOSTILE,
      python: HOSTILE,
      perPython: {},
      tested: [HOSTILE, HOSTILE],
      untested: [HOSTILE],
    },
    notices: [HOSTILE],
    notTested: [{ what: HOSTILE, reason: HOSTILE }],
    seconds: { [HOSTILE]: 1 },
    exitCode: 1,
  });
}

/** What a probe left behind of an extension built for NumPy 1, under NumPy 2. */
export function evidence(overrides: Partial<Evidence> = {}): Evidence {
  return {
    phase: 'import',
    step: 'my_extension',
    exceptions: [
      {
        type: 'ImportError',
        message: 'numpy.core.multiarray failed to import',
        link: 'first',
        frames: [
          { file: '<string>', line: 1, function: '<module>' },
          {
            file: 'site-packages/my_extension/__init__.py',
            line: 3,
            function: '<module>',
            source: 'from my_extension import _core',
          },
        ],
      },
      {
        type: 'AttributeError',
        message: '_ARRAY_API not found',
        link: 'cause',
        frames: [],
      },
    ],
    nativeFrames: [],
    stdout: '',
    stderr:
      'A module that was compiled using NumPy 1.x cannot be run in\nNumPy 2.2.6 as it may crash.',
    truncated: false,
    culpritFile: 'site-packages/my_extension/_core.cpython-311-x86_64-linux-gnu.so',
    shadowedBy: null,
    disagreement: [],
    confirmed: true,
    ...overrides,
  };
}

/** As if the bytes told of the ABI alone; on NumPy 2.2 one module was seen otherwise. */
function predictedFor({ numpy }: CombinationReport, { modules }: Report): Predictions {
  const isTwo = numpy.startsWith('2.');
  const module = modules[0]?.name ?? '';
  const otherwise = numpy.startsWith('2.2.') && module !== '';
  return {
    imports: 0,
    refused: isTwo ? modules.length : 0,
    undecided: isTwo ? 0 : modules.length,
    contradictions: otherwise ? [{ module, predicted: 'refused', seen: 'imports' }] : [],
  };
}

/** The same report, with evidence for what failed, times, and a time line. */
export function withEvidence(base: Report, shown: Evidence = evidence()): Report {
  const ran = base.combinations.filter((one) => one.status === 'passed' || one.status === 'failed');
  const crash = evidence({
    exceptions: [],
    phase: 'call',
    nativeFrames: [
      { function: 'total', file: 'src/fast.c', line: 17, library: null },
      { function: 'cfunction_call', file: null, line: null, library: 'python3.11' },
    ],
    stderr: 'Fatal Python error: Segmentation fault',
  });
  return {
    ...base,
    jobs: 2,
    evidence: [shown, crash],
    combinations: base.combinations.map((one) => ({
      ...one,
      loadedNumpy: one.status === 'passed' || one.status === 'failed' ? one.numpy : null,
      ...(ran.includes(one) && { predicted: predictedFor(one, base) }),
    })),
    modules: base.modules.map((one) => ({
      ...one,
      binary: {
        format: 'elf',
        machines: ['x86_64'],
        generators: [{ name: 'cython', version: '3.0.10' }],
        needed: ['libc.so.6'],
      },
    })),
    results: base.results.map((one, index) => ({
      ...one,
      seconds: 0.1 + (index % 7) / 10,
      peakBytes: 50_000_000 + index * 1000,
      ...(one.outcome.kind === 'imported' ? {} : { evidence: one.module === SMOKE ? 1 : 0 }),
    })),
    timeline: ran.flatMap((one, index) => {
      const start = Math.floor(index / 2) * 3;
      return [
        { stage: 'install', what: one.id, start, seconds: 1 },
        { stage: 'probe', what: one.id, start: start + 1, seconds: 1.5 + (index % 3) / 4 },
      ];
    }),
  };
}

/** 100 combinations × 500 modules; a fifth of the combinations fail in half of the modules. */
export function big(): Report {
  const combinations = Array.from({ length: 100 }, (_, index) => {
    const numpy = `${index % 10 < 5 ? 1 : 2}.${20 + (index % 10)}.1`;
    const status = index % 10 > 7 ? 'failed' : 'passed';
    return combination(`3.${8 + Math.floor(index / 10)}`, numpy, status);
  });
  const modules = Array.from({ length: 500 }, (_, index) =>
    module(`big.sub${index % 9}.group${index % 23}._extension${index}`, index % 3 ? '2.x' : '1.x'),
  );
  const all = results(
    combinations,
    modules,
    (one, name) => one.status === 'failed' && Number(/\d+$/.exec(name)) % 2 === 0,
  );
  const failing = combinations.filter((one) => one.status === 'failed').map((one) => one.id);
  const distinct = Array.from({ length: 400 }, (_, index) =>
    evidence({ step: `big.step${index}`, stderr: `line of ${index}\n`.repeat(200) }),
  );
  const base = report({
    combinations,
    modules,
    results: all,
    findings: Array.from({ length: 12 }, (_, index) =>
      finding({
        title: `group ${index} cannot be imported with NumPy 2.${index}`,
        modules: modules.filter((_one, place) => place % 24 === index * 2).map((one) => one.name),
        combinations: failing,
        location: { file: 'pyproject.toml', line: index + 1 },
      }),
    ),
    exitCode: 1,
  });
  const rich = withEvidence(base);
  return {
    ...rich,
    evidence: distinct,
    results: rich.results.map((one, index) =>
      one.evidence === undefined ? one : { ...one, evidence: index % distinct.length },
    ),
  };
}

/** One of each kind of run. */
export const reports = {
  myExtension,
  allGreen,
  crash,
  setUpErrors,
  noModules,
  allExcluded,
  huge,
  hostile,
};
export const NAMES = Object.keys(reports) as (keyof typeof reports)[];
