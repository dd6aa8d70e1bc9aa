import { createLimiter } from '../../host/limiter.ts';
import { createReadBudget } from '../../host/read-budget.ts';
import { together } from '../../host/together.ts';
import type { World } from '../../host/world.ts';
import type { AuditedWheel, Beside, UnreadableWheel } from '../../model/audit.ts';
import type { IndexFile } from '../../packaging/index-project.ts';
import type { IndexClient } from '../../provision/index/index-client.ts';
import { readWheel } from './read-wheel.ts';

/** Wheels on an index, read member by member within one bound on bytes and time. */
export interface RemoteWheels {
  readAll(
    wanted: readonly { readonly file: IndexFile; readonly beside: Beside }[],
  ): Promise<readonly (AuditedWheel | UnreadableWheel)[]>;
  /** What was not read because the bound was met; empty while it was not. */
  notices(): readonly string[];
  end(): void;
}

/** Most that is fetched in one audit, and how long it may take. */
const MOST_BYTES = 4 * 2 ** 30;
const MOST_SECONDS = 20 * 60;
const AT_ONCE = 4;

/** Where repair tools put copies of other projects' libraries: none of them is a Python module. */
const VENDORED = /(?:^|\/)(?:[^/]+\.libs|\.dylibs)\/(?!.*numpy)/i;

export function createRemoteWheels(
  index: IndexClient,
  { progress, processes }: Pick<World, 'progress' | 'processes'>,
): RemoteWheels {
  const budget = createReadBudget(MOST_BYTES, MOST_SECONDS, processes.signal);
  const limiter = createLimiter(AT_ONCE);
  const left: string[] = [];
  const spent = (): string => `${Math.round((MOST_BYTES - budget.left) / 2 ** 20)} MiB`;
  return {
    readAll: (wanted) => {
      let done = 0;
      return together(
        wanted.map(({ file, beside }) =>
          limiter.run(async () => {
            const doing = [`${file.filename} (${spent()} read)`];
            progress.update({ doing, done, total: wanted.length, failed: 0, of: 'wheels' });
            const open = () => index.openWheel(file, budget);
            const wheel =
              budget.cut === undefined
                ? await readWheel(file.filename, open, {
                    beside,
                    skip: (path) => VENDORED.test(path),
                  })
                : undefined;
            done += 1;
            if (wheel !== undefined && (wheel.kind === 'wheel' || budget.cut === undefined))
              return wheel;
            left.push(file.filename);
            return undefined;
          }),
        ),
      ).then((all) => all.flatMap((one) => one ?? []));
    },
    notices: () => {
      if (left.length === 0) return [];
      const bound =
        budget.cut === 'time' ? `${MOST_SECONDS / 60} minutes` : `${MOST_BYTES / 2 ** 30} GiB`;
      const names = left.length > 3 ? `${left.slice(0, 3).join(', ')}, …` : left.join(', ');
      return [`The bound of ${bound} was met: ${left.length} wheels were not read (${names})`];
    },
    end: () => budget.end(),
  };
}
