import { describe, expect, it } from '@jest/globals';
import { locateRequirement } from '../../../src/judge/locate/locate-requirement.ts';
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
