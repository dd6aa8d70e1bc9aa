import type { CompiledModule } from '../../model/compiled-module.ts';
import type { ExceptionRecord } from '../../model/observation.ts';

/** More siblings than this are not tried. */
const MOST = 3;

/**
 * The modules of its own distribution that a compiled module imported, innermost first,
 * when it failed because they import it in turn: taken first, such a module finds itself half made.
 * A user imports the sibling, and never sees this. Whether it was so, a walk through the sibling
 * shows.
 *
 * @param tops the distribution's top packages, the module's own among them
 * @param chain what importing the module raised
 * @returns dotted names, the likeliest first; empty when the failure is none of that kind
 * @example siblingsInCircle(m('p._x'), ['p'], raisedIn('/site/p/_y.py')) // ['p._y']
 */
export function siblingsInCircle(
  module: CompiledModule,
  tops: readonly string[],
  chain: readonly ExceptionRecord[],
): readonly string[] {
  const inside = (name: string): boolean =>
    tops.some((top) => name === top || name.startsWith(`${top}.`));
  const frames = chain.flatMap((error) => [...error.frames, ...toldFrames(error.message)]);
  const entered = frames
    .map(({ file, function: name }) => moduleOfFrame(file, name, module, tops))
    .filter((name) => name !== undefined)
    .filter(inside);
  const begun = new Set([module.name, ...entered]);
  const isCircle = chain.some((error) => saysCircle(error, inside, begun));
  const siblings = entered.filter(
    (name) => name !== module.name && !module.name.startsWith(`${name}.`),
  );
  // The innermost closes the circle: it is what a user's import begins with.
  return isCircle ? [...new Set(siblings.toReversed())].slice(0, MOST) : [];
}

/**
 * Python says so itself, of modules that it began to import; compiled ones often do not tell that
 * they are half made: then something is missing in one whose import had begun.
 *
 * @param begun modules whose import had begun when it failed
 */
function saysCircle(
  { message, frames }: ExceptionRecord,
  inside: (name: string) => boolean,
  begun: ReadonlySet<string>,
): boolean {
  if (message.includes('(most likely due to a circular import)')) {
    const [, name] = /\bmodule '([^']+)'/.exec(message) ?? [];
    return name !== undefined && inside(name);
  }
  if (message.includes(PYO3_AGAIN)) return true;
  const lacking = LACKS.exec(message);
  if (lacking) return begun.has(lacking[1] ?? lacking[2] ?? '');
  const last = frames.at(-1)?.function.match(CYTHON_INIT)?.[1];
  return /^cannot import name \w+$/.test(message) && last !== undefined && inside(last);
}

/** Those that a message quotes: Rust that panics at an exception has nothing else left of it. */
function toldFrames(
  message: string,
): readonly { readonly file: string; readonly function: string }[] {
  return [...message.matchAll(/^ {2}File "([^"\n]+)", line \d+, in (.+)$/gm)].map(
    ([, file = '', name = '']) => ({ file, function: name }),
  );
}

/** PyO3, src/impl_/pymodule.rs: its function is called anew while the first call imports a sibling. */
const PYO3_AGAIN = 'PyO3 modules may only be initialized once per interpreter process';

/** Of a compiled module; of others Python knows that they are half made. */
const LACKS =
  /^(?:cannot import name '[^']+' from '([^']+)' \(.*\.(?:so|pyd)\)|module '([^']+)' has no attribute '[^']+')$/;

/** The function in which Cython shows the body of a module. */
const CYTHON_INIT = /^init ([\w.]+)$/;

function moduleOfFrame(
  file: string,
  name: string,
  module: CompiledModule,
  tops: readonly string[],
): string | undefined {
  const cython = CYTHON_INIT.exec(name)?.[1];
  if (cython !== undefined) return cython;
  // Compilers show paths as they were built from: `mypy/types.py`.
  const posix = file.replaceAll('\\', '/');
  const path = posix.startsWith('/') ? posix : `/${posix}`;
  if (!path.endsWith('.py')) return undefined;
  const folder = packageFolder(module);
  const at = path.startsWith(`${folder}/`)
    ? folder.length
    : Math.max(...tops.map((top) => path.lastIndexOf(`/${top}/`)));
  if (at === -1) return undefined;
  const rest = path.slice(at + 1, -'.py'.length);
  return rest.replace(/\/__init__$/, '').replaceAll('/', '.');
}

/** The folder on `sys.path` that the module's name begins in. */
function packageFolder({ name, path }: CompiledModule): string {
  const parts = path.replaceAll('\\', '/').split('/');
  const isPackage = parts.at(-1)?.startsWith('__init__.') ?? false;
  return parts.slice(0, -(name.split('.').length + Number(isPackage))).join('/');
}
