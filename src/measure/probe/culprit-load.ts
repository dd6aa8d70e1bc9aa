import type { ExceptionRecord } from '../../model/observation.ts';
import type { Outcome } from '../../model/outcome.ts';
import type { ProbeRecord } from './protocol.ts';

export type LoadRecord = Extract<ProbeRecord, { kind: 'load' }>;

/** How a walk ended, as far as it tells whose failure it was. */
export interface Failure {
  readonly outcome: Outcome;
  /** The exception chain, outermost first; empty after a death. */
  readonly chain: readonly ExceptionRecord[];
  /** Numbers of the failed loads whose own exceptions stand in the chain. */
  readonly loads: readonly number[];
}

/** A failed load, with the failed loads that happened while it was under way. */
interface Failed {
  readonly record: LoadRecord;
  readonly inner: readonly Failed[];
}

/**
 * The one place that decides whose failure it was: what judges later reads `culpritFile`.
 *
 * After a death it is the load that had begun and not ended. Of an exception (a SystemExit too) it is
 * the innermost failed load that it came through: by the exceptions themselves, which the hooks have marked; by
 * their text where the package made new ones of them; else the target's own, where that failed.
 * Loads that a package had swallowed before are in no chain, or stand earlier.
 *
 * @param targetFile absolute path of the module under test, null for smoke code
 */
export function culpritLoad(
  records: readonly ProbeRecord[],
  failure: Failure,
  targetFile: string | null,
): LoadRecord | undefined {
  const { kind } = failure.outcome;
  if (kind === 'imported' || kind === 'not-run') return undefined;
  const loads = records.filter((record) => record.kind === 'load');
  if (kind !== 'raised') return openLoad(loads) ?? cameThrough(loads, failure);
  return cameThrough(loads, failure) ?? firstFailure(loads, targetFile);
}

/** The load of a file that failed first, and what was to blame within it. */
export function culpritWithin(
  records: readonly ProbeRecord[],
  file: string,
): { readonly failed: LoadRecord; readonly culprit: LoadRecord } | undefined {
  const loads = records.filter((record) => record.kind === 'load');
  const failed = firstFailure(loads, file);
  if (!failed) return undefined;
  const told = tells(failed.chain);
  const { inner } = flat(failures(loads)).find(({ record }) => record === failed) ?? { inner: [] };
  return { failed, culprit: innermost(inner, told) ?? failed };
}

/** What a file said when it failed first: later attempts often say something else, or succeed. */
export function firstFailure(
  loads: readonly LoadRecord[],
  file: string | null,
): LoadRecord | undefined {
  return loads.find((load) => load.event === 'fail' && load.file === file);
}

function openLoad(loads: readonly LoadRecord[]): LoadRecord | undefined {
  const ended = new Set(loads.filter((load) => load.event !== 'begin').map((load) => load.load));
  return loads.findLast((load) => load.event === 'begin' && !ended.has(load.load));
}

function cameThrough(
  loads: readonly LoadRecord[],
  { chain, loads: marked }: Failure,
): LoadRecord | undefined {
  const tree = failures(loads);
  if (marked.length === 0) return innermost(tree, tells(chain));
  const own = flat(tree).find(({ record }) => record.load === marked[0]);
  const from = tree.filter(({ record }) => marked.includes(record.load));
  return innermost(from.length > 0 ? from : own ? [own] : [], ({ load }) => marked.includes(load));
}

/** The innermost of those that tell; the last one of siblings. */
function innermost(
  nodes: readonly Failed[],
  told: (record: LoadRecord) => boolean,
): LoadRecord | undefined {
  const node = nodes.findLast((one) => told(one.record));
  return node && (innermost(node.inner, told) ?? node.record);
}

function tells(chain: readonly ExceptionRecord[]): (record: LoadRecord) => boolean {
  const key = ({ type, message }: ExceptionRecord) => JSON.stringify([type, message]);
  const known = new Set(chain.map(key));
  return (record) => record.chain.some((error) => known.has(key(error)));
}

/** What failed within a load that went well stands beside it. */
function failures(loads: readonly LoadRecord[]): readonly Failed[] {
  const top: Failed[] = [];
  const stack: { readonly load: number; readonly inner: Failed[] }[] = [];
  for (const record of loads) {
    if (record.event === 'begin') {
      stack.push({ load: record.load, inner: [] });
      continue;
    }
    const depth = stack.findLastIndex(({ load }) => load === record.load);
    const inner = depth < 0 ? [] : stack.splice(depth).flatMap((one) => one.inner);
    const siblings = stack.at(-1)?.inner ?? top;
    if (record.event === 'fail') siblings.push({ record, inner });
    else siblings.push(...inner);
  }
  return top;
}

function flat(nodes: readonly Failed[]): readonly Failed[] {
  return nodes.flatMap((one) => [one, ...flat(one.inner)]);
}
