import { describe, expect, it } from '@jest/globals';
import { judgeAudit } from '../../src/audit/judge-audit.ts';
import { platformsOf, wheelTargets } from '../../src/audit/wheel-targets.ts';
import type { AuditedBinary, AuditedWheel } from '../../src/model/audit.ts';
import type { CapiFacts, Era } from '../../src/model/compiled-module.ts';
import type { IndexFile, IndexProject } from '../../src/packaging/index-project.ts';
import { parseRequirement } from '../../src/packaging/requirements.ts';

function binary(
  name: string,
  era: Era,
  target: string | null = null,
  ...also: Era[]
): AuditedBinary {
  const capi: CapiFacts = { era, target, also };
  const none = { slices: [], generators: [], through: [], needed: [], machines: ['x86_64'] };
  const file = `${name.replaceAll('.', '/')}.so`;
  return { ...none, name, file, isLibrary: false, format: 'elf', capi };
}

function wheel(
  tag: string,
  requires: readonly string[],
  ...binaries: AuditedBinary[]
): AuditedWheel {
  return {
    kind: 'wheel',
    wheel: `pkg-1.0-${tag}.whl`,
    distribution: 'pkg',
    version: '1.0',
    tags: [tag],
    requiresPython: '',
    extras: [],
    beside: { kind: 'metadata' },
    requirements: requires.flatMap((line) => {
      const read = parseRequirement(line);
      return read.kind === 'requirement' ? [read] : [];
    }),
    binaries,
    hasModuleNames: binaries.length > 0,
  };
}

function numpyFile(version: string, tag: string): IndexFile {
  return {
    filename: `numpy-${version}-${tag}.whl`,
    version,
    isWheel: true,
    tags: [tag],
    requiresPython: null,
    yanked: false,
    uploadTime: null,
    url: '',
    sha256: null,
    coreMetadata: false,
  };
}

const PYPY = 'pp39-pypy39_pp73-win_amd64';

/** 1.21 to 2.2 for CPython 3.9 on Linux; from 1.26 on for 3.12, everywhere. */
const NUMPY: IndexProject = {
  name: 'numpy',
  files: [
    ...['1.21.6', '1.22.4', '1.23.5', '1.24.4', '1.26.4', '2.0.2'].map((version) =>
      numpyFile(version, 'cp39-cp39-manylinux_2_17_x86_64'),
    ),
    numpyFile('1.24.4', 'cp38-cp38-win_amd64'),
    numpyFile('2.0.2', PYPY),
    ...['1.26.4', '2.0.2', '2.2.6'].flatMap((version) =>
      ['manylinux_2_17_x86_64', 'win_amd64', 'macosx_11_0_arm64'].map((platform) =>
        numpyFile(version, `cp312-cp312-${platform}`),
      ),
    ),
  ],
};

const OLD = 'cp39-cp39-manylinux_2_17_x86_64';
const WINDOWS = 'cp312-cp312-win_amd64';
const kinds = (...wheels: AuditedWheel[]) =>
  judgeAudit(wheels, NUMPY).findings.map(({ kind, severity }) => `${severity} ${kind}`);

