import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import type { Report } from '../../src/report/report.ts';
import { type CliRun, runCli } from '../support/cli.ts';
import { compileModule, makeWheel, plainModule, pythonInclude } from '../support/made-wheel.ts';
import { findPython, needLinuxPythons } from '../support/need-pythons.ts';
import { peFile } from '../support/pe-file.ts';
import { cModule } from '../support/projects/c-extension.ts';

const CPYTHON = '.cpython-311-x86_64-linux-gnu.so';
const CRASH = '*(volatile int *)16 = 1;';
const TAG = 'cp311-cp311-linux_x86_64';

let include: readonly string[];
let root = '';

const house = (): Promise<string> => mkdtemp(join(root, 'house-'));

function check(glob: string, ...more: readonly string[]): Promise<CliRun> {
  return runCli(['check', '--wheel', glob, '--numpy', '2.0.2', '--json', '-', ...more], {
    cwd: root,
  });
}

function reportOf(run: CliRun): Report {
  if (!run.report) throw new Error(`no report:\n${run.stdout}\n${run.stderr}`);
  return run.report;
}

const outcomes = (report: Report) =>
  report.results.map(({ module, file, outcome, diagnosis }) => [
    module,
    file === null ? null : basename(file),
    outcome.kind,
    diagnosis,
  ]);

