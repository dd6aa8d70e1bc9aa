import { randomUUID } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { redact, secretsOf } from '../../escape/redact.ts';
import { together } from '../../host/together.ts';
import type { IndexOptions } from '../../model/config.ts';
import type { Uv } from '../../model/ports.ts';
import { EXIT, UserError } from '../../model/user-error.ts';
import { keptVariables } from './kept-variables.ts';
import { type PipSettings, pipArguments } from './pip-settings.ts';
import { readShownSettings, withNamedLogin } from './shown-settings.ts';

/** Where packages come from. Addresses may hold credentials in clear: show them redacted only. */
export interface IndexSettings {
  /** In the order in which uv asks them: extra ones first, the default one last. */
  readonly indexes: readonly string[];
  /** Folders (absolute or relative to the project's) and pages of links. */
  readonly findLinks: readonly string[];
  /** uv merges all indexes only when told to; else the first one that has a package decides. */
  readonly strategy: 'first-index' | 'merge';
  /** `host` or `host:port` whose certificates are not checked. */
  readonly insecureHosts: readonly string[];
  /** What must be masked in every output. */
  readonly secrets: readonly string[];
  /** To add to each `uv pip` call that resolves or downloads, so that uv sees the same. */
  readonly uvArguments: readonly string[];
  readonly uvEnvironment: Readonly<Record<string, string>>;
  readonly notices: readonly string[];
}

const TIMEOUT_SECONDS = 60;

/**
 * Asks uv which indexes are in force in a folder: its own settings files, the project's
 * `[tool.uv]`, the environment, our options, and pip's settings, which uv does not read.
 *
 * @param folder of the run: uv writes there, and not where the settings say, which may be a file of the user's
 * @param python an interpreter's path: uv reads no settings without one, and does not know all places
 *   where we find them (a runner's tool cache); null lets uv look for itself
 * @throws {UserError} exit 3 when uv cannot say (a broken settings file), its words redacted
 */
export async function readIndexSettings(
  uv: Uv,
  cwd: string,
  folder: string,
  options: IndexOptions,
  environment: NodeJS.ProcessEnv,
  pip: PipSettings = { args: [], env: {}, notices: [] },
  python: string | null = null,
): Promise<IndexSettings> {
  const own = ownArguments(options);
  const pips = pipArguments(pip, options, environment);
  const uvArguments = [...own, ...keptVariables([...own, ...pips], environment), ...pips];
  const given = secretsOf(uvArguments);
  const output = join(folder, `index-${randomUUID()}.txt`);
  const ask = (...how: readonly string[]) =>
    uv.run(
      [
        ...['pip', 'compile', '-', '--no-all-extras', '--output-file', output],
        ...how,
        '--no-python-downloads',
        ...(python === null ? [] : ['--python', python]),
        ...uvArguments,
      ],
      { cwd, timeoutSeconds: TIMEOUT_SECONDS, input: '', env: pip.env },
    );
  const [result, settings] = await together([
    ask('--emit-index-url', '--emit-find-links', '--no-header'),
    ask('--show-settings'),
  ]);
  await rm(output, { force: true });
  const shown = readShownSettings(settings.stdout);
  const { ending } = result;
  if (ending.kind !== 'exited' || ending.code !== 0) {
    const lines = result.stderr
      .trim()
      .split(/\r?\n/)
      .filter((line) => !/^warning: /.test(line));
    const said = lines
      .slice(-5)
      .join('\n')
      .replace(/^error: /, '');
    if (/did not contain valid UTF-8/.test(said)) {
      throw new UserError(`A settings file holds bytes that are no UTF-8: ${redact(said, given)}`, {
        exitCode: EXIT.usage,
        remedy: 'Save the file as UTF-8, as TOML has to be',
      });
    }
    const [, places] = /^Failed to read `--find-links` directory: ([\s\S]+)/.exec(said) ?? [];
    if (places !== undefined) {
      throw new UserError(
        `The folder that find-links names cannot be read: ${redact(places, given)}`,
        {
          exitCode: EXIT.usage,
          remedy: 'Name a folder with wheels, or the address of a page that links to them',
        },
      );
    }
    throw new UserError(
      `uv cannot tell which package index is in force: ${redact(said || ending.kind, given)}`,
      {
        exitCode: EXIT.setUp,
        remedy: `Run \`uv pip compile pyproject.toml\` in ${cwd} to see why`,
      },
    );
  }
  const lines = result.stdout.split(/\r?\n/).map((line) => line.trim());
  const [extra = [], main = []] = ['--extra-index-url', '--index-url'].map((option) =>
    valuesOf(lines, option).map((address) => withNamedLogin(address, shown, environment)),
  );
  const findLinks = valuesOf(lines, '--find-links');
  const isOffline = lines.includes('--no-index') || uvArguments.includes('--no-index');
  return {
    indexes: isOffline ? [] : [...new Set([...extra, ...main])],
    findLinks: [...new Set(findLinks)],
    strategy: shown.merges ? 'merge' : 'first-index',
    insecureHosts: shown.insecureHosts,
    secrets: [...new Set([...given, ...secretsOf([...extra, ...main, ...findLinks])])],
    uvArguments,
    uvEnvironment: pip.env,
    notices: [...pip.notices, ...leftAside(result.stderr)].map((notice) => redact(notice, given)),
  };
}

/** uv goes on without settings that it cannot read, with another index than they may name. */
function leftAside(stderr: string): readonly string[] {
  const warned = /^warning: (Failed to parse `.*` during settings discovery):\n((?: .*\n|\n)*)/m;
  const [, what, why = ''] = warned.exec(stderr.replaceAll('\r\n', '\n')) ?? [];
  if (what === undefined) return [];
  const said = why.split('\n').map((line) => line.trim().replace(/, expected (?:one )?of .*/, ''));
  const words = said.filter((line) => /^\w/.test(line) && !/^\d+ \|/.test(line));
  return [`uv leaves its settings aside: ${what}: ${words.join(', ')}`];
}

function ownArguments(options: IndexOptions): readonly string[] {
  return [
    ...(options.indexUrl === null ? [] : ['--default-index', options.indexUrl]),
    ...options.extraIndexUrls.flatMap((address) => ['--index', address]),
    ...options.findLinks.flatMap((place) => ['--find-links', place]),
  ];
}

function valuesOf(lines: readonly string[], option: string): readonly string[] {
  return lines
    .filter((line) => line.startsWith(`${option} `) || line.startsWith(`${option}=`))
    .map((line) => line.slice(option.length + 1).trim());
}