describe('judgeAudit()', () => {
  it.each([
    ['2.x, declared as it needs', wheel(OLD, ['numpy>=1.23'], binary('a', '2.x', '1.23')), []],
    [
      'a floor that the binary refuses',
      wheel(OLD, ['numpy>=1.21'], binary('a', '2.x', '1.23')),
      ['error floor-too-low'],
    ],
    ['no floor at all', wheel(OLD, ['numpy'], binary('a', '2.x', '1.23')), ['error floor-too-low']],
    [
      'a low floor where no such NumPy can be installed',
      wheel(WINDOWS, ['numpy>=1.21'], binary('a', '2.x', '1.23')),
      [],
    ],
    ['levels that releases share', wheel(OLD, ['numpy>=1.24'], binary('a', '2.x', '1.23')), []],
    [
      '1.x without a cap',
      wheel(OLD, ['numpy>=1.21'], binary('a', '1.x')),
      ['error np2-not-capped'],
    ],
    ['1.x with one', wheel(OLD, ['numpy>=1.21,<2'], binary('a', '1.x')), []],
    [
      '1.x with a cap for another Python only',
      wheel(OLD, ['numpy', 'numpy<2; python_version >= "3.12"'], binary('a', '1.x')),
      ['error np2-not-capped'],
    ],
    [
      '1.x with a cap for this system',
      wheel(WINDOWS, ['numpy<2; sys_platform == "win32"'], binary('a', '1.x')),
      [],
    ],
    [
      '1.x that does not require NumPy: whoever installs both sees it',
      wheel(OLD, [], binary('a', '1.x')),
      ['warning np2-not-capped'],
    ],
    [
      'a floor of what does not require NumPy',
      wheel(OLD, [], binary('a', '2.x', '1.23')),
      ['warning floor-too-low'],
    ],
    [
      'lazy 1.x beside 1.x in one wheel: one cause',
      wheel(OLD, ['numpy'], binary('a', '1.x'), binary('b', 'lazy-1.x')),
      ['error np2-not-capped'],
    ],
    ['PyPy', wheel(PYPY, ['numpy>=1.21'], binary('a', '1.x')), ['error np2-not-capped']],
    [
      'a machine that NumPy has no wheels for: people build it',
      wheel('cp39-cp39-manylinux_2_17_ppc64le', ['numpy'], binary('a', '1.x')),
      ['error np2-not-capped'],
    ],
    [
      'a free-threaded wheel where no NumPy is',
      wheel('cp312-cp312t-win_amd64', ['numpy'], binary('a', '1.x')),
      [],
    ],
    [
      'a Python that NumPy 2 does not run on',
      wheel('cp38-cp38-win_amd64', ['numpy'], binary('a', '1.x')),
      [],
    ],
    [
      'abi3 that Requires-Python keeps off that Python',
      { ...wheel('cp310-abi3-win_amd64', ['numpy'], binary('a', '1.x')), requiresPython: '<3.12' },
      [],
    ],
    [
      'a tag without a platform: the binaries tell',
      wheel('py3-none-any', ['numpy'], binary('a', '1.x')),
      ['error np2-not-capped'],
    ],
    [
      'an extra that caps',
      { ...wheel(OLD, ['numpy<2; extra == "np"'], binary('a', '1.x')), extras: ['np'] },
      [],
    ],
    [
      '2.x, capped',
      wheel(OLD, ['numpy>=1.23,<2'], binary('a', '2.x', '1.23')),
      ['note cap-needless'],
    ],
    [
      '2.x, capped, with a module that tells nothing',
      wheel(OLD, ['numpy>=1.23,<2'], binary('a', '2.x', '1.23'), binary('b', 'cython-sizes')),
      [],
    ],
    ['lazy 1.x', wheel(OLD, ['numpy>=1.21'], binary('a', 'lazy-1.x')), ['warning latent-np1']],
    ['lazy 1.x, capped', wheel(OLD, ['numpy>=1.21,<2'], binary('a', 'lazy-1.x')), []],
    ['lazy 2.x', wheel(OLD, ['numpy>=1.21'], binary('a', 'lazy-2.x')), []],
    [
      'both in one file',
      wheel(OLD, ['numpy>=1.21'], binary('a', '1.x', null, 'lazy-1.x')),
      ['error np2-not-capped'],
    ],
    [
      'old and new side by side',
      wheel(OLD, ['numpy>=1.23,<2'], binary('a', '1.x'), binary('b', '2.x', '1.23')),
      ['error mixed-build'],
    ],
    [
      'built for 1.x, a floor below its level',
      wheel(OLD, ['numpy>=1.21,<2'], binary('a', '1.x', '1.23')),
      ['error floor-too-low'],
    ],
    [
      'built for 1.x, its level declared',
      wheel(OLD, ['numpy>=1.23,<2'], binary('a', '1.x', '1.23')),
      [],
    ],
    [
      'built for 1.x, no cap and no floor',
      wheel(OLD, ['numpy'], binary('a', '1.x', '1.23')),
      ['error floor-too-low', 'error np2-not-capped'],
    ],
    [
      'built for 1.x, where no such NumPy can be installed',
      wheel(WINDOWS, ['numpy>=1.19,<2'], binary('a', '1.x', '1.23')),
      [],
    ],
    [
      'several levels of 1.x, the newest declared',
      wheel(OLD, ['numpy>=1.23,<2'], binary('a', '1.x', '1.20'), binary('b', '1.x', '1.23')),
      ['note mixed-build'],
    ],
    [
      'levels of 1.x of which one is not known',
      wheel(OLD, ['numpy>=1.23,<2'], binary('a', '1.x'), binary('b', '1.x', '1.23')),
      [],
    ],
    ['no C-API', wheel(OLD, [], binary('a', 'none')), []],
    ['unknown', wheel(OLD, ['numpy'], binary('a', 'unknown')), []],
  ] as const)('%s', (_, given, expected) => {
    expect(kinds(given)).toEqual(expected);
  });

  it('counts what tells nothing, and never calls it fine', () => {
    const one = wheel(OLD, ['numpy'], binary('a', 'cython-sizes'), binary('b', 'unknown'));
    expect(judgeAudit([one], NUMPY).rows).toEqual([
      expect.objectContaining({ needs: '2 unknown', unknown: 2 }),
    ]);
  });

  it('judges each machine of a universal file by its own slice', () => {
    const slices = [
      { machine: 'x86_64', capi: { era: '1.x', target: null, also: [] } },
      { machine: 'aarch64', capi: { era: '2.x', target: '1.23', also: [] } },
    ] as const;
    const one = { ...binary('a', '1.x', '1.23', '2.x'), slices };
    const tag = 'cp312-cp312-macosx_11_0';
    expect(kinds(wheel(`${tag}_arm64`, ['numpy'], one))).toEqual([]);
    expect(kinds(wheel(`${tag}_universal2`, ['numpy'], one))).toEqual(['error np2-not-capped']);
  });

  it('names the modules that load a library, which nobody imports', () => {
    const lib = { ...binary('pkg/libpkg.so', '1.x'), file: 'pkg/libpkg.so', isLibrary: true };
    const user = { ...binary('pkg.lib', 'none'), needed: ['libpkg.so.1400'] };
    const [found] = judgeAudit([wheel(OLD, ['numpy'], lib, user)], NUMPY).findings;
    expect(found?.explanation).toMatch(
      /library `pkg\/libpkg.so`, which `pkg.lib` loads, was built/,
    );
    expect(found?.modules).toEqual(['pkg.lib']);
  });

  it('lets wheels differ for Pythons that no NumPy 2 runs on', () => {
    const old = wheel('cp38-cp38-win_amd64', ['numpy'], binary('a', '1.x'));
    const recent = wheel(WINDOWS, ['numpy>=1.26'], binary('a', '2.x', '1.19'));
    expect(kinds(old, recent)).toEqual([]);
  });

  it('says when the wheels of one release disagree', () => {
    const old = wheel(OLD, ['numpy>=1.23,<2'], binary('a', '1.x'));
    const recent = wheel(WINDOWS, ['numpy>=1.26'], binary('a', '2.x', '1.19'));
    expect(kinds(old, recent)).toEqual(['warning wheels-disagree']);
  });

  it('lets wheels ask for different levels of 1.x: each Python and system has its oldest NumPy', () => {
    const linux = wheel(OLD, ['numpy>=1.21,<2'], binary('a', '1.x', '1.20'));
    const windows = wheel(WINDOWS, ['numpy>=1.26,<2'], binary('a', '1.x', '1.23'));
    expect(kinds(linux, windows)).toEqual([]);
  });

  it.each([
    ['cp38-cp38-win_amd64', /their own release\.$/],
    ['cp38.cp39-none-win_amd64.manylinux_2_17_x86_64', /NumPy 2\.0 for the Pythons that it has/],
  ])('advises a build with NumPy 2 only where there is one: %s', (tag, expected) => {
    const [pythons = '', abi, platforms = ''] = tag.split('-');
    const tags = pythons
      .split('.')
      .flatMap((python) => platforms.split('.').map((one) => `${python}-${abi}-${one}`));
    const one = { ...wheel(tag, ['numpy'], binary('a', '1.x', '1.26')), tags };
    const finding = judgeAudit([one], NUMPY).findings.find(({ kind }) => kind === 'floor-too-low');
    expect(finding?.fix).toMatch(expected);
  });

  it.each<[string, string, RegExp]>([
    [
      '1.x',
      '1.23',
      /^Declare `numpy>=1.23`, or .* headers up to 1.24 ask .*NumPy 2.0, which asks for 1.19/,
    ],
    [
      '2.x',
      '1.23',
      /^Declare `numpy>=1.23`, or .* define `NPY_TARGET_VERSION`, or leave it out\.$/,
    ],
  ])('advises by what built it: %s, %s', (era, target, fix) => {
    const one = wheel(OLD, ['numpy>=1.21,<2'], binary('a', era as Era, target));
    expect(judgeAudit([one], NUMPY).findings[0]?.fix).toMatch(fix);
  });

  it('names what was built with other headers, and what they need together', () => {
    const files = [binary('a', '1.x', '1.20'), binary('b', '1.x', '1.23')];
    const [found] = judgeAudit([wheel(OLD, ['numpy>=1.23,<2'], ...files)], NUMPY).findings;
    expect(found?.explanation).toMatch(
      /^`b` asks for .* NumPy 1.23, `a` for an older one \(1.20, 1.23; 1 file and 1\)/,
    );
    expect(found?.modules).toEqual(['b']);
  });

  it('tells one cause in many wheels once', () => {
    const wheels = [OLD, WINDOWS].map((tag) => wheel(tag, [], binary('a', '1.x')));
    const { findings } = judgeAudit(wheels, NUMPY);
    expect(findings).toHaveLength(1);
    expect(findings[0]?.evidence).toEqual(expect.arrayContaining(wheels.map((one) => one.wheel)));
  });

  it('keeps floors apart that ask for different fixes', () => {
    const wheels = [OLD, WINDOWS].map((tag, at) =>
      wheel(tag, ['numpy'], binary('a', '2.x', at === 0 ? '1.23' : '2.1')),
    );
    const { findings } = judgeAudit(wheels, NUMPY);
    expect(findings.map(({ fix }) => /numpy>=[\d.]+/.exec(fix)?.[0]).sort()).toEqual([
      'numpy>=1.23',
      'numpy>=2.1',
    ]);
  });

  it('judges binaries that any Python 3 gets', () => {
    const given = wheel('py3-none-manylinux_2_17_x86_64', ['numpy'], binary('a', '1.x'));
    expect(kinds(given)).toEqual(['error np2-not-capped']);
  });

  it('names the one system of several that a problem is on', () => {
    const windows = wheel(WINDOWS, ['numpy>=1.26'], binary('a', '2.x', '2.0'));
    const linux = 'cp312-cp312-manylinux_2_17_x86_64';
    const fine = wheel(linux, ['numpy>=1.26'], binary('a', '2.x', '1.23'));
    const [both] = judgeAudit([windows, fine], NUMPY).findings;
    expect(both?.explanation).toMatch(/ \(Python 3\.12 on windows-amd64\)\.$/);
    const [alone] = judgeAudit([windows], NUMPY).findings;
    expect(alone?.explanation).toMatch(/ \(Python 3\.12\)\.$/);
  });

  it('goes on past a file that is no wheel', () => {
    const bad = { kind: 'unreadable', wheel: 'x.whl', reason: 'The file is cut off..' } as const;
    const { findings, rows } = judgeAudit([bad, wheel(OLD, [], binary('a', 'none'))], NUMPY);
    expect(findings.map(({ kind }) => kind)).toEqual(['bad-wheel']);
    expect(findings[0]?.explanation).toBe('The file is cut off.');
    expect(rows).toHaveLength(2);
  });

  it('judges caps without an index', () => {
    const given = wheel(OLD, ['numpy>=1.21'], binary('a', '1.x'));
    expect(judgeAudit([given], null).findings.map(({ kind }) => kind)).toEqual(['np2-not-capped']);
  });
});

