import { headline } from '../../../escape/plain-text.ts';
import type { Diagnosis } from '../diagnosis.ts';
import { describeHistory } from '../history.ts';
import { inCompiledCode } from '../project-frame.ts';
import {
  describeCulprit,
  diagnosis,
  fixFor,
  type Kind,
  nameOfFailing,
  sentences,
} from '../rule.ts';
import { describeException, type Symptoms } from '../symptoms.ts';

/**
 * Compiled code that asks a package for another compiled module of it before anybody imported that:
 * `PyCapsule_Import("pkg._other.API", 0)` imports `pkg` alone, and looks for `_other` in it.
 *
 * @returns undefined where the name is of no compiled module
 */
export function ofUnloadedSubmodule(kind: Kind, symptoms: Symptoms): Diagnosis | undefined {
  const [last] = symptoms.chain;
  // CPython Objects/moduleobject.c `module_getattro`.
  const [, of, attribute] =
    (last?.type === 'AttributeError' &&
      /^module '([\w.]+)' has no attribute '(\w+)'/.exec(last.message)) ||
    [];
  if (last === undefined || of === undefined || attribute === undefined) return undefined;
  const wanted = `${of}.${attribute}`;
  if (symptoms.facts === null || symptoms.evidence.filesFor(wanted).length === 0) return undefined;
  const what = headline(describeException(last));
  return diagnosis(kind, symptoms, {
    tell: (scope) => ({
      title: `${nameOfFailing(symptoms.culprit, symptoms, scope)} cannot be imported: it uses \`${wanted}\`, which is not imported at that point`,
      explanation: sentences(
        `${describeCulprit(symptoms.culprit)} looks for \`${attribute}\` in the package \`${of}\`, as \`PyCapsule_Import("${wanted}.…")\` does, which imports \`${of}\` alone. So it works only where something has imported \`${wanted}\` before. NumPy is not the cause.`,
        describeHistory(symptoms.history, scope),
      ),
      fix: fixFor(symptoms, {
        own: `Import \`${wanted}\` first: \`PyImport_ImportModule("${wanted}")\` in the init function, or in \`${of.replaceAll('.', '/')}/__init__.py\`.`,
        dependency: `Import \`${wanted}\` before it, and report it to the maintainers.`,
      }),
    }),
    facts: { exception: what, submodule: wanted },
    key: ['submodule', wanted],
    evidence: [what],
    category: 'unrelated',
    hints: inCompiledCode(symptoms, [`${wanted}.`, wanted]),
  });
}
