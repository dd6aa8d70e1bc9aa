import type { CompiledModule } from '../../model/compiled-module.ts';
import type { ExceptionRecord } from '../../model/observation.ts';

/** More siblings than this are not tried. */
const MOST = 3;

/**
 * The modules of its own package that a compiled module imported, innermost first,
 * when it failed because they import it in turn: taken first, such a module finds itself half made.
 * A user imports the sibling, and never sees this.
 *
 * @param chain what importing the module raised
 * @returns dotted names, the likeliest first; empty when the failure is none of that kind
 * @example siblingsInCircle(m('p._x'), raisedIn('/site/p/_y.py')) // ['p._y']
 */
export function siblingsInCircle(
  module: CompiledModule,
  chain: readonly ExceptionRecord[],
): readonly string[] {
  const [top = ''] = module.name.split('.');
  const inside = (name: string): boolean => name === top || name.startsWith(`${top}.`);
  const frames = chain.flatMap((error) => error.frames);
  const named = frames
    .map(({ file, function: name }) => moduleOfFrame(file, name, module))
    .filter((name) => name !== undefined)
    .filter((name) => inside(name) && name !== module.name && !module.name.startsWith(`${name}.`));
  const isCircle = chain.some((error) => saysCircle(error, inside));
  // The innermost closes the circle: it is what a user's import begins with.
  return isCircle ? [...new Set(named.toReversed())].slice(0, MOST) : [];
}

/** Python says so itself; Cython's own import names the missing thing alone. */
function saysCircle({ message, frames }: ExceptionRecord, inside: (name: string) => boolean) {
  if (message.includes('(most likely due to a circular import)')) {
    const [, name] = /\bmodule '([^']+)'/.exec(message) ?? [];
    return name !== undefined && inside(name);
  }
  const last = frames.at(-1)?.function.match(CYTHON_INIT)?.[1];
  return /^cannot import name \w+$/.test(message) && last !== undefined && inside(last);
}

/** The function in which Cython shows the body of a module. */
const CYTHON_INIT = /^init ([\w.]+)$/;

function moduleOfFrame(file: string, name: string, module: CompiledModule): string | undefined {
  const cython = CYTHON_INIT.exec(name)?.[1];
  if (cython !== undefined) return cython;
  const [top = ''] = module.name.split('.');
  // Compilers show paths as they were built from: `mypy/types.py`.
  const posix = file.replaceAll('\\', '/');
  const path = posix.startsWith('/') ? posix : `/${posix}`;
  const folder = packageFolder(module);
  const at = path.startsWith(`${folder}/`) ? folder.length : path.lastIndexOf(`/${top}/`);
  if (at === -1 || !path.endsWith('.py')) return undefined;
  const rest = path.slice(at + 1, -'.py'.length);
  return rest.replace(/\/__init__$/, '').replaceAll('/', '.');
}

/** The folder on `sys.path` that the module's name begins in. */
function packageFolder({ name, path }: CompiledModule): string {
  const parts = path.replaceAll('\\', '/').split('/');
  const isPackage = parts.at(-1)?.startsWith('__init__.') ?? false;
  return parts.slice(0, -(name.split('.').length + Number(isPackage))).join('/');
}
