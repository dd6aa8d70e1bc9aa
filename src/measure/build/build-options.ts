import type { Env } from '../../host/child-environment.ts';
import type { Processes, Uv } from '../../model/ports.ts';
import type { Interpreter } from '../../packaging/interpreter.ts';

/** What is built, for whom, with what, and where. */
export interface BuildOptions {
  readonly uv: Uv;
  readonly processes: Processes;
  /** The parent's environment; secrets are taken out here. */
  readonly env: Env;
  /** The folder with `pyproject_hooks` (src/provision/python-tools.ts). */
  readonly tools: string;
  readonly project: string;
  readonly interpreter: Interpreter;
  /** An exact release to build against; null lets `build-system.requires` choose. */
  readonly buildNumpy: string | null;
  readonly indexArgs: readonly string[];
  /** A folder of this build's own, absolute; made here. The wheel stays in it. */
  readonly folder: string;
  /** The folder of the run: no part of the project, wherever it lies. */
  readonly own: string;
  /** Whether the result is to say what was found in the copy. */
  readonly hashSources?: boolean;
  /** Told of folders that are no longer needed, and may be large. */
  readonly discard?: (folder: string) => void;
  /** Output as it arrives, by whole lines, paths mapped to the repository. */
  readonly onOutput?: (text: string) => void;
}
