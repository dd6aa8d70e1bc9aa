import type { Culprit } from '../../model/finding.ts';
import { blamedFrame, culpritOfFrame, NOBODY } from './culprit.ts';
import type { Evidence } from './evidence.ts';
import type { StubComplaint } from './stub-text.ts';

/**
 * The culprit that a complaint of NumPy's stub names: the last Python frame of its stack is the
 * importer of the extension (C code has no frame of its own).
 */
export function culpritOfStub(
  evidence: Evidence,
  stub: StubComplaint | undefined,
  otherwise: Culprit = NOBODY,
): Culprit {
  const frame = stub && blamedFrame(evidence, stub.frames);
  return frame ? culpritOfFrame(evidence, frame) : otherwise;
}
