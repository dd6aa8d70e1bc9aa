import type { RunResult, Uv } from '../../model/ports.ts';
import type { Interpreter } from '../../packaging/interpreter.ts';
import { heldFlags } from '../../provision/uv/held-flags.ts';

/** Longest that uv may take for one resolution or installation. */
const INSTALL_SECONDS = 900;

/** How uv installs. */
export interface PipOptions {
  readonly uv: Uv;
  /** What the environment was made with. */
  readonly interpreter: Pick<Interpreter, 'version'>;
  /** Constraint files, absolute. */
  readonly constraints: readonly string[];
  /** Index flags for uv: `--default-index URL`, `--find-links DIR`, … */
  readonly indexArgs: readonly string[];
  /** Where uv looks for its settings: the project's folder, or a folder of the run. */
  readonly cwd: string;
  /**
   * How files get out of uv's cache. Hard links cost next to nothing, and let whoever runs in the
   * environment write into the cache: they are to be copied before anything does.
   */
  readonly files: 'copies' | 'hard-links';
  /** Ends uv's work when it aborts. */
  readonly until?: AbortSignal;
}

/**
 * Installs requirement lines into an environment.
 *
 * @param python of the environment
 * @param flags more of `uv pip install`
 */
export function pipInstall(
  options: PipOptions,
  python: string,
  lines: readonly string[],
  flags: readonly string[],
): Promise<RunResult> {
  const constraints = options.constraints.flatMap((file) => ['--constraint', file]);
  const mode = options.files === 'copies' ? 'copy' : 'hardlink';
  return options.uv.run(
    [
      ...['pip', 'install', '--quiet', '--python', python, '--link-mode', mode],
      ...[...heldFlags(options.interpreter.version), '--no-require-hashes'],
      ...['--no-progress', ...options.indexArgs, ...constraints, ...flags, '-r', '-'],
    ],
    {
      cwd: options.cwd,
      timeoutSeconds: INSTALL_SECONDS,
      input: `${lines.join('\n')}\n`,
      // Never a NumPy from an environment that happens to be active.
      env: { UV_SYSTEM_PYTHON: '0' },
      ...(options.until && { until: options.until }),
    },
  );
}
