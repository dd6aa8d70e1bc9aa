import { headline } from '../../../escape/plain-text.ts';
import type { Category } from '../../../model/finding.ts';
import { WHERE } from '../../../model/look.ts';
import type { ExceptionRecord } from '../../../model/observation.ts';
import { alike } from '../alike.ts';
import { changedAlong, pinAlong, tellAlong } from '../changed-along.ts';
import type { Diagnosis } from '../diagnosis.ts';
import { describeHistory } from '../history.ts';
import { missingVariable } from '../missing-variable.ts';
import { missingInPython, type OtherRelease, otherRelease, releaseName } from '../other-release.ts';
import { inCompiledCode, projectFrame } from '../project-frame.ts';
import { floorOf, requiredFloor } from '../required-floor.ts';
import {
  describeCulprit,
  diagnosis,
  fixFor,
  nameOf,
  nameOfFailing,
  type Rule,
  runningNumpy,
  sentences,
} from '../rule.ts';
import { describeException, type Symptoms } from '../symptoms.ts';
import { ofUnloadedSubmodule } from './unloaded-submodule.ts';
import { isDisplayVariable, ofSurroundings } from './wanted-surroundings.ts';

export const unclassified: Rule = {
  id: 'unclassified',
  where: WHERE.nowhere,
  name: 'A failure that no rule knows',
  category: 'unclassified',
  severity: 'error',
  means:
    'Something failed, and its text is none of those that are known here. The evidence is shown as it is, without a guess.',
  remedy:
    'Read the evidence. When it fails only from one NumPy on, NumPy is the reason, whatever it says.',
  links: [],
  match(symptoms) {
    const { outcome } = symptoms.evidence.observation;
    if (outcome.kind !== 'raised') return undefined;
    const { history, chain } = symptoms;
    const last = chain[0];
    const what = last ? headline(describeException(last)) : 'no exception was recorded';
    const lacking = otherRelease(symptoms);
    if (lacking !== undefined) return ofOtherRelease(symptoms, lacking, what);
    const gone = missingInPython(symptoms);
    if (gone !== undefined) return ofPython(symptoms, gone, what);
    const along = changedAlong(symptoms.evidence, history);
    const byNumpy = (history.kind === 'from' || history.kind === 'below') && along.length === 0;
    const variable = byNumpy || along.length > 0 ? null : lookedUp(chain);
    const isDisplay = isDisplayVariable(variable);
    if (variable !== null && !isDisplay) return ofVariable(symptoms, variable, what);
    const surroundings =
      (symptoms.evidence.combination === null && !isDisplay) || byNumpy || along.length > 0
        ? undefined
        : (ofUnloadedSubmodule(unclassified, symptoms) ?? ofSurroundings(unclassified, symptoms));
    if (surroundings !== undefined) return surroundings;
    const smoke = symptoms.evidence.smoke && symptoms.evidence.observation.phase === 'call';
    const name = nameOf(symptoms.culprit);
    const source = projectFrame(symptoms);
    return diagnosis(unclassified, symptoms, {
      tell: (scope) => ({
        title:
          symptoms.evidence.combination === null
            ? `An exception that no rule knows: ${what}`
            : smoke
              ? `The smoke code fails: ${what}`
              : `${nameOfFailing(symptoms.culprit, symptoms, scope)} cannot be imported: ${what}`,
        explanation: sentences(
          `${smoke ? 'The smoke code' : describeCulprit(symptoms.culprit)} failed under ${runningNumpy(symptoms, scope)} with \`${what}\`.`,
          describeHistory(history, scope),
          byNumpy && 'So NumPy is the reason, although the text does not name it.',
          along.length > 0 && tellAlong(along),
        ),
        fix:
          along.length > 0
            ? pinAlong(along)
            : history.kind === 'from'
              ? fixFor(symptoms, {
                  own: `Find what changed with NumPy ${history.numpy} at the place that the evidence shows, or declare \`numpy<${history.cap}\` in \`dependencies\`.`,
                  dependency: `Upgrade ${name}, or require \`numpy<${history.cap}\` and report it to its maintainers.`,
                })
              : history.kind === 'below'
                ? fixFor(symptoms, {
                    own: `Declare \`numpy>=${requiredFloor(floorOf(history), scope)}\` in \`dependencies\`.`,
                    dependency: `Require \`numpy>=${requiredFloor(floorOf(history), scope)}\`, or an older release of ${name}.`,
                  })
                : fixFor(symptoms, {
                    own: 'Read the evidence: the last frame that is yours is where it failed.',
                    dependency: `Search the issues of ${name} for this text, and report it there when it is new.`,
                    unknown:
                      'Read the evidence: the last frame that is not the standard library’s or NumPy’s is where it failed.',
                  }),
      }),
      facts: {
        exception: what,
        ...(along.length > 0 && { changedAlong: along.map(({ name }) => name) }),
      },
      key: [alike(what), smoke],
      floor: history.kind === 'below' && along.length === 0 ? floorOf(history) : null,
      evidence: shownOf(symptoms),
      category: byNumpy
        ? fieldOf(symptoms)
        : history.kind === 'alike'
          ? 'unrelated'
          : 'unclassified',
      hints: {
        ...(source && { source }),
        ...inCompiledCode(symptoms, last ? [headline(last.message, 400)] : []),
        ...(byNumpy && { requirement: 'numpy', table: 'runtime' as const }),
      },
    });
  },
};

