import { hexLine } from '../hex-line.ts';

/** What one probe process is told to do. */
export type ProbeTask =
  | {
      readonly kind: 'walk';
      /** Steps that other processes took well on the way to these targets. */
      readonly prefix: readonly string[];
      readonly targets: readonly WalkTarget[];
      /** How long to wait for a forked process, and for all, in seconds; absent: none is forked. */
      readonly branches?: { readonly each: number; readonly all: number };
    }
  /** The confirming run: these steps, no hooks. */
  | { readonly kind: 'bare'; readonly steps: readonly string[] }
  | {
      readonly kind: 'smoke';
      readonly name: string;
      readonly code: string;
      /** Absolute path of the script that holds the code; null or absent: it gets a file of its own. */
      readonly file?: string | null;
      readonly hooks: boolean;
    };

export interface WalkTarget {
  readonly name: string;
  /** Absolute path. */
  readonly file: string;
  readonly proof: 'by-name' | 'by-package';
  /** Its own walk: imported in this order, each if it is not loaded at its turn. */
  readonly steps: readonly string[];
  /** Names to try after that; one that nothing has is no failure. */
  readonly tried: readonly string[];
}

/**
 * The worker's input: a line each, values in hexadecimal, so that it needs no parser that Python
 * would have to import.
 *
 * @param secret what each record's token is made of (`newSecret`)
 * @param parent id of the process that starts the probe itself; null when another one stands between
 * @param smokeFile where smoke code that was read from no script lies
 */
export function encodeSpec(
  task: ProbeTask,
  records: string,
  secret: string,
  parent: number | null,
  smokeFile: string,
): string {
  const lines = [hexLine('records', records), hexLine('secret', secret)];
  if (parent !== null) lines.push(hexLine('parent', String(parent)));
  switch (task.kind) {
    case 'walk':
      lines.push(hexLine('hooks', '1'), ...task.prefix.map((step) => hexLine('prefix', step)));
      if (task.branches !== undefined) {
        lines.push(hexLine('branches', String(task.branches.each), String(task.branches.all)));
      }
      lines.push(...task.targets.flatMap(targetLines));
      break;
    case 'bare':
      lines.push(hexLine('hooks', '0'), ...task.steps.map((step) => hexLine('prefix', step)));
      break;
    case 'smoke':
      lines.push(hexLine('hooks', task.hooks ? '1' : '0'));
      lines.push(hexLine('smoke', task.name, task.code, task.file ?? smokeFile));
      break;
  }
  return `${lines.join('\n')}\n`;
}

function targetLines({ name, file, proof, steps, tried }: WalkTarget): readonly string[] {
  return [
    hexLine('target', name, file, proof),
    ...steps.map((step) => hexLine('step', step)),
    ...tried.map((step) => hexLine('try', step)),
  ];
}
