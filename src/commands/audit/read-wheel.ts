import { auditBinary, auditDigest, hasModuleName } from '../../binary/audit-binary.ts';
import { asBuffer } from '../../binary/byte-reader.ts';
import { callsPython } from '../../binary/calls-python.ts';
import { createDigest } from '../../binary/digest.ts';
import type { AuditedBinary, AuditedWheel, Beside, UnreadableWheel } from '../../model/audit.ts';
import { UserError } from '../../model/user-error.ts';
import { parseCoreMetadata } from '../../packaging/core-metadata.ts';
import { normaliseName } from '../../packaging/requirements.ts';
import { isSharedFile } from '../../packaging/shared-file.ts';
import { parseWheelFilename } from '../../packaging/wheel-filename.ts';
import type { BadWheel, Wheel, WheelMember } from '../../wheels/open-wheel.ts';
import { LARGE_BYTES } from './read-binary-file.ts';

/** No release asks for so much; each line is parsed, and asked for every Python. */
const MOST_REQUIREMENTS = 2_000;

/**
 * Reads what an audit needs of a wheel: metadata, and every binary, one in memory at a time.
 *
 * @param name the file's name, which says what it is
 * @param open opens the archive; it is closed here
 * @throws {UserError} exit 3 when it lies elsewhere and cannot be reached
 */
export async function readWheel(
  name: string,
  open: () => Promise<Wheel | BadWheel>,
  beside: Beside,
): Promise<AuditedWheel | UnreadableWheel> {
  const refuse = (reason: string): UnreadableWheel => ({ kind: 'unreadable', wheel: name, reason });
  const parsed = parseWheelFilename(name);
  if (!parsed)
    return refuse('Its name is not that of a wheel (name-version-python-abi-platform.whl)');
  let wheel: Wheel | undefined;
  try {
    const opened = await open();
    if ('kind' in opened) return refuse(opened.reason);
    wheel = opened;
    if (wheel.metadata === null) return refuse('It holds no METADATA');
    const asked = wheel.metadata.match(/^(?:Requires-Dist|Provides-Extra):/gim)?.length ?? 0;
    if (asked > MOST_REQUIREMENTS) return refuse(`Its METADATA has ${asked} lines of requirements`);
    const metadata = parseCoreMetadata(wheel.metadata);
    const binaries = await binariesOf(wheel.members, wheel);
    return {
      kind: 'wheel',
      wheel: name,
      distribution: normaliseName(metadata.name ?? parsed.distribution),
      version: metadata.version ?? parsed.version,
      tags: parsed.tags,
      requiresPython: metadata.requiresPython ?? '',
      extras: metadata.provides ?? [],
      requirements: metadata.requirements ?? [],
      beside,
      binaries,
      // It unpacks all of them once more: asked only where it tells something.
      hasModuleNames: binaries.length > 0 || (await hasModuleNames(wheel.members, wheel)),
    };
  } catch (error) {
    // That it cannot be had now says nothing of the wheel.
    if (error instanceof UserError) throw error;
    return refuse(error instanceof Error ? error.message : String(error));
  } finally {
    wheel?.close();
  }
}

/** One binary in memory at a time, and none that is large. */
async function binariesOf(
  members: readonly WheelMember[],
  wheel: Pick<Wheel, 'look' | 'stream'>,
): Promise<readonly AuditedBinary[]> {
  const found: AuditedBinary[] = [];
  for (const { path, size } of members) {
    if (!isSharedFile(path)) continue;
    const binary =
      size > LARGE_BYTES
        ? await digested(path, wheel)
        : await wheel.look(path, (bytes) => auditBinary(path, bytes));
    if (binary !== undefined) found.push(binary);
  }
  return found;
}

/** One that calls Python is a module that lost its init function, and stands for none. */
async function hasModuleNames(members: readonly WheelMember[], wheel: Pick<Wheel, 'look'>) {
  for (const { path, size } of members) {
    if (!isSharedFile(path) || !hasModuleName(path)) continue;
    const calls = (bytes: Uint8Array) => callsPython(asBuffer(bytes));
    if (size > LARGE_BYTES || !(await wheel.look(path, calls))) return true;
  }
  return false;
}

async function digested(path: string, wheel: Pick<Wheel, 'stream'>) {
  const digest = createDigest();
  await wheel.stream(path, digest.add);
  return auditDigest(path, digest.parts());
}
