import type { ExceptionRecord } from '../../model/observation.ts';

const NAME = String.raw`['"\`]?([A-Za-z_][\w.]*\w|[A-Za-z])['"\`]?`;
/** A program's own words before it shows an exception without frames. */
const SAID = new RegExp(
  `(?:[Ff]ailed to import|[Ff]ailed importing|[Ee]rror importing|[Ee]rror while importing|[Ee]rror in importing|[Uu]nable to import|[Cc]annot import|[Cc]ould not import|[Ii]mport of)(?: (?:the )?(?:module|package|library|plugin|extension))? ${NAME}(?:[.:!,]|\\s|$)`,
);
/** What a message itself names: CPython's import of a DLL, of an init function. */
const MESSAGE =
  /DLL load failed while importing ([\w.]+): |initialization of ([\w.]+) (?:failed without|raised unreported|did not return)|dynamic module does not define module export function \(PyInit_(\w+)\)|module ([\w.]+) does not support loading in subinterpreters/;
const NEAR = 8;

/** Remembers whom a log named shortly before, as having failed to import. */
export class NamedModule {
  #name: string | null = null;
  #age = 0;

  read(line: string): void {
    this.#age += 1;
    if (this.#age > NEAR) this.#name = null;
    if (line.length > 400 || !/mport/.test(line) || /'numpy/.test(line)) return;
    // transformers and diffusers name a module of Python code that imports another's.
    if (line.includes('because of the following error')) return;
    // Sphinx names an extension of its own, in Python.
    if (line.startsWith('Could not import extension ')) return;
    const name = SAID.exec(line)?.[1];
    if (!name || /^(?:required|dependencies|test|module|numpy|any|it|the|a|from)$/i.test(name))
      return;
    this.#name = name;
    this.#age = 0;
  }

  /** The name as a module is written, null when nobody was named. */
  get name(): string | null {
    return this.#name;
  }
}

/** @returns the module that a message names, which may be the last part of its name only */
export function moduleInMessage(message: string): string | null {
  const found = MESSAGE.exec(message);
  return found?.slice(1).find((one) => one !== undefined) ?? null;
}

/**
 * Names the module that the message, or the log before it, names where no frame does.
 *
 * @param named whom the log named shortly before, null when nobody
 */
export function attributed(
  chain: readonly ExceptionRecord[],
  named: string | null,
): readonly ExceptionRecord[] {
  if (chain.some((one) => one.frames.length > 0)) return chain;
  const told = chain.map((one) => moduleInMessage(one.message)).find((one) => one !== null);
  const name = told ?? named?.toLowerCase();
  if (!name) return chain;
  const frames = [{ file: told ? '<message>' : '<log>', line: 0, function: `init ${name}` }];
  return chain.map((one, at) => (at === 0 ? { ...one, frames } : one));
}
