import { basename } from 'node:path';
import type { Interpreter } from '../../packaging/interpreter.ts';
import { parseWheelFilename } from '../../packaging/wheel-filename.ts';

/** Whether a built wheel also serves another interpreter (pure wheels; abi3 on later Pythons). */
export function servesInterpreter(
  wheel: string,
  interpreter: Pick<Interpreter, 'tags' | 'freeThreaded'>,
): boolean {
  const tags = parseWheelFilename(basename(wheel))?.tags ?? [];
  const known = new Set(interpreter.tags.map((tag) => tag.toLowerCase()));
  return tags.some(
    (tag) => known.has(tag) && !(interpreter.freeThreaded && tag.split('-')[1] === 'abi3'),
  );
}
