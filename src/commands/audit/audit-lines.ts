import { createHash } from 'node:crypto';
import { judgeAudit } from '../../audit/judge-audit.ts';
import { redact } from '../../escape/redact.ts';
import { createLimiter, type Limiter } from '../../host/limiter.ts';
import { together } from '../../host/together.ts';
import type { World } from '../../host/world.ts';
import type { AuditLine, MadeBy } from '../../model/audit.ts';
import { orderFindings } from '../../model/order-findings.ts';
import type { ProgressState } from '../../model/ports.ts';
import { EXIT, UserError } from '../../model/user-error.ts';
import type { IndexProject } from '../../packaging/index-project.ts';
import { prepareTools, type Tools } from '../../provision/tools.ts';
import { addCounts, countsOf, NO_COUNTS } from '../../report/audit-counts.ts';
import type { AuditedList } from '../../report/audited-list.ts';
import { auditLineJson, auditLineText } from '../../report/render/audit-line.ts';
import type { Config } from '../../settings/config.ts';
import { NO_NUMPY, numpyPage } from './index-in-force.ts';
import { packageWheels } from './package-wheels.ts';
import { createRemoteWheels, REMOTE_AT_ONCE } from './remote-wheels.ts';
import { openResults, type Results } from './results-file.ts';
import { thisPlatform } from './this-platform.ts';
import { type ReadStandardInput, type WantedPackage, wantedPackages } from './wanted-packages.ts';

/** Where the lines go: a file that another run goes on with, or whoever listens. */
export type LineTarget =
  | { readonly kind: 'file'; readonly path: string }
  | { readonly kind: 'stream'; write(text: string): void };

/** Packages at work at the same time; they share what reads wheels. */
const PACKAGES_AT_ONCE = 3;
/** Nobody waits for one package of a list; one that never ends must not hold up the others. */
const PACKAGE_SECONDS = 3600;
/** So many that fail one after the other, and the index is gone. */
const FAILURES_IN_A_ROW = 4;

/**
 * Audits packages one by one, and tells of each as soon as it is read; nothing of it is kept then,
 * so that the list may be as long as an index.
 *
 * @param version of this tool
 * @throws {UserError} exit 2 when the file holds something else, exit 3 when the index is gone
 */
export async function auditLines(
  config: Config,
  world: World,
  version: string,
  target: LineTarget,
  readInput?: ReadStandardInput,
): Promise<AuditedList> {
  const wanted = await wantedPackages(config, world, readInput);
  const tools = await prepareTools(config, world.cwd, world);
  const numpy = await numpyPage(tools.index, true);
  if (numpy === null) world.progress.notice(NO_NUMPY);
  const made = madeBy(config, tools, version);
  const results = await resultsIn(target, made, wanted);
  if (results.notice !== null) world.progress.notice(results.notice);
  try {
    return await readAll(wanted, results, { config, world, tools, numpy, made });
  } finally {
    await results.close();
  }
}

interface Context {
  readonly config: Config;
  readonly world: World;
  readonly tools: Pick<Tools, 'index'>;
  readonly numpy: IndexProject | null;
  readonly made: MadeBy;
}

