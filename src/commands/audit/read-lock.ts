import { numpysFor } from '../../audit/numpys-for.ts';
import type { WheelTarget } from '../../audit/wheel-targets.ts';
import { listOf } from '../../escape/list-of.ts';
import { plural } from '../../escape/plural.ts';
import { createLimiter } from '../../host/limiter.ts';
import { together } from '../../host/together.ts';
import type { World } from '../../host/world.ts';
import type { AuditedWheel, Beside, NotRead, UnreadableWheel } from '../../model/audit.ts';
import type { IndexFile } from '../../packaging/index-project.ts';
import type { LockedNumpy, LockedPackage } from '../../packaging/locks/lock.ts';
import { holdTogether } from '../../packaging/locks/lock-markers.ts';
import { admitsPython, allows } from '../../packaging/specifier.ts';
import { parseWheelFilename } from '../../packaging/wheel-filename.ts';
import type { IndexClient } from '../../provision/index/index-client.ts';
import type { PlacedPackage } from './held-together.ts';
import type { WholeLock } from './included-files.ts';
import { lockedWheels, oneForEachPlatform, releaseOf } from './index-wheels.ts';
import type { RemoteWheels } from './remote-wheels.ts';

/** What reading a lock gave. */
export interface ReadLock {
  readonly files: readonly (AuditedWheel | UnreadableWheel)[];
  readonly notices: readonly string[];
  /** What had to be read and could not be, at its line of the file: no pass. */
  readonly unread: readonly NotRead[];
}

const PAGES_AT_ONCE = 8;

/**
 * Reads the wheels of every package that a lock or requirements file names, for every platform that
 * it may be installed on, beside the NumPy that it names.
 *
 * @param lock with what the files that it names say
 */
export async function readLock(
  lock: WholeLock,
  { progress }: Pick<World, 'progress'>,
  index: IndexClient,
  remote: RemoteWheels,
): Promise<ReadLock> {
  const shown = lock.file;
  const numpys = lock.packages.filter(({ name }) => name === 'numpy');
  if (numpys.length === 0) {
    const nothing =
      lock.packages.length === 0
        ? `${shown} names no package of an index: there is nothing to read`
        : `${shown} names no NumPy to hold its ${plural(lock.packages.length, 'package')} against: add the one that it runs with, such as numpy==2.0.2, or have the packages read by themselves with --requirements`;
    return { files: [], notices: [...lock.notices, nothing], unread: [] };
  }
  const notices: string[] = [...lock.notices];
  const unread: NotRead[] = [];
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
        const { told, missing } = tellPlan(plan, locked.numpys ?? numpys);
        const { file, line } = locked;
        const place = line === null ? file : `${file}:${line}`;
        const about = `${locked.name}${locked.specifier} (${place})`;
        if (told !== undefined) notices.push(`${about} ${told}`);
        if (missing !== undefined) {
          const at = { file, line: line ?? 1 };
          unread.push({ text: `${about} ${missing}: not read`, place: at });
        }
        return plan.kind === 'wheels' ? { locked, wheels: plan.wheels } : undefined;
      }),
    ),
  );
  const found = plans.flatMap((plan) => plan ?? []);
  if (found.length + unread.length === 0 && notices.length === lock.notices.length)
    notices.push(nothingBeside(lock, shown));
  const read = await remote.readAll(
    found.flatMap(({ locked, wheels }) =>
      wheels.map((file) => ({ file, beside: besideOf(lock, locked, numpys) })),
    ),
  );
  return { files: read, notices, unread };
}

/** What was read of a lock in which nothing can be held against its NumPy, and what would be of use. */
function nothingBeside({ packages }: WholeLock, shown: string): string {
  const numpys = new Set(
    packages.filter(({ name }) => name === 'numpy').map(({ specifier }) => `numpy${specifier}`),
  );
  const others = new Set(packages.map(({ name }) => name)).size - 1;
  const beside =
    others === 0
      ? 'no other package'
      : `${plural(others, 'other package')}, without wheels that hold binaries`;
  return `${shown} was read: it names ${listOf([...numpys])} and ${beside}, so nothing can fail on that NumPy. Name a file that lists all that is installed, dependencies too (pip freeze, uv pip compile, a lock)`;
}

