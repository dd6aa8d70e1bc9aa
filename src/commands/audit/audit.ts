import { relative } from 'node:path';
import { judgeAudit } from '../../audit/judge-audit.ts';
import { createLimiter } from '../../host/limiter.ts';
import { together } from '../../host/together.ts';
import type { World } from '../../host/world.ts';
import { wheelFilesOf, wheelsAmong } from '../../measure/subject/wheel-files.ts';
import type { Audit, AuditedWheel, NotRead, UnreadableWheel } from '../../model/audit.ts';
import { EXIT, UserError } from '../../model/user-error.ts';
import { isBesideWheels } from '../../packaging/beside-wheels.ts';
import type { IndexFile } from '../../packaging/index-project.ts';
import { otherList } from '../../packaging/locks/other-lists.ts';
import { isLockName } from '../../packaging/locks/parse-lock.ts';
import { isRequirement } from '../../packaging/meant-requirement.ts';
import type { IndexClient } from '../../provision/index/index-client.ts';
import type { Config } from '../../settings/config.ts';
import { readWholeLock } from './included-files.ts';
import { indexOf, NO_NUMPY, numpyPage } from './index-in-force.ts';
import { locateAudit, placeUnread } from './locate-audit.ts';
import { packageWheels } from './package-wheels.ts';
import { readEnvironment } from './read-environment.ts';
import { readLocal } from './read-local.ts';
import { readLock } from './read-lock.ts';
import { createRemoteWheels, REMOTE_AT_ONCE } from './remote-wheels.ts';
import { type ReadStandardInput, type WantedPackage, wantedPackages } from './wanted-packages.ts';

const PAGES_AT_ONCE = 8;

type ReadFile = AuditedWheel | UnreadableWheel;

/**
 * Reads wheels, locked packages, packages of the index or installed environments without running
 * anything, and judges what their bytes and metadata say of NumPy.
 *
 * @param readInput for a list of packages on standard input
 * @throws {UserError} exit 2 for a pattern that nothing matches, exit 3 when the index is needed and cannot be had
 */
export async function audit(
  config: Config,
  world: World,
  readInput?: ReadStandardInput,
): Promise<Audit> {
  const { spec, environmentDirs } = config.subject;
  const named = spec.kind === 'wheels' ? spec.globs : [];
  for (const one of named) {
    const other = otherList(shownPath(one, world));
    if (other !== undefined)
      throw new UserError(other.message, { exitCode: EXIT.usage, remedy: other.remedy });
  }
  // A list of checksums may end as a requirements file does.
  const locks = named.filter((one) => isLockName(one) && !isBesideWheels(one));
  const { wheels: paths, notices: beside } = await wheelPaths(
    named.filter((one) => !locks.includes(one)),
    world,
  );
  const packages = await wantedPackages(config, world, readInput);
  const needed = locks.length > 0 || packages.length > 0;
  const local = [
    ...(await readLocal(paths, world)),
    ...(await together(
      environmentDirs.map((one) => readEnvironment(one, shownPath(one, world), world)),
    ).then((all) => all.flat())),
  ];
  const index = await indexOf(config, world, needed);
  const numpy = index === null ? null : await numpyPage(index, needed);
  const notices: string[] = [...beside];
  const unread: NotRead[] = [];
  const remote: ReadFile[] = [];
  if (index !== null && needed) {
    const wheels = createRemoteWheels(index, world, createLimiter(REMOTE_AT_ONCE));
    try {
      for (const lock of locks) {
        const whole = await readWholeLock(lock, (path) => shownPath(path, world), world);
        const read = await readLock(whole, world, index, wheels);
        remote.push(...read.files);
        notices.push(...read.notices);
        unread.push(...read.unread);
      }
      const files = await wheelsOf(packages, config, index, { notices, unread });
      const beside = { kind: 'metadata' } as const;
      remote.push(...(await wheels.readAll(files.map((file) => ({ file, beside })))));
      unread.push(...wheels.unread().map(({ text }) => ({ text, place: null })));
    } finally {
      wheels.end();
    }
  }
  if (numpy === null) notices.push(NO_NUMPY);
  const judged = judgeAudit([...local, ...remote], numpy);
  const listed = new Map(packages.flatMap(({ name, place }) => (place ? [[name, place]] : [])));
  const findings = await locateAudit(judged.findings, world.cwd, world.files, listed);
  return { ...judged, findings, notices, unread: await placeUnread(unread, world.cwd) };
}

/** Relative to the working directory where it lies below that, with slashes. */
function shownPath(path: string, { cwd }: World): string {
  const short = relative(cwd, path).replaceAll('\\', '/');
  return short === '' || short.startsWith('..') ? path : short;
}

async function wheelPaths(globs: readonly string[], world: World) {
  const found = await together(globs.map((glob) => wheelFilesOf(glob, world)));
  const empty = globs.filter((_, at) => found[at]?.length === 0);
  if (empty.length > 0) {
    const shown = empty.map((glob) => shownPath(glob, world));
    throw new UserError(`No wheel matches ${shown.map((one) => `"${one}"`).join(', ')}`, {
      exitCode: EXIT.usage,
      remedy: remedyFor(shown),
    });
  }
  return wheelsAmong([...new Set(found.flat())].sort());
}

/** What whoever named something that is neither a wheel nor a lock file probably meant. */
function remedyFor(named: readonly string[]): string {
  const environment = named.find((one) => /(?:^|[\\/.])v?env$|-packages$/.test(one));
  if (environment !== undefined)
    return `For what is installed in a folder: --environment-dir ${environment}`;
  const release = named.find(isRequirement);
  if (release !== undefined)
    return `Use --package (the input packages) for packages from the index: --package "${release}"`;
  return 'Name wheels, a folder of wheels, a pattern in quotes (such as "dist/**/*.whl"), or a lock file (uv.lock, pylock.toml, poetry.lock, pdm.lock, Pipfile.lock, requirements.txt)';
}

/** The wheels of packages. One that was named by itself and has none is wrong usage. */
async function wheelsOf(
  packages: readonly WantedPackage[],
  { subject: { allPlatforms } }: Config,
  index: IndexClient,
  told: { readonly notices: string[]; readonly unread: NotRead[] },
): Promise<readonly IndexFile[]> {
  const limiter = createLimiter(PAGES_AT_ONCE);
  const found = await together(
    packages.map((one) => limiter.run(() => packageWheels(one, allPlatforms, index))),
  );
  return found.flatMap((one, at) => {
    if (one.kind === 'wheels') return one.wheels;
    const { kind, reason, remedy } = one;
    if (packages[at]?.how === 'named')
      throw new UserError(reason, { exitCode: EXIT.usage, remedy });
    const text = `${reason}: not read`;
    if (kind === 'unknown') told.unread.push({ text, place: packages[at]?.place ?? null });
    else told.notices.push(text);
    return [];
  });
}
