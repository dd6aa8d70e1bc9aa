import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { removeTree } from '../../host/remove-tree.ts';
import { diskFull, saysDiskFull } from '../../host/workspace.ts';
import { networkAdvice } from '../../model/network-advice.ts';
import type { Uv } from '../../model/ports.ts';
import { EXIT, UserError } from '../../model/user-error.ts';
import { PYTHON_TOOLS } from './uv-release.ts';

/**
 * The folder with `packaging` and `pyproject_hooks`, installed there once, hashes required.
 *
 * @param python any interpreter; both tools are pure Python
 * @throws {UserError} exit 3 when they cannot be downloaded
 */
export async function pythonTools(uv: Uv, cache: string, python: string): Promise<string> {
  const text = PYTHON_TOOLS.join('\n');
  const id = createHash('sha256').update(text).digest('hex').slice(0, 12);
  const target = join(cache, `python-tools-${id}`);
  if (await stat(target).catch(() => undefined)) return target;
  await mkdir(cache, { recursive: true });
  const staging = await mkdtemp(join(cache, 'tools-staging-'));
  try {
    await writeFile(join(staging, 'requirements.txt'), `${text}\n`);
    const result = await uv.run(
      [
        ...['pip', 'install', '--no-config', '--require-hashes', '--no-deps', '--no-build'],
        ...['--link-mode', 'copy', '--python', python, '--target', join(staging, 'tools')],
        ...['-r', join(staging, 'requirements.txt')],
      ],
      { cwd: staging, timeoutSeconds: 300 },
    );
    if (result.ending.kind !== 'exited' || result.ending.code !== 0) {
      if (saysDiskFull(result.stderr)) throw diskFull(target);
      throw new UserError('Cannot download the tools that inspect interpreters and build wheels', {
        exitCode: result.ending.kind === 'interrupted' ? EXIT.interrupted : EXIT.setUp,
        remedy: `${networkAdvice(result.stderr)}\n${lastLines(result.stderr)}`,
      });
    }
    // uv's lock on the folder, which it leaves there.
    await rm(join(staging, 'tools', '.lock'), { force: true });
    await rename(join(staging, 'tools'), target).catch(async (error: NodeJS.ErrnoException) => {
      if (!(await stat(target).catch(() => undefined))) throw error;
    });
  } finally {
    await removeTree(staging);
  }
  return target;
}

/** uv's own words, without its hints: those are flags of uv's, not of ours. */
function lastLines(text: string): string {
  return text
    .replace(/\n\s*hint:[\s\S]*/, '')
    .trim()
    .split('\n')
    .slice(-6)
    .join('\n');
}
