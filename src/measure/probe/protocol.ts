import type { ExceptionRecord, Frame, StandIn } from '../../model/observation.ts';
import { recordTokens } from './record-tokens.ts';

/** What the worker wrote, in order. Only records of the probed process itself are kept. */
export type ProbeRecord =
  /** `path` is `sys.path` as `site` left it. */
  | { readonly kind: 'start'; readonly path: readonly string[] }
  | { readonly kind: 'step'; readonly step: string }
  | { readonly kind: 'stepped'; readonly step: string }
  /** A name that was only tried, and that nothing has. */
  | { readonly kind: 'absent'; readonly step: string }
  | {
      readonly kind: 'raised';
      readonly step: string;
      readonly chain: readonly ExceptionRecord[];
      /** Numbers of the failed loads whose own exceptions stand in the chain, outermost first. */
      readonly loads: readonly number[];
      /** Exit code of a SystemExit. */
      readonly exit: number | null;
    }
  | {
      readonly kind: 'load';
      readonly event: 'begin' | 'end' | 'fail';
      readonly stage: 'create' | 'exec';
      readonly module: string;
      readonly file: string;
      readonly load: number;
      readonly gil: boolean;
      readonly chain: readonly ExceptionRecord[];
    }
  | {
      readonly kind: 'old-api';
      readonly attribute: string;
      readonly module: string | null;
      readonly file: string | null;
      readonly frames: readonly Frame[];
    }
  | {
      readonly kind: 'proven';
      readonly target: number;
      readonly module: string;
      readonly file: string;
    }
  | {
      readonly kind: 'lost';
      readonly target: number;
      readonly reason: 'shadowed' | 'not-loaded';
      readonly origin: string | null;
    }
  | {
      readonly kind: 'left';
      readonly targets: readonly number[];
      readonly prefix: readonly string[];
    }
  /** A process is forked off that goes on with other targets; this one waits for its end. */
  | { readonly kind: 'forking'; readonly name: string }
  /** It ended with 0: what it saw is in a file of its own. */
  | {
      readonly kind: 'branch';
      readonly name: string;
      readonly targets: readonly number[];
      readonly prefix: readonly string[];
    }
  /** It did not, or left something behind: what this process saw counts for nothing. */
  | { readonly kind: 'undone'; readonly at: number }
  | { readonly kind: 'group'; readonly targets: readonly number[] }
  | {
      readonly kind: 'close';
      readonly numpy: { readonly version: string | null; readonly file: string | null } | null;
      /** The first that stood in NumPy's place, when a file was loaded or at the end. */
      readonly standIn?: StandIn | null;
      readonly peak: number | null;
      /** Files whose code was in the process; null where the system does not tell. */
      readonly code: readonly string[] | null;
      /** What loaded modules name as their files. */
      readonly files?: readonly string[];
      /**
       * Files and folders outside of the environment and of Python's library that Python opened; null
       * where the interpreter does not tell, absent from runs without hooks.
       */
      readonly opened?: readonly string[] | null;
      /** What it did beyond its own process: programs started, other machines asked. */
      readonly reached?: readonly string[];
    };

/**
 * Parses a probe's record file.
 *
 * A forked child inherits the hooks and may write too: its records carry another process id than
 * the first `start` record. Lines without the token of a next record, or cut short by a death, are
 * ignored.
 *
 * @param text the record file
 * @param secret what this probe's tokens are made of
 */
export function parseRecords(text: string, secret: string): readonly ProbeRecord[] {
  const records: ProbeRecord[] = [];
  const isNext = recordTokens(secret);
  let pid: number | undefined;
  for (const line of text.split('\n')) {
    const raw = parseLine(line);
    if (!raw || typeof raw['pid'] !== 'number' || (pid !== undefined && raw['pid'] !== pid))
      continue;
    if (pid === undefined && raw['kind'] !== 'start') continue;
    if (!isNext(raw['token'])) continue;
    pid = raw['pid'];
    records.push(withFrames(raw) as unknown as ProbeRecord);
  }
  return records;
}

function parseLine(line: string): Record<string, unknown> | undefined {
  if (!line.startsWith('{')) return undefined;
  try {
    return JSON.parse(line) as Record<string, unknown>;
  } catch {
    return undefined;
  }
}

type RawFrame = readonly [string, number, string];

function frames(raw: unknown): readonly Frame[] {
  return (raw as readonly RawFrame[]).map(([file, line, name]) => ({ file, line, function: name }));
}

/** Frames travel as triples; the model has them by name. */
function withFrames(raw: Record<string, unknown>): Record<string, unknown> {
  const chain = (raw['chain'] ?? []) as readonly Record<string, unknown>[];
  return {
    ...raw,
    chain: chain.map((error) => ({ ...error, frames: frames(error['frames']) })),
    ...(raw['frames'] ? { frames: frames(raw['frames']) } : {}),
  };
}
