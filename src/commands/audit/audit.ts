import { openSync } from 'node:fs';
import { basename, relative } from 'node:path';
import { judgeAudit } from '../../audit/judge-audit.ts';
import { wheelTargets } from '../../audit/wheel-targets.ts';
import { createLimiter } from '../../host/limiter.ts';
import { together } from '../../host/together.ts';
import type { World } from '../../host/world.ts';
import { wheelFilesOf } from '../../measure/subject/wheel-files.ts';
import type { Audit, AuditedWheel, UnreadableWheel } from '../../model/audit.ts';
import { EXIT, UserError } from '../../model/user-error.ts';
import type { IndexProject } from '../../packaging/index-project.ts';
import { isLockName } from '../../packaging/locks/parse-lock.ts';
import { parseRequirement } from '../../packaging/requirements.ts';
import type { IndexClient } from '../../provision/index/index-client.ts';
import { prepareTools } from '../../provision/tools.ts';
import type { Config } from '../../settings/config.ts';
import { openWheel } from '../../wheels/open-wheel.ts';
import { wheelsOfRelease } from './index-wheels.ts';
import { readEnvironment } from './read-environment.ts';
import { readLock } from './read-lock.ts';
import { readWheel } from './read-wheel.ts';
import { createRemoteWheels } from './remote-wheels.ts';
import { thisPlatform } from './this-platform.ts';

/** Wheels read at the same time: each holds one unpacked binary. */
const AT_ONCE = 2;

type ReadFile = AuditedWheel | UnreadableWheel;

/**
 * Reads wheels, locked packages, packages of the index or installed environments without running
 * anything, and judges what their bytes and metadata say of NumPy.
 *
 * @throws {UserError} exit 2 when nothing matches, exit 3 when the index is needed and cannot be had
 */
export async function audit(config: Config, world: World): Promise<Audit> {
  const { spec, environmentDirs } = config.subject;
  const named = spec.kind === 'wheels' ? spec.globs : [];
  const locks = named.filter((one) => isLockName(one));
  const paths = await wheelPaths(
    named.filter((one) => !isLockName(one)),
    world,
  );
  const packages = spec.kind === 'packages' ? spec.requirements : [];
  const needed = locks.length > 0 || packages.length > 0;
  const local = [
    ...(await readLocal(paths, world)),
    ...(await together(
      environmentDirs.map((one) => readEnvironment(one, shownPath(one, world), world)),
    ).then((all) => all.flat())),
  ];
  const index = await indexOf(config, world, needed);
  const numpy = index === null ? null : await numpyPage(index, needed);
  const notices: string[] = [];
  const remote: ReadFile[] = [];
  if (index !== null && needed) {
    const wheels = createRemoteWheels(index, world);
    try {
      for (const lock of locks) {
        const read = await readLock(lock, shownPath(lock, world), world, index, wheels);
        remote.push(...read.files);
        notices.push(...read.notices);
      }
      const wanted = await together(packages.map((one) => packageWheels(one, config, index)));
      const files = wanted.flat().map((file) => ({ file, beside: { kind: 'metadata' } as const }));
      remote.push(...(await wheels.readAll(files)));
      notices.push(...wheels.notices());
    } finally {
      wheels.end();
    }
  }
  if (numpy === null)
    notices.push(
      'The package index could not be asked which NumPys can be installed: only caps are judged',
    );
  return { ...judgeAudit([...local, ...remote], numpy), notices };
}

/** Relative to the working directory where it lies below that, with slashes. */
function shownPath(path: string, { cwd }: World): string {
  const short = relative(cwd, path).replaceAll('\\', '/');
  return short === '' || short.startsWith('..') ? path : short;
}

async function wheelPaths(globs: readonly string[], world: World): Promise<readonly string[]> {
  const found = await together(globs.map((glob) => wheelFilesOf(glob, world)));
  const paths = [...new Set(found.flat())].sort();
  if (paths.length === 0 && globs.length > 0) {
    throw new UserError(`No wheel matches ${globs.map((glob) => `"${glob}"`).join(', ')}`, {
      exitCode: EXIT.usage,
      remedy:
        'Name wheels, a folder of wheels, a pattern in quotes, or a lock file (uv.lock, pylock.toml, poetry.lock, Pipfile.lock, requirements.txt)',
    });
  }
  return paths;
}

function readLocal(paths: readonly string[], world: World): Promise<readonly ReadFile[]> {
  const limiter = createLimiter(AT_ONCE);
  let done = 0;
  const read = paths.map((path) =>
    limiter.run(async () => {
      world.progress.update({
        doing: [basename(path)],
        done,
        total: paths.length,
        failed: 0,
        of: 'wheels',
      });
      const open = async () => openWheel({ kind: 'descriptor', fd: openSync(path, 'r') });
      const wheel = await readWheel(basename(path), open, { beside: { kind: 'metadata' } });
      done += 1;
      return wheel;
    }),
  );
  return together(read);
}

/** The wheels of one package: for this machine, or for all. */
async function packageWheels(
  text: string,
  { subject: { allPlatforms } }: Config,
  index: IndexClient,
) {
  const requirement = parseRequirement(text);
  if (requirement.kind === 'problem') {
    const { message, remedy } = requirement;
    throw new UserError(message, { exitCode: EXIT.usage, remedy });
  }
  const { name, specifier } = requirement;
  const wheels = wheelsOfRelease(await index.fetchProject(name), specifier);
  if (wheels.length === 0) {
    throw new UserError(`${text} has no wheel with binaries on the package index in force`, {
      exitCode: EXIT.usage,
      remedy: 'Check the name and the version; a release of Python code alone needs no audit',
    });
  }
  if (allPlatforms) return wheels;
  const here = wheels.filter(({ tags }) =>
    wheelTargets({ tags }).some(({ platform }) => platform === thisPlatform()),
  );
  if (here.length > 0) return here;
  throw new UserError(`${text} has no wheel for this platform (${thisPlatform()})`, {
    exitCode: EXIT.usage,
    remedy: 'Add --all-platforms to read those of the others',
  });
}

/** Without uv, Python or network there is no index, and wheels are audited all the same. */
async function indexOf(config: Config, world: World, needed: boolean): Promise<IndexClient | null> {
  try {
    return (await prepareTools(config, world.cwd, world)).index;
  } catch (error) {
    if (!needed && error instanceof UserError && error.exitCode === EXIT.setUp) return null;
    throw error;
  }
}

async function numpyPage(index: IndexClient, needed: boolean): Promise<IndexProject | null> {
  try {
    const page = await index.fetchProject('numpy');
    return page.files.length > 0 ? page : null;
  } catch (error) {
    if (!needed && error instanceof UserError && error.exitCode === EXIT.setUp) return null;
    throw error;
  }
}