describe('wheelTargets()', () => {
  it.each([
    ['manylinux_2_17_x86_64', ['linux-x86_64']],
    ['manylinux2014_aarch64', ['linux-aarch64']],
    ['musllinux_1_2_x86_64', ['musllinux-x86_64']],
    ['macosx_11_0_arm64', ['macos-arm64']],
    ['macosx_10_9_universal2', ['macos-arm64', 'macos-x86_64']],
    ['win_amd64', ['windows-amd64']],
    ['win32', ['windows-x86']],
    ['any', []],
  ])('%s', (tag, expected) => {
    expect(platformsOf(tag)).toEqual(expected);
  });

  it('takes an abi3 wheel for all later Pythons', () => {
    const pythons = wheelTargets({ tags: ['cp312-abi3-win_amd64'] }).map(({ python }) => python);
    expect(pythons.slice(0, 3)).toEqual(['3.12', '3.13', '3.14']);
  });
});

describe('a row', () => {
  it.each<[string, string, string, string]>([
    ['cp312-cp312-pyemscripten_2024_0_wasm32', 'nowhere', 'not read', ''],
    ['cp312-cp312-android_21_arm64_v8a', 'nowhere', 'not read', ''],
    ['cp27-cp27m-win_amd64', 'nowhere', 'not read', ''],
    ['cp312-cp312-win_amd64', 'everywhere', 'no compiled module', '>=1.20'],
    ['py3-none-any', 'everywhere', 'no compiled module', 'not required'],
  ])('of %s is judged %s', (tag, judged, needs, declared) => {
    const [row] = judgeAudit([wheel(tag, ['numpy>=1.20'])], NUMPY).rows;
    expect(row).toMatchObject({ judged, needs, declared });
  });
});

