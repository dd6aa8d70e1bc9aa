import {
  buildEnvironment,
  probeEnvironment,
  toolEnvironment,
} from '../../src/host/child-environment.ts';

const names = (environment: Record<string, string>) => Object.keys(environment);
const own = { home: '/h', tmp: '/t' };

describe('buildEnvironment()', () => {
  it.each([
    'INPUT_TOKEN',
    'input_numpy-version',
    'ACTIONS_RUNTIME_TOKEN',
    'ACTIONS_CACHE_URL',
    'GITHUB_TOKEN',
    'GITHUB_ENV',
    'GITHUB_PATH',
    'GITHUB_OUTPUT',
    'GITHUB_STATE',
    'GITHUB_STEP_SUMMARY',
    'my_secret',
    'AWS_SECRET_ACCESS_KEY',
    'TWINE_PASSWORD',
    'GOOGLE_APPLICATION_CREDENTIALS',
    'UV_INDEX_PRIVATE_USERNAME',
    'UV_DEFAULT_INDEX',
    'UV_INDEX_URL',
    'PIP_INDEX_URL',
    'PIP_FIND_LINKS',
    'PYTHONDONTWRITEBYTECODE',
    'PYTHONPATH',
    'PYTHONHOME',
    'VIRTUAL_ENV',
  ])('takes %s away', (name) => {
    expect(names(buildEnvironment({ [name]: 'x' }))).toEqual([]);
  });

  it.each([
    'PATH',
    'CC',
    'CFLAGS',
    'CMAKE_ARGS',
    'PKG_CONFIG_PATH',
    'SETUPTOOLS_SCM_PRETEND_VERSION',
    'CONDA_PREFIX',
    'CCACHE_DIR',
    'GITHUB_SHA',
    'GITHUB_WORKSPACE',
    'HOME',
    'PIPELINE',
  ])('leaves %s', (name) => {
    expect(names(buildEnvironment({ [name]: 'x' }))).toEqual([name]);
  });

  it('takes an address with a password away, whatever its name', () => {
    expect(buildEnvironment({ MY_INDEX: 'https://user:pass@host/simple' })).toEqual({});
    expect(buildEnvironment({ DOCS: 'https://host:80/x' })).toEqual({ DOCS: 'https://host:80/x' });
  });
});

describe('probeEnvironment()', () => {
  it.each(['PATH', 'Path', 'SystemRoot', 'PATHEXT', 'TZ', 'LD_LIBRARY_PATH', 'DYLD_LIBRARY_PATH'])(
    'lets %s through',
    (name) => {
      expect(probeEnvironment({ [name]: 'x' }, own)[name]).toBe('x');
    },
  );

  it.each(['HOSTNAME', 'GITHUB_TOKEN', 'INPUT_X', 'PYTHONPATH', 'PYTHONHOME', 'CC', 'LD_PRELOAD'])(
    'stops %s',
    (name) => {
      expect(probeEnvironment({ [name]: 'x' }, own)[name]).toBeUndefined();
    },
  );

  it('lets through what the user lists, but never what belongs to the runner', () => {
    const parent = { MODE: 'a', GITHUB_ENV: '/f', INPUT_A: 'b', ACTIONS_RUNTIME_TOKEN: 'c' };
    const made = probeEnvironment(parent, { ...own, names: Object.keys(parent) });
    expect(made).toMatchObject({ MODE: 'a' });
    expect(names(made)).not.toEqual(expect.arrayContaining(['GITHUB_ENV']));
    expect(made['INPUT_A'] ?? made['ACTIONS_RUNTIME_TOKEN']).toBeUndefined();
  });

  it('sets its own folders, locale and hash seed', () => {
    expect(probeEnvironment({ HOME: '/root', LANG: 'de' }, own)).toMatchObject({
      HOME: '/h',
      TMPDIR: '/t',
      LANG: 'C.UTF-8',
      LC_ALL: 'C.UTF-8',
      NO_COLOR: '1',
      PYTHONHASHSEED: '0',
    });
  });

  it('lets idle threads of OpenBLAS sleep, unless the user says how long they wait', () => {
    const parent = { OPENBLAS_THREAD_TIMEOUT: '20' };
    const listed = { ...own, names: ['OPENBLAS_THREAD_TIMEOUT'] };
    expect(probeEnvironment(parent, own)['OPENBLAS_THREAD_TIMEOUT']).toBe('4');
    expect(probeEnvironment(parent, listed)['OPENBLAS_THREAD_TIMEOUT']).toBe('20');
  });
});

describe('toolEnvironment()', () => {
  it.each([
    'UV_INDEX_PRIVATE_PASSWORD',
    'UV_DEFAULT_INDEX',
    'HTTPS_PROXY',
    'SSL_CERT_FILE',
    'UV_PYTHON_DOWNLOADS',
    'PIP_INDEX_URL',
    'HOME',
  ])('leaves %s', (name) => {
    expect(toolEnvironment({ [name]: 'x' })[name]).toBe('x');
  });

  it.each([
    'GITHUB_TOKEN',
    'INPUT_X',
    'ACTIONS_RUNTIME_TOKEN',
    'PYTHONDONTWRITEBYTECODE',
    'GITHUB_OUTPUT',
    'VIRTUAL_ENV',
    'UV_LINK_MODE',
    'UV_REQUIRE_HASHES',
    'UV_WORKING_DIR',
    'UV_WORKING_DIRECTORY',
    'MY_TOKEN',
  ])('takes %s away', (name) => {
    expect(toolEnvironment({ [name]: 'x' })[name]).toBeUndefined();
  });
});
