import { createHash } from 'node:crypto';
import { realpathSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Interpreter } from '../../packaging/interpreter.ts';
import { filesBelow, filesIn, type StatList, statList } from './stat-list.ts';

/** Which build of Python this is, and what it would load of its own. */
export interface InterpreterIdentity {
  readonly text: string;
  has(path: string): boolean;
}

const NOT_ITS_OWN = /^(?:site-packages|dist-packages|__pycache__|test|tests|idlelib|ensurepip)$/;
const SHARED = /\.(?:so(?:\.[\w.]+)?|dylib|dll|exe)$/i;
const STARTING = /^(?:.+\.pth|.+\._pth|(?:site|user)customize\.py|pyvenv\.cfg)$/i;

/**
 * What Python says of its build, and size and time of its program, its libraries and its standard
 * library: one that was built anew or patched is another.
 *
 * @returns undefined where it did not say where it comes from
 */
export function interpreterIdentity(interpreter: Interpreter): InterpreterIdentity | undefined {
  const { origin, executable, version, implementation, freeThreaded, tags } = interpreter;
  if (origin === undefined) return undefined;
  const standard = filesBelow(origin.library, NOT_ITS_OWN);
  if (standard.length === 0) return undefined;
  const own = ['', 'lib', 'DLLs', 'bin'].flatMap((name) =>
    filesIn(join(origin.prefix, name), SHARED),
  );
  const files: StatList = statList([realpathSync(executable), ...own, ...standard]);
  // Environments do not look there, but who changes how a Python starts means all that it does.
  const places = [origin.prefix, join(executable, '..'), join(executable, '../..')];
  const starting = statList([
    ...[origin.library, join(origin.library, '..')].flatMap((folder) =>
      ['site-packages', 'dist-packages'].flatMap((name) => filesIn(join(folder, name), STARTING)),
    ),
    ...[...places, dirname(realpathSync(executable))].flatMap((one) => filesIn(one, STARTING)),
  ]);
  const said = [executable, origin, version, implementation, freeThreaded, tags];
  const text = createHash('sha256')
    .update(JSON.stringify([said, files.lines, starting.lines]))
    .digest('hex');
  return { text, has: files.has };
}
