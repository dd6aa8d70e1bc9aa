import type { AuditedBinary, AuditedWheel } from '../model/audit.ts';
import type { Severity } from '../model/severity.ts';
import type { Place } from './wheel-places.ts';

/** A place of a wheel and the NumPys there that make the trouble. */
export interface BadPlace {
  readonly place: Place;
  readonly versions: readonly string[];
}

interface Common {
  readonly wheel: AuditedWheel;
  readonly severity: Severity;
  readonly places: readonly BadPlace[];
}

/** What is wrong with one wheel, as data; `tellProblem` makes the finding of equal ones. */
export type WheelProblem =
  | (Common & {
      readonly kind: 'floor-too-low' | 'np-api-too-new';
      readonly floor: string;
      readonly culprits: readonly AuditedBinary[];
      /** Modules for NumPy 2 alone, beside others that were built to run on 1.x as well. */
      readonly apart: boolean;
    })
  | (Common & {
      readonly kind: 'np2-not-capped' | 'np1-on-np2';
      readonly culprits: readonly AuditedBinary[];
      /** Binaries that would go wrong at a call only, once the others were rebuilt. */
      readonly lazy: readonly AuditedBinary[];
    })
  | (Common & { readonly kind: 'latent-np1'; readonly culprits: readonly AuditedBinary[] })
  | (Common & {
      readonly kind: 'mixed-build';
      readonly culprits: readonly AuditedBinary[];
      readonly others: readonly AuditedBinary[];
      /** Of one that is for NumPy 1.x alone, the series that its modules ask for; none of NumPy 1.x and 2. */
      readonly levels: readonly string[];
    })
  | (Common & { readonly kind: 'cap-needless'; readonly culprits: readonly AuditedBinary[] });

/** Equal for problems that are one finding: wheels that need another floor need another fix. */
export function problemKey(problem: WheelProblem): string {
  const { kind, wheel, severity } = problem;
  const floor = 'floor' in problem ? problem.floor : '';
  const where = wheel.beside.kind === 'fixed' ? wheel.beside.where : '';
  return JSON.stringify([kind, wheel.distribution, wheel.version, severity, floor, where]);
}
