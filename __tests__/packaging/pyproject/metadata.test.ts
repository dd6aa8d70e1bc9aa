import { parseCoreMetadata } from '../../../src/packaging/core-metadata.ts';
import {
  type ProjectFiles,
  readProjectMetadata,
} from '../../../src/packaging/pyproject/project-metadata.ts';

function read(files: Partial<ProjectFiles>) {
  const { requirements, problems, ...rest } = readProjectMetadata({
    pyproject: null,
    setupCfg: null,
    hasSetupPy: false,
    ...files,
  });
  return {
    ...rest,
    requirements: requirements?.map(({ text }) => text) ?? null,
    problems: problems.map(({ message }) => message),
  };
}

const base = {
  name: null,
  version: null,
  requiresPython: '',
  requirements: [],
  provides: [] as readonly string[] | null,
  problems: [],
};
const unknown = { ...base, requiresPython: null, requirements: null, provides: null };

test.each<[string, Partial<ProjectFiles>, object]>([
  [
    'PEP 621',
    {
      pyproject: `[build-system]
requires = ["setuptools", "numpy>=2"]
[project]
name = "pkg"
version = "1.0"
requires-python = ">=3.9"
dependencies = ["numpy>=1.21"]
[project.optional-dependencies]
x = ["numpy<2; python_version<'3.12'"]
`,
    },
    {
      ...base,
      name: 'pkg',
      version: '1.0',
      requiresPython: '>=3.9',
      requirements: ['numpy>=1.21', `numpy<2 ; extra == "x" and (python_version<'3.12')`],
      provides: ['x'],
    },
  ],
  [
    'dynamic fields are unknown',
    {
      pyproject:
        '[project]\nname = "p"\ndynamic = ["version", "dependencies", "requires-python"]\n',
    },
    { ...unknown, name: 'p', provides: [] },
  ],
  [
    'setup.cfg',
    {
      setupCfg: `[metadata]
name = pkg
version = attr: pkg.__version__
[options]
python_requires = >=3.8
install_requires =
    numpy>=1.20
    # a comment
    scipy; python_version < "3.12"
[options.extras_require]
test = pytest; numpy<2
`,
    },
    {
      ...base,
      name: 'pkg',
      requiresPython: '>=3.8',
      requirements: [
        'numpy>=1.20',
        'scipy; python_version < "3.12"',
        'pytest ; extra == "test"',
        'numpy<2 ; extra == "test"',
      ],
      provides: ['test'],
    },
  ],
  [
    'setup.cfg from a file',
    { setupCfg: '[options]\ninstall_requires = file: req.txt\n', hasSetupPy: true },
    unknown,
  ],
  ['setup.cfg of other tools', { setupCfg: '[flake8]\nmax-line-length = 99\n' }, unknown],
  ['setup.py alone', { hasSetupPy: true }, unknown],
  [
    'setup.cfg without requirements beside a setup.py',
    { setupCfg: '[metadata]\nname = a\n', hasSetupPy: true },
    { ...unknown, name: 'a' },
  ],
  [
    'setup.cfg without requirements and no setup.py',
    { setupCfg: '[metadata]\nname = a\n' },
    { ...base, name: 'a' },
  ],
  [
    'poetry keeps its own table',
    {
      pyproject:
        '[build-system]\nrequires = ["poetry-core"]\nbuild-backend = "poetry.core.masonry.api"\n',
      setupCfg: '[metadata]\nname = a\n',
    },
    unknown,
  ],
])('%s', (_, files, wanted) => {
  expect(read(files)).toEqual(wanted);
});

test.each([
  [
    '[project]\nname = "a"\ndependencies = [\n  "numpy",\n\n[tool.x]\n',
    /^pyproject\.toml line 6: expected "\]" \(array started on line 3\)$/,
  ],
  ['[project]\nname = a\n', /^pyproject\.toml line 2, column \d+: .+/],
  [
    '[project]\ndependencies = "numpy"\n',
    /^pyproject\.toml: \[project\] dependencies must be a list of strings$/,
  ],
  [
    '[project]\ndependencies = ["numpy>=x"]\n',
    /^pyproject\.toml: requirement "numpy>=x" cannot be read: /,
  ],
  [
    '[project]\nrequires-python = "3.9+"\n',
    /^pyproject\.toml: requires-python "3\.9\+" is no version specifier$/,
  ],
])('%j has a problem with its place', (pyproject, message) => {
  expect(read({ pyproject }).problems).toEqual([expect.stringMatching(message)]);
});

test('METADATA with folded lines and a description', () => {
  const metadata = parseCoreMetadata(
    'Metadata-Version: 2.1\r\nName: Pkg\r\nVersion: 1.0\r\nRequires-Python: >=3.9\r\nRequires-Dist: numpy<3,\r\n  >=1.23\r\nRequires-Dist: x ; extra == "y"\r\n\r\nRequires-Dist: not-this\r\n',
  );
  expect({ ...metadata, requirements: metadata.requirements?.map(({ text }) => text) }).toEqual({
    name: 'Pkg',
    version: '1.0',
    requiresPython: '>=3.9',
    requirements: ['numpy<3, >=1.23', 'x ; extra == "y"'],
    provides: ['y'],
    problems: [],
  });
});
