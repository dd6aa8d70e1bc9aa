import { WHERE } from '../../../model/look.ts';
import { GONE_IN_NUMPY_2, NEW_IN_NUMPY_2, NUMPY_C_NAME } from '../numpy-header-names.ts';
import {
  describeBinary,
  diagnosis,
  fixFor,
  nameOf,
  type Rule,
  sentences,
  shownBy,
} from '../rule.ts';
import { search } from '../symptoms.ts';

const GONE = new RegExp(`^(?:${GONE_IN_NUMPY_2})$`);
const NEW = new RegExp(`^(?:${NEW_IN_NUMPY_2})$`);

export const npUndefinedName: Rule = {
  id: 'np-undefined-name',
  where: WHERE.buildNumpy,
  name: 'Calls a name of NumPy’s C-API that the headers at build time did not have',
  category: 'numpy-abi',
  severity: 'error',
  means:
    'What NumPy’s C-API calls functions are macros of its headers, and no library defines them. Where the headers at build time lack one (too old: `PyDataType_ELSIZE` came with 2.0; too new: `PyArray_FromDims` went with 2.0; or not included), C takes it for a function of some library, and the import fails with an undefined symbol.',
  remedy:
    'Build with a NumPy whose headers have it, include what defines it, and let the compiler refuse it: `-Werror=implicit-function-declaration`.',
  links: [
    'https://numpy.org/doc/stable/numpy_2_0_migration_guide.html#c-api-changes',
    'https://numpy.org/doc/stable/reference/c-api/index.html',
  ],
  match(symptoms) {
    // glibc elf/dl-lookup.c; musl ldso/dynlink.c; dyld; FreeBSD and NetBSD.
    const hit =
      search(symptoms, new RegExp(`undefined symbol: (${NUMPY_C_NAME})`)) ??
      search(symptoms, new RegExp(`Undefined (?:PLT )?symbol "(${NUMPY_C_NAME})`)) ??
      search(
        symptoms,
        new RegExp(`[Ss]ymbol not found(?: in flat namespace)?:? \\(?'?_?(${NUMPY_C_NAME})`),
      ) ??
      search(symptoms, new RegExp(`Error relocating \\S+ (${NUMPY_C_NAME}): symbol not found`));
    if (!hit) return undefined;
    const symbol = hit.match[1] ?? '';
    const way = NEW.test(symbol) ? 'new' : GONE.test(symbol) ? 'gone' : 'unknown';
    const built = symptoms.evidence.combination?.buildNumpy;
    const name = nameOf(symptoms.culprit);
    return diagnosis(npUndefinedName, symptoms, {
      tell: () => ({
        title: `${name} calls \`${symbol}\`, which the NumPy headers that it was built with do not have`,
        explanation: sentences(
          `${describeBinary(symptoms.culprit)} needs \`${symbol}\` of NumPy’s C-API${built ? ` and was built with NumPy ${built}` : ''}. That is a macro of NumPy’s headers, which no library defines: where the headers lack it, C takes it for a function, and only the import fails.`,
          way === 'new' && 'It came with NumPy 2.0.',
          way === 'gone' && 'It went with NumPy 2.0.',
          'Neither Python nor the NumPy at run time is the cause.',
        ),
        fix: fixFor(symptoms, {
          own: `${OWN[way](symbol)} Let the compiler find such calls: \`-Werror=implicit-function-declaration\`.`,
          dependency: `Upgrade ${name}, or report it to its maintainers: it was built with the wrong NumPy headers.`,
        }),
      }),
      facts: { symbol, headers: way },
      key: [symbol],
      evidence: shownBy(symptoms, hit),
      hints: { symbol, requirement: 'numpy', table: 'build' },
    });
  },
};

const OWN: Readonly<Record<'new' | 'gone' | 'unknown', (symbol: string) => string>> = {
  new: (symbol) =>
    `Build with \`numpy>=2.0\` (\`[build-system] requires\`), whose headers have \`${symbol}\`; the result runs on NumPy 1.x, too. To build with 1.x as well, carry a copy of NumPy 2’s \`npy_2_compat.h\`.`,
  gone: (symbol) =>
    `Replace \`${symbol}\` by its successor in NumPy’s migration guide; until then build with \`numpy<2\`.`,
  unknown: (symbol) =>
    `Include the header of NumPy that defines \`${symbol}\` (\`numpy/arrayobject.h\`, \`numpy/ufuncobject.h\`) where it is called, and build with a NumPy that has it.`,
};
