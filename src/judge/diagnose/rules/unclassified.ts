import { headline } from '../../../escape/plain-text.ts';
import { WHERE } from '../../../model/look.ts';
import { alike } from '../alike.ts';
import { describeHistory } from '../history.ts';
import { projectFrame } from '../project-frame.ts';
import {
  describeCulprit,
  diagnosis,
  fixFor,
  nameOf,
  type Rule,
  runningNumpy,
  sentences,
} from '../rule.ts';
import { describeException } from '../symptoms.ts';

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
    const byNumpy = history.kind === 'from' || history.kind === 'below';
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
              : `${name} cannot be imported: ${what}`,
        explanation: sentences(
          `${smoke ? 'The smoke code' : describeCulprit(symptoms.culprit)} failed under ${runningNumpy(symptoms, scope)} with \`${what}\`.`,
          describeHistory(history, scope),
          byNumpy && 'So NumPy is the reason, although the text does not name it.',
        ),
        fix:
          history.kind === 'from'
            ? fixFor(symptoms, {
                own: `Find what changed with NumPy ${history.numpy} at the place that the evidence shows, or declare \`numpy<${history.cap}\` in \`dependencies\`.`,
                dependency: `Upgrade ${name}, or require \`numpy<${history.cap}\` and report it to its maintainers.`,
              })
            : history.kind === 'below'
              ? fixFor(symptoms, {
                  own: `Declare \`numpy>=${history.works}\` in \`dependencies\`.`,
                  dependency: `Require \`numpy>=${history.works}\`, or an older release of ${name}.`,
                })
              : fixFor(symptoms, {
                  own: 'Read the evidence: the last frame that is yours is where it failed.',
                  dependency: `Search the issues of ${name} for this text, and report it there when it is new.`,
                  unknown:
                    'Read the evidence: the last frame that is not the standard library’s or NumPy’s is where it failed.',
                }),
      }),
      facts: { exception: what },
      key: [alike(what), smoke],
      evidence: [
        ...chain.toReversed().map((one) => headline(describeException(one), 300)),
        ...(last?.frames
          .slice(-2)
          .map((one) => `File "${one.file}", line ${one.line}, in ${one.function}`) ?? []),
      ],
      category: byNumpy ? 'numpy-abi' : history.kind === 'alike' ? 'unrelated' : 'unclassified',
      hints: {
        ...(source && { source }),
        ...(byNumpy && { requirement: 'numpy', table: 'runtime' as const }),
      },
    });
  },
};
