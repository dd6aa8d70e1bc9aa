import { randomUUID } from 'node:crypto';
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { endedWell } from '../../model/ended-well.ts';
import type { Uv } from '../../model/ports.ts';
import type { Interpreter } from '../../packaging/interpreter.ts';
import { heldFlags } from '../../provision/uv/held-flags.ts';

/** What is to be resolved, and where. */
export interface Requirements {
  readonly uv: Pick<Uv, 'run'>;
  /** The Python that it is for. */
  readonly python: Pick<Interpreter, 'executable' | 'version'>;
  readonly lines: readonly string[];
  readonly constraints: readonly string[];
  readonly indexArgs: readonly string[];
  /** Where relative paths and uv's own settings are looked for. */
  readonly cwd: string;
  /** The output is in it while uv runs. */
  readonly folder: string;
  readonly timeoutSeconds: number;
  readonly env?: Readonly<Record<string, string>>;
  /** `cache`: without asking any index, by what uv was told before. */
  readonly reach?: 'index' | 'cache';
}

/**
 * What an installation of the requirements would choose now, each at one version and with the hashes
 * that it may have, whatever the project's own settings of uv say of the output.
 *
 * @returns the text that `uv pip compile` writes; undefined where it finds nothing, or not in time
 */
export async function compileRequirements({
  uv,
  python,
  lines,
  constraints,
  indexArgs,
  cwd,
  folder,
  timeoutSeconds,
  env,
  reach,
}: Requirements): Promise<string | undefined> {
  const output = join(folder, `resolved-${randomUUID()}.txt`);
  const { ending } = await uv.run(
    [
      ...['pip', 'compile', '--quiet', '--no-progress', '--no-header', '--no-annotate'],
      ...['--no-emit-index-url', '--no-emit-find-links', '--generate-hashes'],
      ...[...heldFlags(python.version), '--no-universal'],
      ...(reach === 'cache' ? ['--offline'] : []),
      ...['--python', python.executable, '--output-file', output, ...indexArgs],
      ...constraints.flatMap((file) => ['--constraint', file]),
      '-',
    ],
    { cwd, timeoutSeconds, input: `${lines.join('\n')}\n`, ...(env && { env }) },
  );
  const text = await readFile(output, 'utf8').catch(() => undefined);
  await rm(output, { force: true });
  return endedWell(ending) ? text : undefined;
}