/** What lists wheels for no platform alone is Python code. */
function mayHoldBinaries({ wheels }: LockedPackage): boolean {
  const parsed = wheels.flatMap((one) => parseWheelFilename(one) ?? []);
  return (
    parsed.length === 0 || parsed.some(({ tags }) => tags.some((tag) => !tag.endsWith('-any')))
  );
}

type PackagePlan =
  | {
      readonly kind: 'wheels';
      readonly wheels: readonly IndexFile[];
      /** The lock lists other files than the index has. */
      readonly areOthers: boolean;
    }
  | { readonly kind: 'pure' }
  /** It has wheels with binaries, and the lock's NumPy none for where these go. */
  | { readonly kind: 'apart' }
  /** What it pins is not on the index; or is, as sources alone; or with other checksums. */
  | { readonly kind: 'absent' | 'sources' | 'mismatch' };

/** What is said of a package that is not read as its lock has it, behind its name. */
function tellPlan(
  plan: PackagePlan,
  numpys: readonly Pick<LockedPackage, 'specifier'>[],
): { readonly told?: string; readonly missing?: string } {
  switch (plan.kind) {
    case 'pure':
      return {};
    case 'wheels':
      return plan.areOthers
        ? { told: 'lists wheels that are not on the package index: those that are there were read' }
        : {};
    case 'apart': {
      const all = [...new Set(numpys.map(({ specifier }) => `numpy${specifier}`))].join(' and ');
      const where = `has no wheel for a Python and system that ${all} has one for`;
      return { told: `${where}, so NumPy would have to be built there: not read` };
    }
    case 'sources':
      return { told: 'has no wheel there, only sources: not read' };
    case 'absent':
      return { missing: 'is not on the package index in force' };
    case 'mismatch':
      return { missing: 'has no file on the package index with a checksum that it lists' };
    default:
      return plan satisfies never;
  }
}

async function planPackage(
  lock: WholeLock,
  locked: PlacedPackage,
  numpys: readonly LockedPackage[],
  index: IndexClient,
): Promise<PackagePlan> {
  const numpy = await index.fetchProject('numpy');
  const project = await index.fetchProject(locked.name);
  const release = releaseOf(project, locked.specifier);
  if (release === undefined) return { kind: 'absent' };
  const { version } = release;
  const files = project.files.filter((one) => one.version === version);
  const named = lockedWheels(files, locked);
  if (named.kind === 'mismatch' || named.kind === 'sources') return { kind: named.kind };
  if (named.wheels.length === 0) return { kind: 'sources' };
  const all = named.wheels.filter(({ tags }) => tags.some((tag) => !tag.endsWith('-any')));
  const beside = locked.numpys ?? numpys;
  const meets = ({ markers }: LockedNumpy, target: WheelTarget): boolean =>
    holdTogether([locked.markers, markers], target.markers, lock.exclusive);
  const goes = (target: WheelTarget): boolean => {
    const python = target.markers['python_full_version'] ?? '';
    return (
      admitsPython(lock.requiresPython, python) &&
      admitsPython(locked.requiresPython, python) &&
      beside.some((one) => meets(one, target))
    );
  };
  const meetsNumpy = (target: WheelTarget): boolean =>
    beside.some(
      (one) =>
        meets(one, target) &&
        numpysFor(numpy, target).some((version) => allows(one.specifier, version)),
    );
  const wheels = oneForEachPlatform(all, (target) => goes(target) && meetsNumpy(target));
  if (wheels.length > 0) return { kind: 'wheels', wheels, areOthers: named.kind === 'others' };
  return { kind: oneForEachPlatform(all, goes).length > 0 ? 'apart' : 'pure' };
}

function besideOf(
  lock: WholeLock,
  locked: PlacedPackage,
  numpys: readonly LockedPackage[],
): Beside {
  return {
    kind: 'fixed',
    how: 'locked',
    where: locked.file,
    line: locked.line,
    requiresPython: [lock.requiresPython, locked.requiresPython].filter((one) => one).join(','),
    markers: locked.markers,
    numpys: (locked.numpys ?? numpys).map(({ specifier, markers }) => ({ specifier, markers })),
    exclusive: lock.exclusive,
  };
}
