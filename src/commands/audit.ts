import { openSync } from 'node:fs';
import { basename } from 'node:path';
import { judgeAudit } from '../audit/judge-audit.ts';
import { auditBinary } from '../binary/audit-binary.ts';
import { createLimiter } from '../host/limiter.ts';
import { together } from '../host/together.ts';
import type { World } from '../host/world.ts';
import { wheelFilesOf } from '../measure/subject/wheel-files.ts';
import type { Audit, AuditedBinary, AuditedWheel, UnreadableWheel } from '../model/audit.ts';
import { EXIT, UserError } from '../model/user-error.ts';
import { parseCoreMetadata } from '../packaging/core-metadata.ts';
import type { IndexProject } from '../packaging/index-project.ts';
import { normaliseName } from '../packaging/requirements.ts';
import { parseWheelFilename } from '../packaging/wheel-filename.ts';
import { prepareTools } from '../provision/tools.ts';
import type { Config } from '../settings/config.ts';
import { openWheel, type Wheel } from '../wheels/open-wheel.ts';

/** Suffixes of binaries of all systems; what a file is, its bytes say. */
const BINARY = /\.(?:so|pyd|dll|dylib)$|\.so(?:\.\d+)+$/i;
/** A binary larger than this is no module of anybody's. */
const LARGEST_BYTES = 2 ** 31;
/** Wheels read at the same time: each holds one unpacked binary. */
const AT_ONCE = 2;

/**
 * Reads wheels without running anything, and judges what their bytes and metadata say of NumPy.
 *
 * @throws {UserError} exit 2 when no file matches
 */
export async function audit(config: Config, world: World): Promise<Audit> {
  const { spec } = config.subject;
  if (spec.kind !== 'wheels') throw new Error('an audit is of wheels');
  const { globs } = spec;
  const named = await together(globs.map((glob) => wheelFilesOf(glob, world)));
  const paths = [...new Set(named.flat())].sort();
  if (paths.length === 0) {
    throw new UserError(`No wheel matches ${globs.map((glob) => `"${glob}"`).join(', ')}`, {
      exitCode: EXIT.usage,
      remedy: 'Name wheels, a folder of wheels, or a pattern in quotes',
    });
  }
  const limiter = createLimiter(AT_ONCE);
  let done = 0;
  const read = paths.map((path) =>
    limiter.run(async () => {
      world.progress.update({ doing: [basename(path)], done, total: paths.length, failed: 0 });
      const wheel = await readWheel(path);
      done += 1;
      return wheel;
    }),
  );
  const [numpy, files] = await together([numpyPage(config, world), together(read)]);
  const notices =
    numpy === null
      ? ['The package index could not be asked which NumPys can be installed: only caps are judged']
      : [];
  return { ...judgeAudit(files, numpy), notices };
}

/** The index's page of NumPy; without uv, Python or network there is none, and the audit goes on. */
async function numpyPage(config: Config, world: World): Promise<IndexProject | null> {
  try {
    const { index } = await prepareTools(config, world.cwd, world);
    const page = await index.fetchProject('numpy');
    return page.files.length > 0 ? page : null;
  } catch (error) {
    if (error instanceof UserError && error.exitCode === EXIT.setUp) return null;
    throw error;
  }
}

async function readWheel(path: string): Promise<AuditedWheel | UnreadableWheel> {
  const name = basename(path);
  const refuse = (reason: string): UnreadableWheel => ({ kind: 'unreadable', wheel: name, reason });
  const parsed = parseWheelFilename(name);
  if (!parsed)
    return refuse('Its name is not that of a wheel (name-version-python-abi-platform.whl)');
  let fd: number;
  try {
    fd = openSync(path, 'r');
  } catch (error) {
    return refuse(error instanceof Error ? error.message : String(error));
  }
  const wheel = await openWheel({ kind: 'descriptor', fd });
  if ('kind' in wheel) return refuse(wheel.reason);
  try {
    if (wheel.metadata === null) return refuse('It holds no METADATA');
    const metadata = parseCoreMetadata(wheel.metadata);
    return {
      kind: 'wheel',
      wheel: name,
      distribution: normaliseName(metadata.name ?? parsed.distribution),
      version: metadata.version ?? parsed.version,
      tags: parsed.tags,
      requiresPython: metadata.requiresPython ?? '',
      extras: metadata.provides ?? [],
      requirements: metadata.requirements ?? [],
      binaries: await binariesOf(wheel),
    };
  } catch (error) {
    return refuse(error instanceof Error ? error.message : String(error));
  } finally {
    wheel.close();
  }
}

/** One binary in memory at a time. */
async function binariesOf(wheel: Wheel): Promise<readonly AuditedBinary[]> {
  const found: AuditedBinary[] = [];
  for (const { path, size } of wheel.members) {
    if (!BINARY.test(path) || size > LARGEST_BYTES) continue;
    const bytes = await wheel.read(path);
    if (bytes === undefined) continue;
    const binary = auditBinary(path, bytes);
    if (binary !== undefined) found.push(binary);
  }
  return found;
}
