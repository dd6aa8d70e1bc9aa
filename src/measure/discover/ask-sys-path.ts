import { readdir, readFile, realpath } from 'node:fs/promises';
import { isAbsolute, join, normalize } from 'node:path';
import type { Limiter } from '../../host/limiter.ts';
import { together } from '../../host/together.ts';
import type { Environment } from '../../model/environment.ts';
import { type ProbeSettings, runProbe } from '../probe/run-probe.ts';
import { below } from './sys-path.ts';

/** What an environment's own interpreter says. */
export interface AskedSysPath {
  /** Folders below the environment, absolute, spelled as the environment's own folders are. */
  readonly folders: readonly string[];
  /** Interpreter processes started: none where no code runs at start-up. */
  readonly processes: number;
}

/** Starting Python takes milliseconds; whoever hangs here hangs in every probe, and is told there. */
const MOST_SECONDS = 20;

/**
 * Asks the environment's interpreter for `sys.path` after `site`, started as a probe is. Lines of
 * `.pth` files can be read, their `import` lines and `sitecustomize` can only be run: some packages
 * add the folder of their modules there. Without an answer (it died, it hung) there are no folders.
 */
export async function askSysPath(
  environment: Environment,
  settings: ProbeSettings,
  limiter: Limiter,
): Promise<AskedSysPath> {
  const startUp = await together(environment.sitePackages.map(runsCode));
  if (!startUp.includes(true)) return { folders: [], processes: 0 };
  const timeoutSeconds = Math.min(settings.timeoutSeconds, MOST_SECONDS);
  const run = await limiter.run(() =>
    runProbe({ kind: 'bare', steps: [] }, { ...settings, timeoutSeconds }),
  );
  const start = run.records.find((record) => record.kind === 'start');
  const bases = await together(
    [...environment.sitePackages, environment.root].map(async (folder) => ({
      folder: normalize(folder),
      real: await realpath(folder).catch(() => folder),
    })),
  );
  const folders = await together((start?.path ?? []).map((entry) => spelledAs(entry, bases)));
  return { folders: [...new Set(folders.flat())], processes: 1 };
}

/** Whether `site` runs code of this folder. What virtual environments bring along adds no folder. */
async function runsCode(folder: string): Promise<boolean> {
  const names = await readdir(folder).catch(() => [] as string[]);
  if (names.some((name) => /^(?:site|user)customize(?:\.|$)/.test(name))) return true;
  const texts = await together(
    names
      .filter((name) => name.endsWith('.pth'))
      .filter((name) => name !== '_virtualenv.pth' && name !== 'distutils-precedence.pth')
      .map((name) => readFile(join(folder, name), 'utf8').catch(() => '')),
  );
  return texts.some((text) => /^import[ \t]/m.test(text));
}

/** The entry as the RECORDs spell it; none when it lies outside. */
async function spelledAs(
  entry: string,
  bases: readonly { readonly folder: string; readonly real: string }[],
): Promise<readonly string[]> {
  if (!isAbsolute(entry)) return [];
  const real = await realpath(entry).catch(() => entry);
  const rests = bases.flatMap(({ folder, real: realFolder }) => {
    const rest = below(normalize(entry), folder) ?? below(real, realFolder);
    return rest === undefined ? [] : [join(folder, rest)];
  });
  return rests.slice(0, 1);
}
