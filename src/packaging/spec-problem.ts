/** Something wrong in what the user wrote: what happened and why, and what to do now. */
export interface SpecProblem {
  readonly kind: 'problem';
  readonly message: string;
  readonly remedy: string;
}

/** @example specProblem('NumPy 1.27 does not exist', 'Did you mean 1.26?').kind // 'problem' */
export function specProblem(message: string, remedy: string): SpecProblem {
  return { kind: 'problem', message, remedy };
}
