import type { BuiltWheel } from '../../model/built-wheel.ts';
import { EXIT, type ExitCode } from '../../model/user-error.ts';

/** What was built, a line of plain text for each Python; each is escaped where it is shown. */
export function builtLines(wheels: readonly BuiltWheel[], folder: string): readonly string[] {
  const lines = wheels.map(({ python, platform, result }) => {
    const where = `Python ${python} on ${platform}`;
    if (result.kind === 'built') {
      const numpy = result.buildNumpy === null ? 'without NumPy' : `NumPy ${result.buildNumpy}`;
      return `${where}: ${result.file} (${numpy}, SHA-256 ${result.sha256})`;
    }
    const { state } = result;
    const why = 'message' in state ? state.message : 'reason' in state ? state.reason : state.kind;
    return `${where}: no wheel: ${why}`;
  });
  return [...lines, `in ${folder}`];
}

/** 3 where a wheel could not be built; what cannot be built at all was not to be. */
export function builtExitOf(wheels: readonly BuiltWheel[]): ExitCode {
  if (wheels.length === 0) return EXIT.nothingTested;
  const isLost = ({ result }: BuiltWheel) =>
    result.kind === 'none' && result.state.kind !== 'excluded';
  return wheels.some(isLost) ? EXIT.setUp : EXIT.proven;
}
