import { describe, expect, it } from '@jest/globals';
import {
  locateRequirement,
  locateRequirementList,
} from '../../../src/judge/locate/locate-requirement.ts';
import { surroundingsOf } from '../../../src/judge/locate/surroundings.ts';
import type { Measurement } from '../../../src/model/measurement.ts';
import { memorySources } from './memory-sources.ts';

const PYPROJECT = `[build-system]
requires = [
  "numpy==1.23.5; python_version < '3.12'",
  "numpy==1.26.4; python_version == '3.12'",
  "numpy>=2.1; python_version >= '3.13'",
]
[project]
dependencies = [
  "numpy>=1.23; sys_platform == 'win32'",
  "numpy>=1.25; sys_platform != 'win32'",
]
`;
const SETUP_CFG = `[options]
setup_requires =
  numpy==1.23.5; python_version < "3.12"
  numpy>=2; python_version >= "3.12"
`;
const SETUP_PY = `setup(
    setup_requires=[
        "numpy==1.23.5; python_version < '3.12'",
        "numpy>=2; python_version >= '3.12'",
    ],
)
`;
const LIST = `numpy==1.23.5 ; python_version < "3.12" # old
numpy==1.26.4 ; python_version >= "3.12"
`;

/** What ran on a Python, with a wheel that another one may have built. */
const on = (python: string, platform = 'linux', buildPython = `${python}.1`): Measurement => {
  const markers = { python_version: python, sys_platform: platform };
  const interpreter = { version: `${python}.1`, markers };
  return { combination: { interpreter }, buildPython } as unknown as Measurement;
};

const place = async (
  text: string,
  file: string,
  table: 'build' | 'runtime',
  failing: readonly Measurement[],
  all = failing,
) => {
  const sources = memorySources({ [file]: text });
  const found = await locateRequirement(['numpy'], [table], sources, surroundingsOf(failing, all));
  return found && text.split('\n')[found.line - 1]?.trim();
};

describe('locateRequirement() among lines with markers', () => {
  it.each<[string, string, string, 'build' | 'runtime', readonly Measurement[], string]>([
    ['a list for builds', PYPROJECT, 'pyproject.toml', 'build', [on('3.12')], '1.26.4'],
    [
      'where two Pythons fail',
      PYPROJECT,
      'pyproject.toml',
      'build',
      [on('3.12'), on('3.13')],
      '1.26.4',
    ],
    ['on a platform', PYPROJECT, 'pyproject.toml', 'runtime', [on('3.12')], 'numpy>=1.25'],
    ['on another', PYPROJECT, 'pyproject.toml', 'runtime', [on('3.12', 'win32')], 'numpy>=1.23'],
    ['setup.cfg', SETUP_CFG, 'setup.cfg', 'build', [on('3.12')], 'numpy>=2'],
    ['setup.py', SETUP_PY, 'setup.py', 'build', [on('3.12')], 'numpy>=2'],
    ['a requirements file', LIST, 'requirements.txt', 'runtime', [on('3.12')], '1.26.4'],
    ['nothing is known', PYPROJECT, 'pyproject.toml', 'build', [], '1.23.5'],
    [
      'none holds',
      SETUP_PY.replace('version >=', 'version >'),
      'setup.py',
      'build',
      [on('3.12')],
      '1.23.5',
    ],
  ])('%s', async (_what, text, file, table, failing, expected) => {
    expect(await place(text, file, table, failing)).toContain(expected);
  });

  it('asks the Python that built a wheel which serves several', async () => {
    const failing = [on('3.13', 'linux', '3.11.1')];
    const all = [on('3.11'), ...failing];
    const found = place(PYPROJECT, 'pyproject.toml', 'build', failing, all);
    expect(await found).toContain('1.23.5');
  });
});

const DYNAMIC = '[project]\nname = "x"\ndynamic = ["dependencies"]\n';
const BUILD = '[build-system]\nrequires = ["setuptools"]\n';

