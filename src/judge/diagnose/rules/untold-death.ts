import { stackLines } from '../death-scene.ts';
import type { Diagnosis } from '../diagnosis.ts';
import { diagnosis, type Rule, runningNumpy, sentences } from '../rule.ts';
import type { Symptoms } from '../symptoms.ts';

/** A worker that died, as those tell who waited for it: pytest-xdist, pools, Jupyter's clients. */
export function describeUntoldDeath(crash: Rule, symptoms: Symptoms): Diagnosis {
  return diagnosis(crash, symptoms, {
    tell: (scope) => ({
      title: 'A worker process died',
      explanation: sentences(
        `A process that works for another one ended in the middle of its work under ${runningNumpy(symptoms, scope)}.`,
        'The log does not say how: it may have crashed in compiled code, or was killed because memory ran out.',
      ),
      fix: 'Do the same work in one process (pytest: `-n 0`; a pool: call the function itself; a notebook: the cell as a script) with `PYTHONFAULTHANDLER=1`: a crash then shows its stack. Where it shows nothing, or goes well, look for the memory that it takes (`dmesg`, the runner’s log).',
    }),
    facts: { signal: null },
    key: ['untold'],
    evidence: stackLines(symptoms),
  });
}
