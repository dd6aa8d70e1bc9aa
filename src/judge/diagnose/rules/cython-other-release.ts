import { WHERE } from '../../../model/look.ts';
import { describeSizes, parseSizeComplaint } from '../cython-sizes.ts';
import type { Diagnosis } from '../diagnosis.ts';
import { describeHistory } from '../history.ts';
import {
  describeBinary,
  diagnosis,
  fixFor,
  nameOfBinary,
  type Rule,
  sentences,
  shownBy,
} from '../rule.ts';
import { type Hit, type Symptoms, search } from '../symptoms.ts';

// Cython/Utility/ImportExport.c, `__Pyx_ImportFunction` and `__Pyx_ImportVoidPtr`.
const SIGNATURE = /C (function|variable) ([\w.]+) has wrong signature \(expected .*/;
const NOT_EXPORTED = /([\w.]+) does not export expected C (function|variable) (\w+)/;

interface Difference {
  /** With its module: `sklearn.utils._random.DEFAULT_SEED`. */
  readonly object: string;
  readonly how: string;
  readonly hit: Hit | undefined;
  /** The type only grew: an error where the module's own declaration says so, a warning elsewhere. */
  readonly grew?: boolean;
  readonly facts: Readonly<Record<string, string | number>>;
}

function find(symptoms: Symptoms): Difference | undefined {
  const sizes = symptoms.texts.map(parseSizeComplaint).find((one) => one !== undefined);
  if (sizes) {
    const { object, header, runtime } = sizes;
    const hit = search(symptoms, /.*(?:size changed|has the wrong size).*/);
    const facts = { type: object, header, runtime };
    return { object, how: describeSizes(sizes), hit, grew: header < runtime, facts };
  }
  const other = search(symptoms, SIGNATURE);
  if (other) {
    const [, what, object = ''] = other.match;
    const how = `the C ${what} \`${object}\` has another type in the release it was compiled with`;
    return { object, how, hit: other, facts: { type: object } };
  }
  const gone = search(symptoms, NOT_EXPORTED);
  if (!gone) return undefined;
  const [, module = '', what, name = ''] = gone.match;
  const how = `\`${module}\` of the release that was loaded has no C ${what} \`${name}\``;
  return { object: `${module}.${name}`, how, hit: gone, facts: { type: `${module}.${name}` } };
}

/** The distribution that an imported object comes from; its import name where no load tells. */
function ownerOf(object: string, { evidence }: Symptoms): string {
  const [top = object] = object.split('.');
  const loaded = evidence.observation.events.find(({ module }) => module.startsWith(`${top}.`));
  return (loaded && evidence.ownerOf(loaded.file)?.distribution) ?? top;
}

export const cythonTypeSize: Rule = {
  id: 'cython-type-size',
  where: WHERE.buildNumpy,
  name: 'Compiled against another release of the package that owns a Cython type',
  category: 'unrelated',
  severity: 'error',
  means:
    'Cython compares what it imports from another package with what it was at build time: the size of a type, the signature of a C function or variable. It differs, or is gone, so the importing module was compiled against another release of the package that owns it.',
  remedy: 'Install the two from releases that belong together, or rebuild the importing module.',
  links: ['https://github.com/cython/cython/blob/master/Cython/Utility/ImportExport.c'],
  match(symptoms) {
    if (symptoms.evidence.observation.outcome.kind !== 'raised') return undefined;
    const found = find(symptoms);
    if (!found) return undefined;
    const owner = ownerOf(found.object, symptoms);
    const version = symptoms.evidence.installed.get(owner);
    const name = nameOfBinary(symptoms.culprit);
    if (found.grew && symptoms.chain[0]?.type === 'ValueError') return strict(symptoms, found);
    return diagnosis(cythonTypeSize, symptoms, {
      tell: (scope) => ({
        title: `${name} was compiled against another release of \`${owner}\``,
        explanation: sentences(
          `${describeBinary(symptoms.culprit)}: ${found.how}.`,
          version && `Installed is ${owner} ${version}.`,
          describeHistory(symptoms.history, scope),
        ),
        fix: fixFor(symptoms, {
          own: `Rebuild against the release of \`${owner}\` that users will have, and pin both together.`,
          dependency: `Install releases of ${name} and \`${owner}\` that belong together${version ? ` (another one than ${owner} ${version})` : ''}, or rebuild ${name} from source.`,
        }),
      }),
      facts: found.facts,
      key: [owner],
      evidence: shownBy(symptoms, found.hit),
      category: owner === 'numpy' ? 'numpy-abi' : 'unrelated',
    });
  },
};

/** Cython warns of a type that grew, unless the declaration says `check_size error`. */
function strict(symptoms: Symptoms, { object, how, hit, facts }: Difference): Diagnosis {
  const name = nameOfBinary(symptoms.culprit);
  return diagnosis(cythonTypeSize, symptoms, {
    tell: (scope) => ({
      title: `${name} does not allow that \`${object}\` grows`,
      explanation: sentences(
        `${describeBinary(symptoms.culprit)}: ${how}. A type that grew at its end is harmless, and Cython only warns of it, unless the module declares it with \`check_size error\`.`,
        describeHistory(symptoms.history, scope),
      ),
      fix: fixFor(symptoms, {
        own: `Declare \`${object}\` with \`check_size ignore\` instead of \`check_size error\`, or take it by \`cimport\` from the package's own \`.pxd\` file.`,
        dependency: `Upgrade ${name}, or report it to its maintainers: \`check_size ignore\` in its declaration is enough.`,
      }),
    }),
    facts,
    key: [object, 'check_size'],
    evidence: shownBy(symptoms, hit),
    category: object.startsWith('numpy.') ? 'numpy-abi' : 'unrelated',
    hints: { symbol: 'check_size' },
  });
}