describe('locateRequirement() in files that the metadata is made of', () => {
  it.each<[string, Readonly<Record<string, string>>, string | null, string | null]>([
    [
      'setuptools, dynamic',
      {
        'pyproject.toml': `${DYNAMIC}[tool.setuptools.dynamic]\ndependencies = { file = ["in/core.txt"] }\n`,
        'in/core.txt': '# c\nnumpy >= 1.23\n',
      },
      'in/core.txt:2',
      'in/core.txt:1',
    ],
    [
      'setuptools, dynamic, one file, beside another list',
      {
        'pyproject.toml': `${DYNAMIC}[tool.setuptools.dynamic]\ndependencies.file = "core.txt"\n`,
        'core.txt': 'numpy\n',
        'requirements.txt': 'numpy==1.26\n',
      },
      'core.txt:1',
      'core.txt:1',
    ],
    [
      'an extra',
      {
        'pyproject.toml': `${DYNAMIC}[tool.setuptools.dynamic.optional-dependencies]\na.file = ["a.txt"]\n`,
        'a.txt': 'numpy\n',
      },
      null,
      'pyproject.toml:1',
    ],
    [
      'hatch-requirements-txt',
      {
        'pyproject.toml': `${DYNAMIC}[tool.hatch.metadata.hooks.requirements_txt]\nfiles = ["core.txt"]\n`,
        'core.txt': 'six\nnumpy\n',
      },
      'core.txt:2',
      'core.txt:1',
    ],
    [
      'setup.cfg',
      { 'setup.cfg': '[options]\ninstall_requires = file: core.txt\n', 'core.txt': 'numpy\n' },
      'core.txt:1',
      'setup.cfg:2',
    ],
    [
      'setup.py',
      {
        'setup.py':
          'setup(install_requires=open("in/deps.txt").read(), d=open("README.txt").read())\n',
        'in/deps.txt': 'numpy\n',
        'README.txt': 'numpy\n',
      },
      'in/deps.txt:1',
      'setup.py:1',
    ],
    [
      'setup.py, joined',
      {
        'setup.py': 'lines = open(os.path.join(here, "requirements", "base.txt"))\n',
        'requirements/base.txt': 'numpy\n',
      },
      'requirements/base.txt:1',
      'requirements/base.txt:1',
    ],
    [
      'what is not there',
      { 'pyproject.toml': `${DYNAMIC}[tool.setuptools.dynamic]\ndependencies.file = "core.txt"\n` },
      null,
      'pyproject.toml:1',
    ],
  ])('%s', async (_what, files, line, list) => {
    const sources = memorySources(files);
    const at = (one: { file: string; line: number } | null) => one && `${one.file}:${one.line}`;
    expect(at(await locateRequirement(['numpy'], ['runtime'], sources))).toBe(line);
    expect(at(await locateRequirementList('runtime', sources))).toBe(list);
  });

  it.each([
    ['tool.hatch.build.targets.wheel.hooks.custom', 'dependencies'],
    ['tool.hatch.build.hooks.cython', 'dependencies'],
    ['tool.scikit-build.build', 'requires'],
  ])('what a backend installs for a build: [%s] %s', async (table, key) => {
    const text = `[${table}]\n${key} = [\n  "numpy==1.26",\n]\n${BUILD}`;
    const sources = memorySources({ 'pyproject.toml': text });
    expect((await locateRequirement(['numpy'], ['build'], sources))?.line).toBe(3);
    expect((await locateRequirementList('build', sources))?.line).toBe(6);
  });
});

it('asks the build of the same platform', async () => {
  const text = `[build-system]
requires = [
  "numpy==1.26.4; sys_platform == 'linux'",
  "numpy==2.0.0; sys_platform == 'win32'",
]
`;
  const [linux, windows] = [on('3.11'), on('3.11', 'win32')];
  const withPlatform = (one: Measurement, platform: string) =>
    ({ ...one, combination: { ...one.combination, platform } }) as Measurement;
  const all = [withPlatform(linux, 'linux-x86_64'), withPlatform(windows, 'windows-amd64')];
  expect(await place(text, 'pyproject.toml', 'build', all.slice(1), all)).toContain('win32');
});
