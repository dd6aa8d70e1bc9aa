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
      "numpy==2.0.2 ; (python_full_version < '3.10')",
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
  ['uv.lock', 'version = 1\n[[package\n', 'uv.lock:2: it cannot be read as TOML'],
  ['pyproject.toml', '[project]\nname = "x"\n', 'pyproject.toml holds no locked packages'],
])('%s that cannot be read is told with its place', (file, text, message) => {
  expect(readConstraints(text, file).problems.map((one) => one.message)).toEqual([
    expect.stringContaining(message),
  ]);
});
