import { listSome, plural } from '../../escape/plural.ts';
import type { Limiter } from '../../host/limiter.ts';
import { createReadBudget } from '../../host/read-budget.ts';
import { together } from '../../host/together.ts';
import type { World } from '../../host/world.ts';
import type { AuditedWheel, Beside, UnreadableWheel } from '../../model/audit.ts';
import { EXIT, UserError } from '../../model/user-error.ts';
import type { IndexFile } from '../../packaging/index-project.ts';
import type { IndexClient } from '../../provision/index/index-client.ts';
import { readWheel } from './read-wheel.ts';

/** Wheels on an index, read member by member within one bound on bytes and time. */
export interface RemoteWheels {
  readAll(
    wanted: readonly { readonly file: IndexFile; readonly beside: Beside }[],
  ): Promise<readonly (AuditedWheel | UnreadableWheel)[]>;
  /** What was not read, and why; empty where everything was. */
  unread(): readonly Unread[];
  end(): void;
}

/** Wheels that were not read for one reason. */
export interface Unread {
  /** Their size or number; a file that is listed and not there; an index that does not answer now. */
  readonly kind: 'bound' | 'missing' | 'unreachable';
  /** A sentence without its final period. */
  readonly text: string;
}

/** Most that is fetched in one audit, and how long it may take. */
const MOST_BYTES = 4 * 2 ** 30;
const MOST_SECONDS = 20 * 60;
/** Wheels read at the same time: each holds one unpacked binary. */
export const REMOTE_AT_ONCE = 4;

type Read = AuditedWheel | UnreadableWheel | Left;

interface Left {
  readonly kind: 'left';
  readonly because: Unread['kind'];
  readonly why: string;
}

/**
 * @param limiter lets {@link REMOTE_AT_ONCE} wheels be read at the same time
 * @param mostSeconds how long all of them may take, from the first on
 */
export function createRemoteWheels(
  index: Pick<IndexClient, 'openWheel'>,
  { progress, processes }: Pick<World, 'processes'> & { readonly progress: Updated },
  limiter: Limiter,
  mostSeconds = MOST_SECONDS,
): RemoteWheels {
  const bounded = (cut: 'time' | 'bytes'): Left => {
    const bound = cut === 'time' ? `${mostSeconds / 60} minutes` : `${MOST_BYTES / 2 ** 30} GiB`;
    return { kind: 'left', because: 'bound', why: `The bound of ${bound} was met` };
  };
  let begun: ReturnType<typeof createReadBudget> | undefined;
  // The time counts from the first wheel: a package of a list waits for those before it.
  const budgetOf = () => (begun ??= createReadBudget(MOST_BYTES, mostSeconds, processes.signal));
  const left = new Map<string, { readonly because: Unread['kind']; names: string[] }>();
  const spent = (): string => `${Math.round((MOST_BYTES - budgetOf().left) / 2 ** 20)} MiB`;

  const read = async (file: IndexFile, beside: Beside): Promise<Read> => {
    const budget = budgetOf();
    if (budget.cut !== undefined) return bounded(budget.cut);
    const open = async () => {
      const wheel = await index.openWheel(file, budget);
      if (wheel !== undefined) return wheel;
      throw new UserError(NOT_THERE, { exitCode: EXIT.setUp });
    };
    try {
      const wheel = await readWheel(file.filename, open, beside);
      // What an interruption cut off looks like a damaged wheel.
      processes.signal.throwIfAborted();
      if (wheel.kind === 'wheel' || budget.cut === undefined) return wheel;
      return bounded(budget.cut);
    } catch (error) {
      processes.signal.throwIfAborted();
      if (budget.cut !== undefined) return bounded(budget.cut);
      if (!(error instanceof UserError && error.exitCode === EXIT.setUp)) throw error;
      const because = error.message === NOT_THERE ? 'missing' : 'unreachable';
      return { kind: 'left', because, why: error.message };
    }
  };

  return {
    readAll: (wanted) => {
      let done = 0;
      return together(
        wanted.map(({ file, beside }) =>
          limiter.run(async () => {
            const doing = [`${file.filename} (${spent()} read)`];
            progress.update({ doing, done, total: wanted.length, failed: 0, of: 'wheels' });
            const wheel = await read(file, beside);
            done += 1;
            if (wheel.kind !== 'left') return wheel;
            const group = left.get(wheel.why) ?? { because: wheel.because, names: [] };
            group.names.push(file.filename);
            left.set(wheel.why, group);
            return undefined;
          }),
        ),
      ).then((all) => all.flatMap((one) => one ?? []));
    },
    unread: () =>
      [...left].map(([why, { because, names }]) => ({
        kind: because,
        text: `${why}: ${plural(names.length, 'wheel')} not read (${listSome(names, 3)})`,
      })),
    end: () => begun?.end(),
  };
}

type Updated = Pick<World['progress'], 'update'>;

const NOT_THERE = 'The package index lists them and does not hand them out';