it('says of modules for NumPy 2 that others beside them are for 1.x, and fails all the same', () => {
  const both = [binary('pkg._a', '2.x', '1.21'), binary('pkg._strings', '2.x', '2.0')] as const;
  expect(kinds(wheel(OLD, ['numpy>=1.21'], ...both))).toEqual(['error floor-too-low']);
  expect(kinds(wheel(OLD, ['numpy>=1.21'], both[1]))).toEqual(['error floor-too-low']);
  const [finding] = judgeAudit([wheel(OLD, ['numpy>=1.21'], ...both)], NUMPY).findings;
  expect(finding?.title).toBe('pkg has modules for NumPy 2.0 and newer beside others for 1.x');
  expect(finding?.explanation).toContain('`pkg._strings`');
});

it.each([
  ['1.x', null, '==2.0.2', 'np1-on-np2'],
  ['2.x', '2.0', '==1.26.4', 'np-api-too-new'],
] as const)(
  'a wheel that does not require NumPy fails beside the one of a lock: %s',
  (era, target, specifier, kind) => {
    const one = wheel('cp312-cp312-manylinux_2_17_x86_64', [], binary('zfpy', era, target));
    const beside = {
      kind: 'fixed',
      how: 'locked',
      where: 'poetry.lock',
      line: 13,
      requiresPython: '>=3.11',
      markers: [],
      numpys: [{ specifier, markers: [] }],
      exclusive: [],
    } as const;
    // Alone it is a warning: nothing but the user puts NumPy beside it. A lock does.
    expect(judgeAudit([one], null).findings.map(({ severity }) => severity)).toEqual(
      era === '1.x' ? ['warning'] : expect.any(Array),
    );
    expect(judgeAudit([{ ...one, beside }], null).findings).toMatchObject([
      { kind, severity: 'error' },
    ]);
  },
);