/** Whose matter a failure is that one side of NumPys alone has: Python code's, or compiled code's. */
function fieldOf({ facts, chain }: Symptoms): Category {
  const last = chain[0]?.frames.at(-1)?.file;
  // What compiled code raises shows no frame of its own, except Cython's, which is Python code, too.
  const inCython = last !== undefined && /\.pyx$/.test(last);
  return facts === null || inCython ? 'numpy-python-api' : 'numpy-abi';
}

function shownOf({ chain }: Symptoms): readonly string[] {
  return [
    ...chain.toReversed().map((one) => headline(describeException(one), 300)),
    ...(chain[0]?.frames
      .slice(-2)
      .map((one) => `File "${one.file}", line ${one.line}, in ${one.function}`) ?? []),
  ];
}

/** The environment variable that the exceptions ask for. */
function lookedUp(chain: readonly ExceptionRecord[]): string | null {
  for (const exception of chain) {
    const { frames, type, message } = exception;
    const last = frames.at(-1);
    const asked =
      last?.function === '__getitem__' && /^<frozen os>$|(?:^|[\\/])os\.py$/.test(last.file);
    if (type === 'KeyError' && asked) return message.replaceAll(/^['"]|['"]$/g, '');
    const said = missingVariable('', headline(message, 400));
    if (said !== null) return said;
  }
  return null;
}

/** What a probe does not see, because nobody said that it should. */
function ofVariable(symptoms: Symptoms, variable: string, what: string): Diagnosis {
  const { combination, smoke, observation } = symptoms.evidence;
  const called = smoke && observation.phase === 'call';
  const source = projectFrame(symptoms);
  const name = called ? 'The smoke code' : nameOf(symptoms.culprit);
  return diagnosis(unclassified, symptoms, {
    tell: (scope) => ({
      title: `${name} asks for the environment variable \`${variable}\`, which is not set`,
      explanation: sentences(
        `${called ? name : describeCulprit(symptoms.culprit)} stopped because \`${variable}\` is not set. NumPy is not the cause.`,
        combination !== null &&
          'What is imported here sees only few variables of the machine, so that it fails alike on every one.',
        describeHistory(symptoms.history, scope),
      ),
      fix:
        combination === null
          ? `Set \`${variable}\` before the program starts, as its documentation says.`
          : `Set \`${variable}\` where the check is started, and hand it on: \`--environment ${variable}\` (input \`environment\`).`,
    }),
    facts: { exception: what, variable },
    key: ['variable', variable, called],
    evidence: shownOf(symptoms),
    category: 'unrelated',
    hints: { ...(source && { source }) },
  });
}

/** Written for another Python: its library has no releases of its own. */
function ofPython(symptoms: Symptoms, gone: string, what: string): Diagnosis {
  const name = nameOf(symptoms.culprit);
  return diagnosis(unclassified, symptoms, {
    tell: () => ({
      title: `${name} asks Python’s own library for ${gone}, which this Python does not have`,
      explanation: `${describeCulprit(symptoms.culprit)} asks for ${gone}, which this Python no longer has, or not yet: it was written for another one. NumPy is not the cause.`,
      fix: fixFor(symptoms, {
        own: 'Use what takes its place, as “What’s New” of this Python names it, or leave this Python out with `requires-python`.',
        dependency: `Upgrade ${name} to a release for this Python, or take an older Python.`,
      }),
    }),
    facts: { exception: what },
    key: [alike(what)],
    evidence: shownOf(symptoms),
    category: 'unrelated',
  });
}

/** The package is at fault, or its requirements are: NumPy only decided which release came. */
function ofOtherRelease(symptoms: Symptoms, lacking: OtherRelease, what: string): Diagnosis {
  const name = nameOf(symptoms.culprit);
  const release = releaseName(lacking);
  const along = changedAlong(symptoms.evidence, symptoms.history).find(
    (one) => one.name === lacking.provider,
  );
  const source = projectFrame(symptoms);
  return diagnosis(unclassified, symptoms, {
    tell: (scope) => ({
      title: `${nameOfFailing(symptoms.culprit, symptoms, scope)} cannot be imported: ${release} does not have ${lacking.what}`,
      explanation: sentences(
        `${describeCulprit(symptoms.culprit)} asks ${release} for ${lacking.what}, which that release does not have: it was written for another one.`,
        along
          ? `It works beside ${along.name} ${along.works}, which an older NumPy brings along: NumPy itself is not the cause.`
          : 'NumPy is not the cause.',
        symptoms.history.kind === 'alike' ? '' : describeHistory(symptoms.history, scope),
      ),
      fix: fixFor(symptoms, {
        own: `Use what ${release} has instead, or require a release of \`${lacking.provider}\` that has it in \`dependencies\`.`,
        dependency: `Upgrade ${name} to a release for ${release}, or constrain \`${lacking.provider}\` to a release that has it${along ? ` (${along.works} does)` : ''}: \`--constraint\`, input \`constraints\`.`,
      }),
    }),
    facts: { exception: what, otherRelease: lacking.provider },
    key: [alike(what)],
    evidence: shownOf(symptoms),
    category: 'unrelated',
    hints: {
      ...(source && { source }),
      requirement: lacking.provider,
      table: 'runtime',
    },
  });
}
