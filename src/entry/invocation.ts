import { basename, relative } from 'node:path';
import type { Env } from '../host/child-environment.ts';
import type { Invocation } from '../report/reproduce.ts';
import type { Config } from '../settings/config.ts';
import { listOf } from '../settings/lists.ts';
import { OPTIONS } from '../settings/options.ts';

/** What a command is repeated from. */
export type Invoked = Pick<Config, 'given'> &
  Pick<Config['run'], 'smoke'> &
  Pick<Config['axes'], 'pythons'>;

/** The part of a configuration that a command is repeated from. */
export function invokedBy({ given, run, axes }: Config): Invoked {
  return { given, smoke: run.smoke, pythons: axes.pythons };
}

/**
 * The command that asks for the same again, from the table of options and from what was given by
 * flag or input; what stands in pyproject.toml is read there again.
 *
 * @param program what starts this program where the reader is
 * @param clean takes secrets out of a text
 */
export function invocationFor(
  config: Invoked,
  program: string,
  clean: (text: string) => string,
  windows = false,
): Invocation {
  const given = new Map(config.given.map((one) => [one.name, one.texts]));
  const words = OPTIONS.flatMap((option): readonly string[] => {
    const texts = given.get(option.name);
    if (texts === undefined || !option.reproduced) return [];
    const [first = ''] = texts;
    if (option.flag === null) return [first.trim()];
    const flag = `--${option.flag}`;
    switch (option.kind.type) {
      case 'boolean':
        return [/^(?:false|no|off|0)$/i.test(first.trim()) ? `--no-${option.flag}` : flag];
      case 'list': {
        const { words: byWord } = option.kind;
        return texts
          .flatMap((text) => listOf(text, { words: byWord }))
          .flatMap((one) => [flag, one]);
      }
      default:
        // Code of an input is no file; the reader saves it as one.
        if (option.name === 'smoke' && config.smoke?.file === null) return [flag, 'smoke.py'];
        return [flag, first.trim()];
    }
  });
  const named = given.has('project') || given.has('wheels') || given.has('packages');
  const [only, ...more] = config.pythons;
  const path = only?.kind === 'path' && more.length === 0 ? { python: only.path } : {};
  return {
    program,
    arguments: [...(named ? [] : ['.']), ...words].map(clean),
    ...path,
    ...(windows ? { windows } : {}),
  };
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
