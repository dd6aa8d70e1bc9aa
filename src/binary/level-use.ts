/** Where NumPy's table of functions has the one that tells its C-API level (`PyArray_GetNDArrayCFeatureVersion`). */
export const LEVEL_SLOT = 211;

/** What code does with the level that NumPy answers. */
export interface LevelUse {
  /**
   * `compares`: goes on or not, as the answer is below `level` or not; `tells`: hands both to a
   * message.
   */
  readonly kind: 'compares' | 'tells';
  readonly level: number;
}

/** A comparison of the answer with a number of the code's own, and what its branch asks for. */
export interface Comparison {
  readonly constant: number;
  /** Which of the two the processor takes from: `answer - constant` or the other way round. */
  readonly first: 'answer' | 'constant';
}

/** Whether the first is below the second (or not), or above it (or not). */
export type Branch = 'below' | 'above';

/**
 * The level that a comparison asks for: compilers write `answer > 0xd` for `answer >= 0xe`.
 *
 * @example levelAsked({ constant: 0xd, first: 'answer' }, 'above') // 0xe
 */
export function levelAsked({ constant, first }: Comparison, branch: Branch): number {
  return (first === 'answer') === (branch === 'below') ? constant : constant + 1;
}

/** What is known of a processor's registers on a straight way through code. */
export interface Registers {
  readonly holdsAnswer: (register: number) => boolean;
  readonly constantIn: (register: number) => number | undefined;
  put(register: number, constant: number): void;
  copy(to: number, from: number): void;
  /** It holds something that nobody knows. */
  lose(register: number): void;
}

/** @param answer the register in which a function's answer is */
export function createRegisters(answer: number): Registers {
  const known = new Map<number, number | 'answer'>([[answer, 'answer']]);
  return {
    holdsAnswer: (register) => known.get(register) === 'answer',
    constantIn(register) {
      const held = known.get(register);
      return typeof held === 'number' ? held : undefined;
    },
    put: (register, constant) => void known.set(register, constant),
    copy(to, from) {
      const held = known.get(from);
      if (held === undefined) known.delete(to);
      else known.set(to, held);
    },
    lose: (register) => void known.delete(register),
  };
}

/** The comparison of two registers, one of which holds the answer. */
export function compared(
  registers: Registers,
  first: number,
  second: number,
): Comparison | undefined {
  const [one, other] = [registers.constantIn(first), registers.constantIn(second)];
  if (registers.holdsAnswer(first) && other !== undefined)
    return { constant: other, first: 'answer' };
  if (registers.holdsAnswer(second) && one !== undefined)
    return { constant: one, first: 'constant' };
  return undefined;
}
