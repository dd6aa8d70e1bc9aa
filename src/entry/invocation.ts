import { basename, relative } from 'node:path';
import type { Env } from '../host/child-environment.ts';
import { THIS_PLATFORM } from '../host/this-platform.ts';
import type { Measurements } from '../model/measurements.ts';
import type { Report } from '../report/report.ts';
import { type Invocation, invocationOf } from '../report/reproduce.ts';
import { type Asked, askedBy, askedWords } from '../settings/asked-words.ts';
import type { Config } from '../settings/config.ts';

/**
 * The command that asks for the same again.
 *
 * @param program what starts this program where the reader is
 * @param clean takes secrets out of a text
 */
export function invocationFor(
  config: Asked,
  program: string,
  clean: (text: string) => string,
  windows = false,
): Invocation {
  const [only, ...more] = config.pythons;
  const path = only?.kind === 'path' && more.length === 0 ? { python: only.path } : {};
  return {
    program,
    arguments: askedWords(config).map(clean),
    ...path,
    ...(windows ? { windows } : {}),
  };
}

/** The same of a run that is shown: what `merge` reads was asked for elsewhere. */
export function invocationOfRun(
  { report, measurements }: { readonly report: Report; readonly measurements: Measurements },
  config: Config,
  program: string,
  clean: (text: string) => string,
): Invocation {
  const windows = THIS_PLATFORM.quotes === 'double';
  const own = invocationFor(askedBy(config), program, clean, windows);
  if (config.mode !== 'merge') return own;
  const words = measurements.asked ?? invocationOf(report).arguments;
  return { ...own, arguments: words.map(clean) };
}

/** How this program was started on a command line, as it would be typed again. */
export function programOnTerminal(argv: readonly string[], env: Env, cwd: string): string {
  const script = argv[1] ?? '';
  if (env['npm_command'] === 'exec') return 'npx numpy-abi-matrix';
  if (/^numpy-abi-matrix(?:\.cmd|\.ps1)?$/.test(basename(script))) return 'numpy-abi-matrix';
  const near = relative(cwd, script).replaceAll('\\', '/');
  const path = near.startsWith('../../..') ? script : near;
  return `node ${/\s/.test(path) ? `"${path}"` : path}`;
}

/**
 * What starts the version that a workflow runs, on somebody's own machine: npx fetches the action's
 * repository at its ref; an action of the repository itself is run from there.
 */
export function programInWorkflow(env: Env, script: string, workspace: string): string {
  const repository = /^[\w.-]+\/[\w.-]+$/.exec(env['GITHUB_ACTION_REPOSITORY'] ?? '')?.[0];
  const ref = /^[\w./-]+$/.exec(env['GITHUB_ACTION_REF'] ?? '')?.[0];
  if (repository && ref) return `npx github:${repository}#${ref}`;
  const near = relative(workspace, script.replace(/action\.mjs$/, 'cli.mjs')).replaceAll('\\', '/');
  return near.startsWith('..') ? 'npx numpy-abi-matrix' : `node ${near}`;
}
