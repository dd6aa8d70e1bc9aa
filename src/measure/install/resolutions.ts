import type { Limiter } from '../../host/limiter.ts';
import { NUMPY_NONE } from '../../model/combination.ts';
import { compileRequirements } from './compile-requirements.ts';
import { type InstallOptions, subjectLines } from './install-subject.ts';

/** What is resolved: what decides over it, of an installation. */
export type Resolvable = Pick<
  InstallOptions,
  'uv' | 'interpreter' | 'subject' | 'extras' | 'numpy' | 'constraints' | 'indexArgs' | 'cwd'
>;

/** What the resolver chooses for the combinations of a run, each asked once. */
export interface Resolutions {
  /**
   * What an installation would choose now, asked in the same words: each distribution at one version,
   * with the hashes that it may have.
   *
   * @returns the text of `uv pip compile`; undefined where it finds nothing, or not in time
   */
  resolve(what: Resolvable): Promise<string | undefined>;
}

const RESOLVE_SECONDS = 120;
const PIN = /^(?<name>[A-Za-z0-9][\w.-]*)(?:\[[^\]]*\])?\s*(?:==|@)/;

/**
 * The first resolution of each Python asks the index. Those for other NumPys are first tried with what
 * uv has of it since then, without asking anew: where the choice is the same but for NumPy, all that
 * is newer was looked at a moment ago. Any other answer, and any doubt, asks the index.
 *
 * @param folder to work in
 * @param limiter what resolutions count against: they wait for the index more than they compute
 */
export function createResolutions(folder: string, limiter: Limiter): Resolutions {
  const known = new Map<string, Promise<string | undefined>>();
  /** By what is resolved but for NumPy: what the index said first. */
  const first = new Map<string, Promise<string | undefined>>();

  const ask = (what: Resolvable, reach: 'index' | 'cache'): Promise<string | undefined> =>
    limiter.run(() =>
      compileRequirements({
        uv: what.uv,
        python: what.interpreter,
        lines: [
          ...subjectLines(what),
          ...(what.numpy === NUMPY_NONE ? [] : [`numpy==${what.numpy}`]),
        ],
        constraints: what.constraints,
        indexArgs: what.indexArgs,
        cwd: what.cwd,
        folder,
        timeoutSeconds: RESOLVE_SECONDS,
        // Never a NumPy from an environment that happens to be active.
        env: { UV_SYSTEM_PYTHON: '0' },
        reach,
      }),
    );

  const resolved = async (what: Resolvable, family: string): Promise<string | undefined> => {
    const earlier = first.get(family);
    if (earlier === undefined) {
      const asked = ask(what, 'index');
      first.set(family, asked);
      return asked;
    }
    const before = await earlier;
    if (before !== undefined) {
      const offline = await ask(what, 'cache');
      if (offline !== undefined && besideNumpy(offline) === besideNumpy(before)) return offline;
    }
    return ask(what, 'index');
  };

  return {
    resolve(what) {
      const { interpreter, constraints, indexArgs, cwd, numpy } = what;
      const where = [interpreter.executable, constraints, indexArgs, cwd];
      const family = JSON.stringify([where, subjectLines(what)]);
      const key = JSON.stringify([family, numpy]);
      const found = known.get(key) ?? resolved(what, family);
      known.set(key, found);
      return found;
    },
  };
}

/** The pins of a resolution without their hashes, which would have uv fetch again what it has. */
export function pinnedLines(text: string): readonly string[] {
  return requirementsIn(text).map((line) => line.replaceAll(/\s+--hash=\S+/g, ''));
}

function besideNumpy(text: string): string {
  return requirementsIn(text)
    .filter((line) => PIN.exec(line)?.groups?.['name']?.toLowerCase() !== 'numpy')
    .join('\n');
}

function requirementsIn(text: string): readonly string[] {
  return text
    .replaceAll(/\\\r?\n/g, ' ')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'));
}
