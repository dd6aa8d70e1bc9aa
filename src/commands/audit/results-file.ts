import { plural } from '../../escape/plural.ts';
import { openLineFile } from '../../host/line-file.ts';
import type { AuditLine, MadeBy } from '../../model/audit.ts';
import { EXIT, UserError } from '../../model/user-error.ts';
import { type AuditCounts, countsOf } from '../../report/audit-counts.ts';

/** A line that is there. */
export interface KnownResult {
  readonly state: AuditLine['state'];
  readonly counts: AuditCounts;
}

/** Where results go, and what an earlier run left there. */
export interface Results {
  readonly known: ReadonlyMap<string, KnownResult>;
  /** What was done about what was there, as a sentence. */
  readonly notice: string | null;
  append(line: string): Promise<void>;
  close(): Promise<void>;
}

/**
 * Opens a file of results to go on with it.
 *
 * @param wanted requirements that this run is about
 * @throws {UserError} exit 2 when it holds something else, or results that were made in another way
 */
export async function openResults(
  path: string,
  made: MadeBy,
  wanted: readonly string[],
): Promise<Results> {
  const known = new Map<string, KnownResult>();
  let first: string | undefined;
  const { file, dropped } = await openLineFile(path, (text, number) => {
    const line = readLine(text);
    if (line === undefined) throw foreign(path, number);
    const differs = differenceOf(line.made, made);
    if (differs !== undefined) throw other(path, number, differs);
    first ??= line.read;
    known.set(line.requirement, { state: line.state, counts: countsOf(line) });
  });
  return {
    known,
    notice: noticeOf(path, known, wanted, first, dropped),
    append: (line) => file.append(line),
    close: () => file.close(),
  };
}

/** @returns undefined when it is no line of ours */
function readLine(text: string): AuditLine | undefined {
  try {
    const line = JSON.parse(text) as AuditLine;
    const { schema, requirement, state, wheels, findings, unread, made } = line;
    const lists = [wheels, findings, unread].every((one) => Array.isArray(one));
    const known = ['audited', 'nothing', 'unknown'].includes(state);
    const ours = schema === 1 && known && typeof requirement === 'string';
    return ours && lists && Object(made) === made ? line : undefined;
  } catch {
    return undefined;
  }
}

function differenceOf(then: MadeBy, now: MadeBy): string | undefined {
  if (then.version !== now.version)
    return `was made by version ${then.version} of this tool, and this is ${now.version}`;
  if (then.platforms !== now.platforms)
    return `is about the wheels for ${nameOf(then.platforms)}, and this run reads those for ${nameOf(now.platforms)}`;
  return then.places === now.places ? undefined : 'comes from another package index';
}

function nameOf(platforms: string): string {
  return platforms === 'all' ? 'all platforms' : platforms;
}

function foreign(path: string, number: number): UserError {
  return new UserError(`Line ${number} of "${path}" is no result of an audit`, {
    exitCode: EXIT.usage,
    remedy: 'Name a file that --json-lines wrote, or one that does not exist',
  });
}

function other(path: string, number: number, differs: string): UserError {
  return new UserError(`Line ${number} of "${path}" ${differs}`, {
    exitCode: EXIT.usage,
    remedy: 'Name another file to begin anew: results of both kinds do not go into one',
  });
}

function noticeOf(
  path: string,
  known: Results['known'],
  wanted: readonly string[],
  first: string | undefined,
  dropped: number,
): string | null {
  if (known.size === 0 && dropped === 0) return null;
  const again = wanted.filter((one) => known.has(one)).length;
  const others = known.size - again;
  if (known.size === 0) return `The only line of ${path} was cut off and is dropped`;
  const said = [
    `${again} of ${plural(wanted.length, 'package')} are in ${path} already, read since ${first ?? 'nothing'}, and are not read again`,
    ...(others > 0 ? [`${plural(others, 'line')} about others stay there`] : []),
    ...(dropped > 0 ? ['its last line was cut off and is dropped'] : []),
  ];
  return said.join('; ');
}