async function readAll(
  wanted: readonly WantedPackage[],
  results: Results,
  context: Context,
): Promise<AuditedList> {
  const { world } = context;
  const wheels = createLimiter(REMOTE_AT_ONCE);
  const packages = createLimiter(PACKAGES_AT_ONCE);
  const open = wanted.filter(({ text }) => !results.known.has(text));
  const earlier = wanted.flatMap(({ text }) => results.known.get(text) ?? []);
  const failed: string[] = [];
  const doing = new Map<string, string>();
  let counts = earlier.map((one) => one.counts).reduce(addCounts, NO_COUNTS);
  const states = { audited: 0, nothing: 0, unknown: 0 };
  for (const { state } of earlier) states[state] += 1;
  let done = earlier.length;
  let inARow = 0;
  const show = (): void =>
    world.progress.update({
      doing: [...doing.values()],
      done,
      total: wanted.length,
      failed: failed.length,
      of: 'packages',
    });
  const readOne = async (asked: WantedPackage): Promise<AuditLine | undefined> => {
    doing.set(asked.text, asked.text);
    show();
    const update = (state: ProgressState): void => {
      doing.set(asked.text, state.doing.join(', '));
      show();
    };
    try {
      const line = await readPackage(asked, context, wheels, update);
      inARow = 0;
      return line;
    } catch (error) {
      world.processes.signal.throwIfAborted();
      if (!(error instanceof UserError && error.exitCode === EXIT.setUp)) throw error;
      failed.push(asked.text);
      world.progress.notice(`${asked.text} could not be read: ${error.message}`);
      inARow += 1;
      if (inARow >= FAILURES_IN_A_ROW) throw gone(error, done, wanted.length);
      return undefined;
    } finally {
      doing.delete(asked.text);
    }
  };
  const one = async (asked: WantedPackage): Promise<void> => {
    const line = await readOne(asked);
    if (line === undefined) return;
    world.processes.signal.throwIfAborted();
    await results.append(auditLineJson(line));
    world.progress.info(auditLineText(line));
    counts = addCounts(counts, countsOf(line));
    states[line.state] += 1;
    done += 1;
    show();
  };
  await together(open.map((asked) => packages.run(() => one(asked))));
  return { counts, states, earlier: earlier.length, failed };
}

/** @throws {UserError} exit 3 when the index does not hand out something now */
async function readPackage(
  asked: WantedPackage,
  { config, world, tools: { index }, numpy, made }: Context,
  limiter: Limiter,
  update: (state: ProgressState) => void,
): Promise<AuditLine> {
  const found = await packageWheels(asked, config.subject.allPlatforms, index);
  const common = {
    schema: 1,
    requirement: asked.text,
    name: asked.name,
    version: found.kind === 'unknown' ? null : found.version,
    read: new Date(world.now()).toISOString(),
    made,
  } as const;
  const nothing = { binaries: 0, wheels: [], findings: [], unread: [] };
  if (found.kind !== 'wheels')
    return { ...common, ...nothing, state: found.kind, reason: found.reason };
  const { processes } = world;
  const remote = createRemoteWheels(
    index,
    { processes, progress: { update } },
    limiter,
    PACKAGE_SECONDS,
  );
  try {
    const beside = { kind: 'metadata' } as const;
    const files = await remote.readAll(found.wheels.map((file) => ({ file, beside })));
    const unread = remote.unread();
    const now = unread.find(({ kind }) => kind === 'unreachable');
    if (now !== undefined) throw new UserError(now.text, { exitCode: EXIT.setUp });
    const { wheels, findings, rows } = judgeAudit(files, numpy);
    return {
      ...common,
      state: 'audited',
      reason: null,
      binaries: wheels.reduce((sum, { binaries }) => sum + binaries.length, 0),
      wheels: rows,
      findings: orderFindings(findings),
      unread: unread.map(({ text }) => text),
    };
  } finally {
    remote.end();
    index.forget(asked.name);
  }
}

async function resultsIn(
  target: LineTarget,
  made: MadeBy,
  wanted: readonly WantedPackage[],
): Promise<Results> {
  if (target.kind === 'file')
    return openResults(
      target.path,
      made,
      wanted.map(({ text }) => text),
    );
  return {
    known: new Map(),
    notice: null,
    append: async (line) => target.write(line),
    close: async () => undefined,
  };
}

function madeBy({ subject }: Config, { settings }: Tools, version: string): MadeBy {
  const { indexes, findLinks, strategy } = settings;
  const places = [...indexes, strategy, ...findLinks].map((one) => redact(one, settings.secrets));
  return {
    version,
    platforms: subject.allPlatforms ? 'all' : thisPlatform(),
    places: createHash('sha256').update(JSON.stringify(places)).digest('hex').slice(0, 16),
  };
}

function gone(error: UserError, done: number, total: number): UserError {
  return new UserError(`${FAILURES_IN_A_ROW} packages in a row: ${error.message}`, {
    exitCode: EXIT.setUp,
    remedy: `Start it again with the same file when the index answers: ${done} of ${total} packages are in it`,
    cause: error,
  });
}
