import { readConstraints } from '../../src/packaging/constraint-lines.ts';

const HASHED = `# made by a tool
-i https://user:secret@index.example/simple
numpy==1.26.4 ; python_version < "3.13" \\
    --hash=sha256:${'a'.repeat(64)} \\
    --hash=sha256:${'b'.repeat(64)}
    # via pandas
pandas[performance]==2.2.3 --hash=sha256:${'c'.repeat(64)}  # exact
-r more.txt
-c=limits/base.txt
-e .
./wheels/own-1.0-py3-none-any.whl
https://files.example/x-1.0-py3-none-any.whl
direct @ https://files.example/direct-1.0-py3-none-any.whl ; sys_platform == "linux"
`;

const UV_LOCK = `version = 1
requires-python = ">=3.9"
[[package]]
name = "app"
version = "0.1"
source = { editable = "." }
[[package]]
name = "numpy"
version = "2.0.2"
source = { registry = "https://index.example/simple" }
resolution-markers = ["python_full_version < '3.10'"]
[[package]]
name = "numpy"
version = "2.2.6"
source = { registry = "https://index.example/simple" }
resolution-markers = ["python_full_version == '3.10.*'", "python_full_version >= '3.11'"]
[[package]]
name = "forked"
version = "1.0"
source = { git = "https://repository.example/forked?rev=1#1" }
`;

const PYLOCK = `lock-version = "1.0"
created-by = "tool"
[[packages]]
name = "numpy"
version = "2.2.6"
marker = "python_version >= '3.10'"
[[packages]]
name = "local"
version = "1.0"
directory = { path = "." }
`;

const POETRY = `[[package]]
name = "scipy"
version = "1.11.4"
optional = false
[[package]]
name = "mine"
version = "1.0"
[package.source]
type = "git"
url = "https://repository.example/mine"
`;

const POETRY_2 = `[[package]]
name = "numpy"
version = "2.0.2"
groups = ["main"]
markers = 'python_version == "3.9"'
[[package]]
name = "numpy"
version = "2.2.6"
groups = ["main", "dev"]
markers = {main = 'python_version >= "3.10"', dev = 'python_version >= "3.10"'}
[metadata]
lock-version = "2.1"
`;
const CHOICES = `lock-version = "1.0"
[[packages]]
name = "numpy"
version = "2.0.2"
marker = "'new' in extras"
[[packages]]
name = "scipy"
version = "1.13.1"
`;
const PIPENV = JSON.stringify({
  _meta: { 'pipfile-spec': 6 },
  default: { numpy: { version: '==1.26.4', markers: "python_version >= '3.9'" } },
  develop: { own: { path: '.', editable: true } },
});

test.each([
  [
    'poetry.lock of Poetry 2',
    'poetry.lock',
    POETRY_2,
    [
      'numpy==2.0.2 ; python_version == "3.9"',
      'numpy==2.2.6 ; (python_version >= "3.10") or (python_version >= "3.10")',
    ],
  ],
  [
    'what extras choose, whichever are asked for',
    'pylock.toml',
    CHOICES,
    ['numpy==2.0.2', 'scipy==1.13.1'],
  ],
  ['a lock of Pipenv', 'Pipfile.lock', PIPENV, ["numpy==1.26.4 ; python_version >= '3.9'"]],
  [
    'a lock under a name of its own',
    'locks/py311.lock',
    UV_LOCK.replace('[[package]]', '# mine\n[[package]]'),
    [
      "numpy==2.0.2 ; python_full_version < '3.10'",
      "numpy==2.2.6 ; (python_full_version == '3.10.*') or (python_full_version >= '3.11')",
    ],
  ],
  [
    'pinned requirements under the name of a lock',
    'py311.lock',
    'numpy==1.26.4\n',
    ['numpy==1.26.4'],
  ],
  [
    'a path without a dot',
    'requirements.txt',
    'wheels/own-1.0.zip\nown-1.0-py3-none-any.whl\nnumpy==2.0.2',
    ['numpy==2.0.2'],
  ],
])('%s says', (_, file, text, expected) => {
  const read = readConstraints(text, file);
  expect([read.problems, read.notices]).toEqual([[], []]);
  expect(read.lines.map((line) => line.text)).toEqual(expected);
});

