import type { Interpreter } from '../packaging/interpreter.ts';

/** A Python that is planned. */
export interface ChosenPython {
  readonly label: string;
  readonly interpreter: Interpreter;
}

/** A Python that was asked for (or that `auto` allows) and can't be had here. */
export interface UnavailablePython {
  readonly label: string;
  readonly reason: string;
  /** Named by the user: then it is a set-up failure, and not only left out. */
  readonly named: boolean;
}

/** The Pythons of a run, chosen before anything is built. */
export interface Pythons {
  readonly chosen: readonly ChosenPython[];
  readonly unavailable: readonly UnavailablePython[];
}
