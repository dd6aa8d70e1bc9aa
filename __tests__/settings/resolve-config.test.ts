import { describe, expect, it } from '@jest/globals';
import type { Files } from '../../src/model/ports.ts';
import { parseCli } from '../../src/settings/parse-cli.ts';
import { parseInputs } from '../../src/settings/parse-inputs.ts';
import { type ConfigResult, resolveConfig } from '../../src/settings/resolve-config.ts';

const world = (contents: Readonly<Record<string, string>>) => {
  const files: Files = {
    read: async () => undefined,
    readText: async (path) => contents[path],
    list: async (folder) =>
      Object.keys(contents).flatMap((one) =>
        one.startsWith(`${folder}/`) ? [one.slice(folder.length + 1)] : [],
      ),
    exists: async (path) => Object.keys(contents).some((one) => `${one}/`.startsWith(`${path}/`)),
  };
  return { cwd: '/w', files, cores: 4 };
};
const PROJECT = { '/w/pyproject.toml': '[project]\nname = "x"\n', '/w/smoke.py': 'print(1)\n' };

const cli = (line: string, contents: Readonly<Record<string, string>> = PROJECT) => {
  const request = parseCli(line.split(' '));
  if (request.kind !== 'run') throw new Error(request.kind);
  return resolveConfig(request, request.command, world(contents));
};
const inputs = (record: Readonly<Record<string, string>>) =>
  resolveConfig(parseInputs(record), null, world(PROJECT));
const config = (result: ConfigResult) => {
  if (result.kind === 'problems') throw new Error(JSON.stringify(result.problems));
  return result.config;
};
const texts = (result: ConfigResult) =>
  result.kind === 'problems'
    ? result.problems.map(({ where, message, remedy }) => `${where}: ${message}. ${remedy}`)
    : [];