test('a lock with two releases and no word on where each is installed limits that package not at all', () => {
  const entry = (version: string) => `[[package]]\nname = "numpy"\nversion = "${version}"\n`;
  const read = readConstraints(`${POETRY}${entry('1.26.4')}${entry('2.0.2')}`, 'poetry.lock');
  expect(read.lines.map((line) => line.text)).toEqual(['scipy==1.11.4']);
  expect(read.notices).toEqual([
    'poetry.lock locks numpy 1.26.4 and 2.0.2 and does not say where each is installed: it limits numpy not at all',
  ]);
});

test.each([
  ["'new' in extras or python_version < '3.9'", 'numpy==2.0.2'],
  ["'new' in extras and python_version < '3.9'", "numpy==2.0.2 ; python_version < '3.9'"],
  [
    "sys_platform == 'linux' and (python_version < '3.9' and 'new' not in dependency_groups)",
    "numpy==2.0.2 ; (sys_platform == 'linux') and (python_version < '3.9')",
  ],
])('of a marker with extras, %s, the rest is left', (marker, expected) => {
  const read = readConstraints(CHOICES.replace("'new' in extras", marker), 'pylock.toml');
  expect(read.lines[0]?.text).toBe(expected);
});

test('two releases of which an extra chooses limit that package not at all', () => {
  const other = `[[packages]]\nname = "numpy"\nversion = "1.26.4"\nmarker = "'new' not in extras"\n`;
  const read = readConstraints(`${CHOICES}${other}`, 'pylock.toml');
  expect(read.lines.map((line) => line.text)).toEqual(['scipy==1.13.1']);
  expect(read.notices).toEqual([
    expect.stringContaining('pylock.toml locks numpy 2.0.2 and 1.26.4'),
  ]);
});

test.each([
  [
    'requirements.txt',
    HASHED,
    [
      'numpy==1.26.4 ; python_version < "3.13"',
      'pandas==2.2.3',
      'direct @ https://files.example/direct-1.0-py3-none-any.whl ; sys_platform == "linux"',
    ],
  ],
  [
    'uv.lock',
    UV_LOCK,
    [
      "numpy==2.0.2 ; python_full_version < '3.10'",
      "numpy==2.2.6 ; (python_full_version == '3.10.*') or (python_full_version >= '3.11')",
    ],
  ],
  ['pylock.dev.toml', PYLOCK, ["numpy==2.2.6 ; python_version >= '3.10'"]],
  ['poetry.lock', POETRY, ['scipy==1.11.4']],
])('%s says', (file, text, expected) => {
  const read = readConstraints(text, file);
  expect(read.problems).toEqual([]);
  expect(read.lines.map((line) => line.text)).toEqual(expected);
});

test('files that it names are for the caller to read', () => {
  expect(readConstraints(HASHED, 'requirements.txt').includes).toEqual([
    'more.txt',
    'limits/base.txt',
  ]);
});

test.each([
  [
    'requirements.txt',
    'numpy==1.26.4\nnumpy>>2\n',
    'requirements.txt:2: requirement "numpy>>2" cannot',
  ],
  ['uv.lock', 'version = 1\n[[package\n', 'uv.lock cannot be read: '],
  ['pyproject.toml', '[project]\nname = "x"\n', 'pyproject.toml names what is allowed'],
  ['own.toml', '[project]\nname = "x"\n', 'own.toml holds no locked packages'],
  ['uv.lock', 'version = 2\n', 'uv.lock cannot be read: it is a lock of version 2'],
  ['pixi.lock', 'version: 6\n', 'pixi.lock names packages of conda'],
  ['sub/conda-lock.yml', 'version: 1\n', 'sub/conda-lock.yml names packages of conda'],
  ['environment.yml', 'dependencies:\n', 'environment.yml names packages of conda'],
])('%s that cannot be read is told with its place', (file, text, message) => {
  expect(readConstraints(text, file).problems.map((one) => one.message)).toEqual([
    expect.stringContaining(message),
  ]);
});
