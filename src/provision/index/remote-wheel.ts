import { createHash } from 'node:crypto';
import type { ReadBudget } from '../../host/read-budget.ts';
import { EXIT, UserError } from '../../model/user-error.ts';
import type { IndexFile } from '../../packaging/index-project.ts';
import type { WheelSource } from '../../wheels/open-wheel.ts';
import type { ReadRange } from '../../wheels/range-reader.ts';
import { type HttpOptions, httpGet, type Page } from './http-client.ts';
import { TooLarge } from './transport.ts';

/** The list of members and the `.dist-info` folder stand at a wheel's end. */
const TAIL_BYTES = 256 * 1024;
/** Of an index that sends whole files only. */
const WHOLE_CAP = 512 * 2 ** 20;

/**
 * A wheel on an index, of which only what is asked for is fetched: its end at once, the rest by
 * ranges; from a server without ranges the whole file, held against its checksum. Ranges cannot be
 * held against a checksum: what is read so may be judged, never run.
 *
 * @param address with the login where one is needed
 * @returns undefined when there is no such file, it is not what the index said, or it is too large
 * @throws {UserError} exit 3 when the index cannot be reached
 */
export async function remoteWheel(
  address: string,
  file: Pick<IndexFile, 'sha256'>,
  http: HttpOptions,
  budget: ReadBudget,
): Promise<WheelSource | undefined> {
  const options = { ...http, signal: AbortSignal.any([http.signal, budget.signal]) };
  const ask = (range: string, most: number): Promise<Page> =>
    httpGet(
      address,
      { Range: `bytes=${range}`, 'Accept-Encoding': 'identity' },
      { ...options, capBytes: most },
    );
  const read: ReadRange = async (from, to, ahead) => {
    // More than is needed is taken from what is left only.
    const end = budget.left >= ahead - from ? ahead : to;
    const bytes = end - from;
    if (!budget.take(bytes)) throw new Error(`${bytes} bytes are more than may still be read`);
    const page = await ask(`${from}-${end - 1}`, bytes);
    if (page.status !== 206 || extent(page)?.start !== from) {
      throw new UserError(`the package index answers HTTP ${page.status} instead of a range`, {
        exitCode: EXIT.setUp,
        remedy: 'Try again later',
      });
    }
    return page.body;
  };
  const most = Math.min(WHOLE_CAP, budget.left);
  const first = await unlessTooLarge(ask(`-${TAIL_BYTES}`, most), budget);
  if (first === undefined) return undefined;
  budget.take(Math.min(first.body.length, budget.left));
  if (first.status === 200) return whole(first.body, file);
  const said = first.status === 206 ? extent(first) : undefined;
  if (said !== undefined) {
    return {
      kind: 'ranges',
      size: said.size,
      tail: { start: said.start, bytes: first.body },
      read,
    };
  }
  if (first.status === 404 || first.status === 410) return undefined;
  // Some servers know ranges, but none that are counted from the end.
  const probe = await unlessTooLarge(ask('0-0', most), budget);
  if (probe === undefined) return undefined;
  budget.take(Math.min(probe.body.length, budget.left));
  if (probe.status === 200) return whole(probe.body, file);
  const size = probe.status === 206 ? extent(probe)?.size : undefined;
  if (size === undefined) return undefined;
  const start = Math.max(0, size - TAIL_BYTES);
  return { kind: 'ranges', size, tail: { start, bytes: await read(start, size, size) }, read };
}

/** A whole file that does not fit ends the budget: undefined. */
async function unlessTooLarge(page: Promise<Page>, budget: ReadBudget): Promise<Page | undefined> {
  try {
    return await page;
  } catch (error) {
    if (!(Object(error).cause instanceof TooLarge)) throw error;
    budget.take(Number.POSITIVE_INFINITY);
    return undefined;
  }
}

/** `bytes 100-199/4000`: where the answer begins, and the file's whole size. */
function extent(page: Page): { readonly start: number; readonly size: number } | undefined {
  const said = /^bytes (\d+)-\d+\/(\d+)$/.exec(page.headers['content-range'] ?? '');
  return said === null ? undefined : { start: Number(said[1]), size: Number(said[2]) };
}

function whole(bytes: Uint8Array, { sha256 }: Pick<IndexFile, 'sha256'>): WheelSource | undefined {
  const sum = createHash('sha256').update(bytes).digest('hex');
  return sha256 !== null && sum !== sha256 ? undefined : { kind: 'bytes', bytes };
}