describe('resolveConfig()', () => {
  it('has the documented defaults', async () => {
    expect(config(await cli('check'))).toMatchObject({
      mode: 'check',
      subject: { spec: { kind: 'project', path: '/w' }, metadata: 'respect' },
      axes: { pythons: [{ kind: 'auto' }], numpys: [{ kind: 'auto' }] },
      run: {
        isolation: 'shared',
        timeoutSeconds: 60,
        jobs: 4,
        failOn: 'error',
        tolerance: 1e-9,
        budgetMinutes: 30,
        smoke: null,
      },
      provenance: { jobs: { kind: 'default' } },
    });
  });

  it('lets flags win over pyproject.toml, and says where each value is from', async () => {
    const toml =
      '[tool.numpy-abi-matrix]\nnumpy-version = ["1.26"]\ntimeout = "2min"\n[project]\nname = "x"\n';
    const read = config(await cli('check --numpy 2.0', { '/w/pyproject.toml': toml }));
    expect(read.axes.numpys.map((one) => one.text)).toEqual(['2.0']);
    expect(read.run.timeoutSeconds).toBe(120);
    expect(read.provenance['numpy-version']).toEqual({ kind: 'flag', name: '--numpy' });
    expect(read.provenance['timeout']).toEqual({
      kind: 'pyproject',
      file: 'pyproject.toml',
      line: 3,
    });
  });

  it('reads smoke from a file, relative to who names it', async () => {
    const contents = {
      '/w/sub/pyproject.toml': '[tool.numpy-abi-matrix]\nsmoke = "s.py"\n[project]\nname = "x"\n',
      '/w/sub/s.py': 'ok\n',
      '/w/s.py': 'other\n',
    };
    expect(config(await cli('check sub', contents)).run.smoke?.file).toBe('/w/sub/s.py');
    expect(config(await cli('check sub --smoke s.py', contents)).run.smoke?.file).toBe('/w/s.py');
  });

  it('takes code for smoke from an input, of one line or more', async () => {
    const one = config(await inputs({ smoke: 'import x; x.run()' }));
    expect(one.run.smoke).toEqual({ code: 'import x; x.run()\n', name: '<smoke>', file: null });
    expect(config(await inputs({ smoke: 'smoke.py' })).run.smoke?.code).toBe('print(1)\n');
  });

  it('does not read the settings of a project that packages have nothing to do with', async () => {
    const contents = { '/w/pyproject.toml': '[tool.numpy-abi-matrix]\njobs = 1\n' };
    expect(config(await cli('check --package numpy', contents)).run.jobs).toBe(4);
    expect(config(await cli('check --wheel *.whl', contents)).run.jobs).toBe(1);
  });

  it.each([
    ['check --python 3.1', /--python: Python 3\.1 does not exist.*"3\.10"/],
    ['check --numpy blah', /--numpy: NumPy "blah" cannot be read/],
    ['check --exclude pyton=3', /--exclude: "pyton=3" in/],
    ['check --timeout 0', /--timeout: 0 is too small/],
    ['check --metadata maybe', /--metadata: "maybe" is not one.*respect, ignore or ignore-all/],
    ['check --isolation modul', /Did you mean module\? Use shared or module/],
    ['check --fail-on erorr', /Did you mean error\? Use error, warning or never/],
    ['check --shard 4', /--shard: It is I\/N, the I-th of N parts, not 4/],
    ['check --constraint none.txt', /--constraint: There is no readable file \/w\/none\.txt/],
    ['check --wheel a.whl --package b', /exclude one another/],
    ['check . --package b', /exclude one another/],
    ['check --compare', /nothing to compare/],
    ['check --smoke none.py', /There is no readable file \/w\/none\.py/],
    ['check --build-numpy none', /names no single NumPy/],
    ['check nowhere', /There is no folder \/w\/nowhere\. Check the path/],
    ['check pandas==2.0.3', /Use --package .*--package "pandas==2\.0\.3"/],
    ['check pandas[x]>=2', /Use --package/],
    ['check --numpy latets', /Did you mean latest\?/],
    ['check --python python3.12', /Did you mean 3\.12\?/],
    ['check --environment MY_DIR=/x', /^--environment: MY_DIR=… gives a value.*MY_DIR alone here$/],
    ['check --quiet --verbose', /contradicts/],
    ['check --html -', /^--html: - is no path, and standard output is for --json/],
    ['check --json a --html ./a', /^--html: It is the same file as for --json: .* over the other/],
  ])('%s', async (line, expected) => {
    expect(texts(await cli(line)).join('\n')).toMatch(expected);
  });

  it('lets two reports go where nothing is kept', async () => {
    expect(texts(await cli('check . --json /dev/null --html /dev/null')).join()).not.toMatch(
      /same file/,
    );
  });

  it('says that a folder is no project', async () => {
    expect(texts(await cli('check sub', { '/w/sub/readme.md': '' })).join()).toMatch(/neither/);
  });

  it.each([
    ['of other tools only', { 'pyproject.toml': '[tool.ruff]\n' }, /can be built.*Name the folder/],
    [
      'of other tools, above the project',
      { 'pyproject.toml': '[tool.ruff]\n', 'python/pyproject.toml': '[project]\n' },
      /neither \[project\] nor \[build-system\].*as python has/,
    ],
    ['beside setup.py', { 'pyproject.toml': '[tool.ruff]\n', 'setup.py': '' }, /^$/],
    ['beside setup.cfg', { 'pyproject.toml': '[tool.ruff]\n', 'setup.cfg': '' }, /^$/],
    ['of a builder', { 'pyproject.toml': '[build-system]\nrequires = []\n' }, /^$/],
    ['of the older poetry', { 'pyproject.toml': '[tool.poetry]\nname = "x"\n' }, /can be built/],
  ])('takes a pyproject.toml %s for what it is', async (_, files, expected) => {
    const contents = Object.entries(files).map(([name, text]) => [`/w/${name}`, text] as const);
    expect(texts(await cli('check', Object.fromEntries(contents))).join('\n')).toMatch(expected);
  });

  it('tells all problems at once, each once', async () => {
    const toml = '[tool.numpy-abi-matrix]\njobs = 0\n[project]\nname = "x"\n';
    const found = texts(
      await cli('check --python 3.1 --python 2.7 --timeout x --zap', { '/w/pyproject.toml': toml }),
    );
    expect(found).toHaveLength(5);
  });

  it('takes the mode from the input', async () => {
    expect(config(await inputs({ mode: 'plan' })).mode).toBe('plan');
    expect(texts(await inputs({ mode: 'adit' })).join()).toMatch(
      /check, plan, build, merge or audit/,
    );
  });
});