needLinuxPythons('3.9', '3.11')('wheels', () => {
  beforeAll(async () => {
    root = await mkdtemp(join(tmpdir(), 'numpy-abi-matrix-wheels-'));
    include = [pythonInclude(findPython('3.11') ?? 'python3')];
  });
  afterAll(() => rm(root, { recursive: true, force: true }));

  it('picks the wheel of each Python from a glob, and lists those of other platforms', async () => {
    const folder = await house();
    const files = {
      [`tiny/_core${CPYTHON}`]: plainModule('_core', include),
      'tiny/__init__.py': '',
    };
    const stems = [
      `tiny-1.0-${TAG}`,
      'tiny-1.0-cp311-cp311-macosx_11_0_arm64',
      'tiny-1.0-cp311-cp311-win_amd64',
      'tiny-1.0-cp311-cp311-manylinux_2_28_aarch64',
      'tiny-1.0-cp38-cp38-manylinux_2_17_x86_64',
    ];
    for (const stem of stems) makeWheel(folder, { stem, files });
    makeWheel(folder, {
      stem: 'tiny-1.0-cp39-abi3-linux_x86_64',
      files: { 'tiny/_core.abi3.so': plainModule('_core', include), 'tiny/__init__.py': '' },
    });
    const run = await check(
      `${basename(folder)}/*.whl`,
      ...['--python', '3.9', '--python', '3.11', '--python', '3.13'],
    );
    const report = reportOf(run);
    const used = report.modules.map(({ wheel, pythons }) => [wheel, pythons]);
    expect(used).toEqual(
      expect.arrayContaining([
        ['tiny-1.0-cp39-abi3-linux_x86_64.whl', ['3.9']],
        [`tiny-1.0-${TAG}.whl`, ['3.11']],
      ]),
    );
    expect(used).toHaveLength(2);
    // NumPy 2.0 has no wheel for 3.13: excluded with its reason, no failure.
    expect(report.combinations.map(({ label, status }) => [label, status])).toEqual([
      ['3.9', 'passed'],
      ['3.11', 'passed'],
      ['3.13', 'excluded'],
    ]);
    expect(report.notTested.map(({ what }) => what).sort()).toEqual(
      stems
        .slice(1)
        .map((stem) => `${stem}.whl`)
        .sort(),
    );
    for (const { reason } of report.notTested) expect(reason).toMatch(/platform/);
    expect(run.code).toBe(0);
    const shown = await runCli(
      ['check', '--wheel', `${folder}/*.whl`, '--python', '3.11', '--numpy', '2.0.2'],
      { cwd: root },
    );
    expect(shown.stdout).toContain('tiny-1.0-cp311-cp311-win_amd64.whl');
  });

  it('proves the file that Python takes, where a wheel has two for one module', async () => {
    const folder = await house();
    makeWheel(folder, {
      stem: `twice-1.0-${TAG}`,
      files: {
        'twice/__init__.py': '',
        // The stable-ABI sibling imports well, and is never loaded: Python prefers the exact tag.
        [`twice/_core${CPYTHON}`]: plainModule('_core', include, CRASH),
        'twice/_core.abi3.so': plainModule('_core', include),
        // The tag of another Python only: nothing here can import it.
        'twice/_other.cpython-39-x86_64-linux-gnu.so': plainModule('_other', include),
        // A package of the same name hides the extension.
        [`twice/_hidden${CPYTHON}`]: plainModule('_hidden', include),
        'twice/_hidden/__init__.py': '',
        // Part of one wheel for two systems: no mistake of anybody.
        'twice/_helper.cp311-win_amd64.pyd': peFile({ exports: ['PyInit__helper'] }),
      },
    });
    const run = await check(`${folder}/*.whl`, '--python', '3.11');
    const report = reportOf(run);
    expect(outcomes(report)).toEqual([
      ['twice._core', `_core${CPYTHON}`, 'signalled', 'crash'],
      ['twice._hidden', `_hidden${CPYTHON}`, expect.not.stringMatching('imported'), 'shadowed'],
      [
        'twice._other',
        '_other.cpython-39-x86_64-linux-gnu.so',
        expect.not.stringMatching('imported'),
        'py-wrong-tag',
      ],
    ]);
    expect(report.notTested).toEqual([
      {
        what: 'twice/_core.abi3.so',
        reason: `this Python loads twice/_core${CPYTHON} instead`,
      },
      { what: 'twice/_helper.cp311-win_amd64.pyd', reason: 'it is made for Windows' },
    ]);
    // Evidence names files below site-packages; nothing names the folder that it was in.
    expect(JSON.stringify(report)).not.toMatch(/[\\/]site-packages/);
    expect(run.code).toBe(1);
  });

  it('finds modules wherever an installed wheel puts them', async () => {
    const folder = await house();
    // '_größe'.encode('punycode'), with _ for -.
    // Python wants such modules to be initialised in two phases.
    const unicode = cModule({ name: '_gre_xna1l' })
      .replace('PyInit_', 'PyInitU_')
      .replace('NULL, -1, NULL', 'NULL, 0, NULL')
      .replace('PyModule_Create(', 'PyModuleDef_Init(');
    makeWheel(folder, {
      stem: `places-1.0-${TAG}`,
      files: {
        // A namespace package: no __init__.py on the way.
        [`space/part/_deep${CPYTHON}`]: plainModule('_deep', include),
        // The package itself is compiled.
        [`whole/__init__${CPYTHON}`]: plainModule('whole', include),
        [`whole/_part${CPYTHON}`]: plainModule('_part', include),
        // A module in a folder that only a .pth file puts on the path, and one at the top.
        'places.pth': 'places_extra\n',
        [`places_extra/_aside${CPYTHON}`]: plainModule('_aside', include),
        [`_top${CPYTHON}`]: plainModule('_top', include),
        'letters/__init__.py': '',
        [`letters/_größe${CPYTHON}`]: compileModule(unicode, include),
        // Loaded by its package under another name than its path says.
        'renamed/__init__.py': `import importlib.machinery as m, importlib.util as u, os, sys
_p = os.path.join(os.path.dirname(__file__), 'impl${CPYTHON}')
_s = u.spec_from_file_location('renamed_impl', _p)
_m = u.module_from_spec(_s)
sys.modules['renamed_impl'] = _m
_s.loader.exec_module(_m)
`,
        [`renamed/impl${CPYTHON}`]: plainModule('renamed_impl', include),
        // No module: a library that another binary needs.
        'places.libs/libplain.so': compileModule('int plain(void) { return 1; }', []),
        // Nor this, whatever its name promises: its init function is not exported.
        [`places_extra/_hidden${CPYTHON}`]: compileModule('int PyInit__hidden_(void);', []),
      },
    });
    const run = await check(`${folder}/*.whl`, '--python', '3.11');
    const report = reportOf(run);
    expect(outcomes(report).map(([name, , kind, diagnosis]) => [name, kind, diagnosis])).toEqual([
      ['_aside', 'imported', null],
      ['_top', 'imported', null],
      ['letters._größe', 'imported', null],
      ['renamed.impl', 'imported', null],
      ['space.part._deep', 'imported', null],
      ['whole', 'imported', null],
      ['whole._part', 'imported', null],
    ]);
    // Listed, so that nobody takes them for proven.
    expect(report.notTested.map(({ what }) => what)).toEqual([
      'places.libs/libplain.so',
      `places_extra/_hidden${CPYTHON}`,
    ]);
    expect(run.code).toBe(0);
  });

  it('tests every distribution of a wheelhouse, and blames the one whose module fails', async () => {
    const folder = await house();
    makeWheel(folder, {
      stem: `alpha-1.0-${TAG}`,
      requires: ['beta'],
      files: {
        'alpha/__init__.py': 'import beta._core\n',
        [`alpha/_core${CPYTHON}`]: plainModule('_core', include),
      },
    });
    makeWheel(folder, {
      stem: `beta-2.0-${TAG}`,
      files: {
        'beta/__init__.py': '',
        [`beta/_core${CPYTHON}`]: plainModule('_core', include, CRASH),
      },
    });
    const run = await check(`${folder}/*.whl`, '--python', '3.11');
    const report = reportOf(run);
    expect(report.results.map(({ module, outcome }) => [module, outcome.kind])).toEqual([
      ['alpha._core', 'signalled'],
      ['beta._core', 'signalled'],
    ]);
    // One cause: alpha fails because it imports beta.
    expect(report.findings.filter(({ severity }) => severity === 'error')).toMatchObject([
      { kind: 'crash', culprit: { distribution: 'beta', version: '2.0', module: 'beta._core' } },
    ]);
    expect(run.code).toBe(1);
    makeWheel(folder, { stem: 'beta-2.1-py3-none-any', files: { 'beta/__init__.py': '' } });
    const two = await check(`${folder}/*.whl`, '--python', '3.11');
    expect(two.code).toBe(2);
    expect(two.stderr).toMatch(/2 versions of beta: 2\.0, 2\.1/);
  });

  it('keeps the caps of other packages when it ignores the own one: no dependency is blamed for what we moved', async () => {
    const folder = await house();
    const links = await house();
    const dependency = (version: string, requires: string, condition: string) =>
      makeWheel(links, {
        stem: `numpyuser-${version}-py3-none-any`,
        requires: [requires],
        files: {
          'numpyuser.py': `import numpy\nmajor = int(numpy.__version__.split('.')[0])\nif not (${condition}): raise ImportError('numpyuser ${version} got NumPy ' + numpy.__version__)\n`,
        },
      });
    dependency('1.0', 'numpy<2', 'major < 2');
    dependency('2.0', 'numpy>=2', 'major >= 2');
    makeWheel(folder, {
      stem: `mover-1.0-${TAG}`,
      requires: ['numpy>=2.1', 'numpyuser'],
      files: {
        'mover/__init__.py': 'import numpyuser\n',
        [`mover/_core${CPYTHON}`]: plainModule('_core', include),
      },
    });
    const arguments_ = [
      ...['--python', '3.11', '--numpy', '1.26.4', '--metadata', 'ignore'],
      ...['--find-links', links],
    ];
    const run = await check(`${folder}/*.whl`, ...arguments_);
    const report = reportOf(run);
    // A global override picks numpyuser 2.0 for both, and blames it under 1.26.4.
    expect(report.combinations.map(({ numpy, status }) => [numpy, status])).toEqual([
      ['1.26.4', 'passed'],
      ['2.0.2', 'passed'],
    ]);
    expect(run.code).toBe(0);
    // Nothing fits: an exclusion that names who stands in the way, and no failure of anybody.
    await rm(join(links, 'numpyuser-1.0-py3-none-any.whl'));
    const stuck = reportOf(await check(`${folder}/*.whl`, ...arguments_));
    expect(stuck.combinations).toMatchObject([
      { numpy: '1.26.4', status: 'excluded', reason: expect.stringContaining('numpyuser') },
      { numpy: '2.0.2', status: 'passed' },
    ]);
    expect(await readdir(links)).toEqual(['numpyuser-2.0-py3-none-any.whl']);
  });

  it.each([
    ['another copy of the planned NumPy', 'import numpy', '2.0.2'],
    ['another NumPy', 'import numpy', '1.21.0'],
  ])('is not green when the package loads %s', async (_what, code, version) => {
    const folder = await house();
    makeWheel(folder, {
      stem: `vendors-1.0-${TAG}`,
      files: {
        'vendors/__init__.py': `import os, sys
sys.path.insert(0, os.path.join(os.path.dirname(__file__), 'vendor'))
${code}
`,
        'vendors/vendor/numpy/__init__.py': `__version__ = '${version}'\n`,
        [`vendors/_core${CPYTHON}`]: plainModule('_core', include),
      },
    });
    const run = await check(`${folder}/*.whl`, '--python', '3.11');
    expect(reportOf(run).combinations).toMatchObject([
      {
        status: 'error',
        setUp: 'wrong-numpy',
        reason: expect.stringContaining('vendors/vendor/numpy/__init__.py'),
      },
    ]);
    expect(run.code).toBe(3);
  });

  it.each([
    // Without a version nothing seems to be loaded, and a bare import of the real one is fine.
    ['None', 'sys.modules["numpy"] = None', '`None` stood in its place'],
    ['a module without a version', 'sys.modules["numpy"] = types.ModuleType("numpy")', 'a module'],
  ])('is not green when the package puts %s in NumPy’s place', async (_what, code, said) => {
    const folder = await house();
    makeWheel(folder, {
      stem: `blocks-1.0-${TAG}`,
      files: {
        'blocks/__init__.py': `import sys, types\n${code}\n`,
        [`blocks/_core${CPYTHON}`]: plainModule('_core', include),
      },
    });
    const run = await check(`${folder}/*.whl`, '--python', '3.11');
    const [combination] = reportOf(run).combinations;
    expect(combination).toMatchObject({ status: 'error', setUp: 'wrong-numpy' });
    expect(combination?.reason).toContain(said);
    expect(combination?.reason).toContain('Take it out');
    expect(combination?.reason).toContain('blocks 1.0 (blocks/__init__.py) puts it there');
    expect(run.code).toBe(3);
  });

  it.each<[string, string, string, string]>([
    // A nightly wheel's file name lacks the commit that its version names.
    ['the planned one, built of a commit', '2.9.0.dev0+git1', 'numpy', 'passed'],
    ['another one', '2.8.0', 'numpy', 'error'],
    ['a copy inside a package', '2.9.0.dev0', 'alone/vendor/numpy', 'error'],
  ])(
    'asks which NumPy modules that load none would get: %s',
    async (_what, version, at, status) => {
      const folder = await house();
      const links = await house();
      const numpy = { [`${at}/__init__.py`]: `__version__ = '${version}'\n` };
      makeWheel(links, {
        stem: 'numpy-2.9.0.dev0-cp311-cp311-linux_x86_64',
        files: at === 'numpy' ? numpy : { 'numpy/__init__.py': "__version__ = '2.9.0.dev0'\n" },
      });
      makeWheel(folder, {
        stem: `alone-1.0-${TAG}`,
        files: {
          'alone/__init__.py': '',
          [`alone/_core${CPYTHON}`]: plainModule('_core', include),
          ...(at !== 'numpy' && {
            ...numpy,
            'alone.pth': 'import sys; sys.path.insert(0, sys.path[-1] + "/alone/vendor")\n',
          }),
        },
      });
      const wanted = ['--python', '3.11', '--numpy', '2.9.0.dev0', '--find-links', links];
      const run = await runCli(['check', '--wheel', `${folder}/*.whl`, '--json', '-', ...wanted], {
        cwd: root,
      });
      expect(reportOf(run).combinations.map((one) => one.status)).toEqual([status]);
    },
  );

  it('is not green when the package puts a stub in the place of its module', async () => {
    const folder = await house();
    makeWheel(folder, {
      stem: `stubs-1.0-${TAG}`,
      files: {
        'stubs/__init__.py':
          'import sys, types\nsys.modules["stubs._core"] = types.ModuleType("stubs._core")\n',
        [`stubs/_core${CPYTHON}`]: plainModule('_core', include, CRASH),
      },
    });
    const run = await check(`${folder}/*.whl`, '--python', '3.11');
    expect(outcomes(reportOf(run))).toEqual([
      ['stubs._core', `_core${CPYTHON}`, 'not-run', 'shadowed'],
    ]);
    expect(run.code).toBe(1);
  });
});
