import type { SetUpCause } from '../../model/set-up-failure.ts';

/** What became of a build: a wheel, nothing that can exist, or a failure. */
export type BuildResult =
  | {
      readonly kind: 'built';
      /** Absolute path. */
      readonly wheel: string;
      readonly buildNumpy: string | null;
      readonly buildPython: string;
      /** The wheel's ABI tag: `cp311`, `abi3`, `none`. */
      readonly abi: string;
      readonly text: string;
      readonly seconds: number;
      /** What the build found: the hash of its private copy, and its place there. */
      readonly source?: string;
      /** What the backend asked for besides `build-system.requires`. */
      readonly required?: readonly string[];
      /** What the wheel was built with: normalised name → version. */
      readonly builtWith?: Readonly<Record<string, string>>;
    }
  | { readonly kind: 'excluded'; readonly reason: string }
  | {
      readonly kind: 'failed';
      readonly setUp: 'no-network' | 'resolver-conflict' | 'build-failed' | 'no-interpreter';
      readonly stage: 'requires' | 'hooks' | 'build';
      /** One sentence. */
      readonly message: string;
      /** The tool's own output, paths mapped to the repository. */
      readonly text: string;
      readonly because?: SetUpCause;
    };
