import { existsSync } from 'node:fs';
import type { IndexOptions } from '../../model/config.ts';

/** What pip is told about indexes, in uv's words. */
export interface PipSettings {
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  /** One for each setting passed on, or not. */
  readonly notices: readonly string[];
}

const SETTINGS = [
  'index-url',
  'extra-index-url',
  'find-links',
  'no-index',
  'trusted-host',
  'cert',
  'proxy',
] as const;
type Setting = (typeof SETTINGS)[number];

/**
 * Translates pip's settings for uv, which reads none of them.
 *
 * @param configList what `pip config list` prints, null when there is no pip; it holds both the
 *   files' settings and those of the environment
 * @param environment for `PIP_*` where there is no pip to ask
 */
export function readPipSettings(
  configList: string | null,
  environment: NodeJS.ProcessEnv,
): PipSettings {
  const found = fromConfigList(configList ?? '');
  for (const setting of SETTINGS) {
    const value = environment[`PIP_${setting.toUpperCase().replaceAll('-', '_')}`];
    if (value !== undefined && value !== '') {
      found.set(setting, value);
    }
  }
  const args: string[] = [];
  const env: Record<string, string> = {};
  const notices: string[] = [];
  for (const setting of SETTINGS) {
    const values = (found.get(setting) ?? '').split(/\s+/).filter((value) => value !== '');
    const first = values[0];
    if (first === undefined) {
      continue;
    }
    if (pass(setting, values, first, args, env, environment)) {
      notices.push(`pip's setting ${setting} is passed on to uv: ${values.join(' ')}`);
    }
  }
  return { args, env, notices };
}

/** @returns whether anything was added */
function pass(
  setting: Setting,
  values: readonly string[],
  first: string,
  args: string[],
  env: Record<string, string>,
  environment: NodeJS.ProcessEnv,
): boolean {
  const before = args.length + Object.keys(env).length;
  switch (setting) {
    case 'index-url':
      args.push('--default-index', first);
      break;
    case 'extra-index-url':
      args.push(...values.flatMap((value) => ['--index', value]));
      // pip takes the best release of all indexes, uv those of the first that has the package.
      if (!environment['UV_INDEX_STRATEGY']) env['UV_INDEX_STRATEGY'] = 'unsafe-best-match';
      break;
    case 'find-links':
      // uv stops at a folder that is not there; pip only warns.
      args.push(...values.filter(isThere).flatMap((value) => ['--find-links', value]));
      break;
    case 'no-index':
      if (/^(?:1|y|yes|t|true|on)$/i.test(first)) {
        args.push('--no-index');
      }
      break;
    case 'trusted-host':
      args.push(...values.flatMap((value) => ['--allow-insecure-host', value]));
      break;
    case 'cert':
      if (!environment['SSL_CERT_FILE']) {
        env['SSL_CERT_FILE'] = first;
      }
      break;
    case 'proxy':
      if (!environment['ALL_PROXY'] && !environment['HTTPS_PROXY'] && !environment['https_proxy']) {
        env['ALL_PROXY'] = first;
      }
      break;
    default:
      return setting satisfies never;
  }
  return args.length + Object.keys(env).length > before;
}

function isThere(place: string): boolean {
  return /^[a-z][a-z0-9+.-]+:\/\//i.test(place) || existsSync(place);
}

/** `global.index-url='…'`, `install.find-links='…'`, `:env:.cert='…'`: Python's quoting. */
function fromConfigList(text: string): Map<Setting, string> {
  const found = new Map<Setting, string>();
  const rank = new Map<Setting, number>();
  for (const line of text.split(/\r?\n/)) {
    const match = /^(global|install|download|:env:)\.([a-z-]+)=(['"])(.*)\3$/.exec(line.trim());
    const setting = SETTINGS.find((name) => name === match?.[2]);
    if (match === null || setting === undefined) {
      continue;
    }
    // pip lets a command's section win over [global], and the environment over both.
    const weight = ['global', 'download', 'install', ':env:'].indexOf(match[1] ?? '');
    if (weight >= (rank.get(setting) ?? -1)) {
      rank.set(setting, weight);
      found.set(setting, (match[4] ?? '').replaceAll('\\n', ' ').replaceAll("\\'", "'").trim());
    }
  }
  return found;
}

/** pip's index gives way to one that uv was told of on purpose. */
export function pipArguments(
  pip: PipSettings,
  options: IndexOptions,
  environment: NodeJS.ProcessEnv,
): readonly string[] {
  const told =
    options.indexUrl !== null || environment['UV_DEFAULT_INDEX'] || environment['UV_INDEX_URL'];
  const at = pip.args.indexOf('--default-index');
  return told && at >= 0 ? pip.args.toSpliced(at, 2) : pip.args;
}
