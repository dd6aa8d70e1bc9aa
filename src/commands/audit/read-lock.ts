import { numpysFor } from '../../audit/numpys-for.ts';
import { holds } from '../../audit/wheel-places.ts';
import type { WheelTarget } from '../../audit/wheel-targets.ts';
import { createLimiter } from '../../host/limiter.ts';
import { together } from '../../host/together.ts';
import type { World } from '../../host/world.ts';
import type { AuditedWheel, Beside, UnreadableWheel } from '../../model/audit.ts';
import { EXIT, UserError } from '../../model/user-error.ts';
import type { IndexFile } from '../../packaging/index-project.ts';
import type { Lock, LockedPackage } from '../../packaging/locks/lock.ts';
import { parseLock } from '../../packaging/locks/parse-lock.ts';
import { admitsPython, allows } from '../../packaging/specifier.ts';
import { parseWheelFilename } from '../../packaging/wheel-filename.ts';
import type { IndexClient } from '../../provision/index/index-client.ts';
import { lockedWheels, oneForEachPlatform, wheelsOfRelease } from './index-wheels.ts';
import type { RemoteWheels } from './remote-wheels.ts';

/** What reading a lock gave. */
export interface ReadLock {
  readonly files: readonly (AuditedWheel | UnreadableWheel)[];
  readonly notices: readonly string[];
}

const PAGES_AT_ONCE = 8;

/**
 * Reads the wheels of every package that a lock or requirements file names, for every platform that
 * it may be installed on, beside the NumPy that it names.
 *
 * @param shown the file as the user named it
 * @throws {UserError} exit 2 when the file cannot be read as a lock
 */
export async function readLock(
  path: string,
  shown: string,
  { files, progress }: Pick<World, 'files' | 'progress'>,
  index: IndexClient,
  remote: RemoteWheels,
): Promise<ReadLock> {
  const lock = readText((await files.readText(path)) ?? '', shown);
  const numpys = lock.packages.filter(({ name }) => name === 'numpy');
  if (numpys.length === 0) {
    const nothing = `${shown} names no NumPy: there is nothing to hold its packages against`;
    return { files: [], notices: [...lock.notices, nothing] };
  }
  const notices: string[] = [...lock.notices];
  const others = lock.packages.filter((one) => one.name !== 'numpy' && mayHoldBinaries(one));
  const limiter = createLimiter(PAGES_AT_ONCE);
  let done = 0;
  const plans = await together(
    others.map((locked) =>
      limiter.run(async () => {
        progress.update({
          doing: [locked.name],
          done,
          total: others.length,
          failed: 0,
          of: 'distributions',
        });
        const plan = await planPackage(lock, locked, numpys, index);
        done += 1;
        if (plan.kind === 'none' || plan.kind === 'apart') {
          const why = plan.kind === 'none' ? 'has no wheel on the index' : apart(numpys);
          notices.push(`${locked.name}${locked.specifier} (${shown}) ${why}: not read`);
        }
        return plan.kind === 'wheels' ? { locked, wheels: plan.wheels } : undefined;
      }),
    ),
  );
  const found = plans.flatMap((plan) => plan ?? []);
  const read = await remote.readAll(
    found.flatMap(({ locked, wheels }) =>
      wheels.map((file) => ({ file, beside: besideOf(lock, locked, numpys) })),
    ),
  );
  return { files: read, notices };
}

function readText(text: string, shown: string): Lock {
  try {
    return parseLock(text, shown);
  } catch (error) {
    const [why = ''] = (error instanceof Error ? error.message : String(error)).split('\n');
    throw new UserError(`${shown} cannot be read: ${why}`, {
      exitCode: EXIT.usage,
      remedy: 'Write it again with the tool that made it',
    });
  }
}

/** What lists wheels for no platform alone is Python code. */
function mayHoldBinaries({ wheels }: LockedPackage): boolean {
  const parsed = wheels.flatMap((one) => parseWheelFilename(one) ?? []);
  return (
    parsed.length === 0 || parsed.some(({ tags }) => tags.some((tag) => !tag.endsWith('-any')))
  );
}

type PackagePlan =
  | { readonly kind: 'wheels'; readonly wheels: readonly IndexFile[] }
  | { readonly kind: 'pure' }
  /** It has wheels with binaries, and the lock's NumPy none for where these go. */
  | { readonly kind: 'apart' }
  | { readonly kind: 'none' };

function apart(numpys: readonly LockedPackage[]): string {
  const all = [...new Set(numpys.map(({ specifier }) => `numpy${specifier}`))].join(' and ');
  return `has no wheel for a Python and system that ${all} has one for, so NumPy would have to be built there`;
}

async function planPackage(
  lock: Lock,
  locked: LockedPackage,
  numpys: readonly LockedPackage[],
  index: IndexClient,
): Promise<PackagePlan> {
  const numpy = await index.fetchProject('numpy');
  const project = await index.fetchProject(locked.name);
  if (!project.files.some(({ isWheel }) => isWheel)) return { kind: 'none' };
  const all = lockedWheels(wheelsOfRelease(project, locked.specifier), locked);
  const goes = (target: WheelTarget): boolean => {
    const python = target.markers['python_full_version'] ?? '';
    return (
      admitsPython(lock.requiresPython, python) &&
      admitsPython(locked.requiresPython, python) &&
      holds(locked.markers, target) &&
      numpys.some((one) => holds(one.markers, target))
    );
  };
  const meetsNumpy = (target: WheelTarget): boolean =>
    numpys.some(
      (one) =>
        holds(one.markers, target) &&
        numpysFor(numpy, target).some((version) => allows(one.specifier, version)),
    );
  const wheels = oneForEachPlatform(all, (target) => goes(target) && meetsNumpy(target));
  if (wheels.length > 0) return { kind: 'wheels', wheels };
  return { kind: oneForEachPlatform(all, goes).length > 0 ? 'apart' : 'pure' };
}

function besideOf(lock: Lock, locked: LockedPackage, numpys: readonly LockedPackage[]): Beside {
  return {
    kind: 'fixed',
    how: 'locked',
    where: lock.file,
    line: locked.line,
    requiresPython: [lock.requiresPython, locked.requiresPython].filter((one) => one).join(','),
    markers: locked.markers,
    numpys: numpys.map(({ specifier, markers }) => ({ specifier, markers })),
  };
}
