import { WHERE } from '../../../model/look.ts';
import { pythonPart } from '../../../packaging/python-parts.ts';
import { NOBODY } from '../culprit.ts';
import { leaveOut } from '../leave-out.ts';
import { describeCulprit, diagnosis, type Rule, sentences, shownBy } from '../rule.ts';
import { type Hit, type Symptoms, search } from '../symptoms.ts';
import { vanishedModule } from '../vanished-module.ts';
import { whereToGet } from '../where-to-get.ts';

const NOT_FOUND = /^(?:ModuleNotFoundError|ImportError): No module named '?([\w.]+)'?/m;
// Since Python 3.15, Lib/traceback.py; the second text is the distribution's own.
const STANDARD = /^ModuleNotFoundError: Standard library module '([\w.]+)' was not found/m;
const SPLIT =
  /^ModuleNotFoundError: Please install the ([\w.+-]+) package for ([\w.]+) support\.?/im;

export const pyPartMissing: Rule = {
  id: 'py-part-missing',
  where: WHERE.configuration,
  name: 'A part of Python itself is missing',
  category: 'environment',
  severity: 'error',
  means:
    'Something imports a module of Python’s standard library that this Python was built or installed without (`_ctypes`, `_bz2`, `_lzma`, `_sqlite3`, `_tkinter`), or that only another system’s Python has (`fcntl`, `winreg`). No package that pip installs brings it.',
  remedy:
    'Install the library’s headers and build that Python anew, install the package into which the system took that part out (`python3-tk`), or take another Python.',
  links: [
    'https://devguide.python.org/getting-started/setup-building/#install-dependencies',
    'https://docs.python.org/3/using/configure.html',
  ],
  match(symptoms) {
    const found = partOf(symptoms);
    if (found === undefined) return undefined;
    const { missing, hit, package: named } = found;
    const part = pythonPart(missing);
    const { culprit, python } = symptoms;
    const asker = found.asked ? culprit.distribution !== null : false;
    return diagnosis(pyPartMissing, symptoms, {
      tell: () => ({
        title: `This Python lacks \`${missing}\`, a part of its own standard library`,
        explanation: sentences(
          asker && `${describeCulprit(culprit)} imports it.`,
          part?.system
            ? undefined
            : `Not every Python has it: ${python === null ? 'this one' : `this Python ${python}`} was built or installed without.`,
          'No package that pip installs brings it, and NumPy is not the cause.',
        ),
        fix: sentences(
          named ? `Install the system’s package \`${named}\`.` : whereToGet(part),
          part?.system &&
            'Whoever imports it is not for this system: report it to its maintainers.',
          leaveOut(symptoms).trim(),
        ),
      }),
      facts: { missing, asker: asker ? culprit.distribution : null },
      key: [missing],
      evidence: shownBy(symptoms, hit),
      culprit: { ...NOBODY, module: missing },
      fault: 'environment',
    });
  },
};

const SPLIT_INSIDE = /^distutils\.(?!_?msvc)/;

interface Found {
  readonly missing: string;
  readonly hit: Hit;
  /** The system's package that the text itself names. */
  readonly package?: string;
  /** Whether the exception's own words leave it to the culprit who asked. */
  readonly asked: boolean;
}

function partOf(symptoms: Symptoms): Found | undefined {
  const split = search(symptoms, SPLIT);
  if (split) {
    const [, named = '', missing = ''] = split.match;
    return { missing, hit: split, package: named, asked: false };
  }
  const standard = search(symptoms, STANDARD);
  if (standard) return { missing: standard.match[1] ?? '', hit: standard, asked: false };
  const hit = search(symptoms, NOT_FOUND);
  const [whole = ''] = hit?.match.slice(1) ?? [];
  const [missing = ''] = whole.split('.');
  if (!hit || pythonPart(missing) === undefined || vanishedModule(missing, symptoms))
    return undefined;
  // What a dotted name lies in was found. Debian takes parts of `distutils` out, and setuptools others.
  if (whole !== missing && !SPLIT_INSIDE.test(whole)) return undefined;
  return { missing, hit, asked: true };
}
