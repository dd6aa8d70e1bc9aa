/** A process environment; Windows spells names in any case. */
export type Env = Readonly<Record<string, string | undefined>>;

/** What a probe may inherit, besides what the user lists. Everything else stays behind. */
const PROBE_NAMES = /^(PATH|TZ|SYSTEMROOT|WINDIR|PATHEXT|COMSPEC|LD_LIBRARY_PATH|DYLD_.+)$/i;

/**
 * NumPy's OpenBLAS starts a thread for each processor as it is imported, and those look for work for a
 * while before they sleep (26: 2^26 cycles), a sixth of the processor time of an import. This is how
 * soon they sleep, and nothing else.
 */
const IDLE_THREADS = { OPENBLAS_THREAD_TIMEOUT: '4' };

/** Names whose values are secrets, or belong to the runner; no project code may see them. */
const SECRETS = [
  /^INPUT_/i,
  /^ACTIONS_/i,
  /TOKEN/i,
  /SECRET/i,
  /PASSWORD|PASSWD/i,
  /CREDENTIAL/i,
  /API_?KEY|ACCESS_?KEY|PRIVATE_?KEY/i,
];

/** Files through which a step talks to the runner: who writes them controls later steps. */
const COMMAND_FILES = /^GITHUB_(ENV|PATH|OUTPUT|STATE|STEP_SUMMARY)$/i;

/** Index settings may hold passwords in clear; the process that resolves gets them, builds do not. */
const INDEX_SETTINGS =
  /^(PIP_.*|UV_(INDEX.*|DEFAULT_INDEX|EXTRA_INDEX.*|FIND_LINKS|KEYRING.*|PUBLISH.*|.*CONFIG_FILE|.*MIRROR))$/i;

/** `PYTHONDONTWRITEBYTECODE` and friends change what a child does, and are never meant for ours. */
const PYTHON_SETTINGS = /^(PYTHON.*|__PYVENV_LAUNCHER__|VIRTUAL_ENV.*)$/i;

/**
 * The environment of a probe: an allow-list, with HOME and TMPDIR of its own.
 *
 * @param names further variables the user wants probes to see; secrets among them too, on purpose
 *   of the user alone, but never the runner's command files or `INPUT_*`
 * @example probeEnvironment({ PATH: '/bin', FOO: '1' }, { home: '/h', tmp: '/t' }).FOO // undefined
 */
export function probeEnvironment(
  parent: Env,
  own: {
    readonly home: string;
    readonly tmp: string;
    readonly names?: readonly string[];
    readonly extra?: Readonly<Record<string, string>>;
  },
): Record<string, string> {
  const listed = new Set((own.names ?? []).map((name) => name.toUpperCase()));
  const inherited = keep(
    parent,
    (name) => PROBE_NAMES.test(name) || (listed.has(name.toUpperCase()) && !isRunners(name)),
  );
  return {
    ...IDLE_THREADS,
    ...inherited,
    HOME: own.home,
    USERPROFILE: own.home,
    TMPDIR: own.tmp,
    TEMP: own.tmp,
    TMP: own.tmp,
    LANG: 'C.UTF-8',
    LC_ALL: 'C.UTF-8',
    NO_COLOR: '1',
    PYTHONHASHSEED: '0',
    ...own.extra,
  };
}

/**
 * The environment of what runs the project's code: the user's own (compilers, flags, `CMAKE_*`),
 * less every secret, the runner's command files, index settings and `PYTHON*`.
 *
 * @example buildEnvironment({ CC: 'clang', GITHUB_TOKEN: 'x' }) // { CC: 'clang' }
 */
export function buildEnvironment(
  parent: Env,
  extra: Readonly<Record<string, string>> = {},
): Record<string, string> {
  const inherited = keep(
    parent,
    (name, value) =>
      !isSecret(name) &&
      !INDEX_SETTINGS.test(name) &&
      !PYTHON_SETTINGS.test(name) &&
      !hasUrlPassword(value),
  );
  return { ...inherited, ...extra };
}

/**
 * The environment of uv (and of the pip that installs uv): it resolves and downloads, so it keeps
 * index, proxy and certificate settings, and loses what only the runner or Python should read.
 */
export function toolEnvironment(
  parent: Env,
  extra: Readonly<Record<string, string>> = {},
): Record<string, string> {
  const inherited = keep(
    parent,
    (name) =>
      (/^(UV_|PIP_|AWS_|GOOGLE_|AZURE_|ARTIFACTORY_)/i.test(name) || !isSecret(name)) &&
      !isRunners(name) &&
      !PYTHON_SETTINGS.test(name) &&
      !/^(UV_(PROJECT_ENVIRONMENT|WORKING_DIR(ECTORY)?|REQUIRE_HASHES|PYTHON|SYSTEM_PYTHON|OVERRIDE|CONSTRAINT|BUILD_CONSTRAINT|EXCLUDE_NEWER|PRERELEASE|RESOLUTION|LINK_MODE|COMPILE_BYTECODE|NO_BUILD.*|NO_BINARY.*|ONLY_BINARY.*|TARGET|PREFIX)|CONDA_PREFIX|PIP_(TARGET|PREFIX|USER|REQUIRE_VIRTUALENV|NO_BINARY|REQUIREMENT|CONSTRAINT))$/i.test(
        name,
      ),
  );
  return { ...inherited, UV_NO_PROGRESS: '1', NO_COLOR: '1', ...extra };
}

function isSecret(name: string): boolean {
  return COMMAND_FILES.test(name) || SECRETS.some((pattern) => pattern.test(name));
}

function isRunners(name: string): boolean {
  return (
    COMMAND_FILES.test(name) ||
    /^(INPUT_.*|ACTIONS_.*|GITHUB_TOKEN|GH_TOKEN|RUNNER_TOKEN)$/i.test(name)
  );
}

/** `https://user:password@host`: a secret whatever the variable is called. */
function hasUrlPassword(value: string): boolean {
  return /[a-z][a-z0-9+.-]*:\/\/[^/\s:@]+:[^/\s@]+@/i.test(value);
}

function keep(
  parent: Env,
  wanted: (name: string, value: string) => boolean,
): Record<string, string> {
  const kept: Record<string, string> = {};
  for (const [name, value] of Object.entries(parent)) {
    if (value !== undefined && wanted(name, value)) kept[name] = value;
  }
  return kept;
}
