import { WHERE } from '../../../model/look.ts';
import type { Diagnosis } from '../diagnosis.ts';
import { EVERY_PYTHON, forEmbedded } from '../python-c-names.ts';
import {
  describeCulprit,
  diagnosis,
  fixFor,
  nameOf,
  type Rule,
  sentences,
  shownBy,
} from '../rule.ts';
import { type Hit, type Symptoms, search } from '../symptoms.ts';

import { mismatch } from './python-mismatch.ts';

const ABI_DOC = 'https://docs.python.org/3/c-api/stable.html';

export const pyUndefinedSymbol: Rule = {
  id: 'py-undefined-symbol',
  where: WHERE.definition,
  name: 'Needs a function that this Python does not export',
  category: 'python-abi',
  severity: 'error',
  means:
    'The module uses a function of Python’s C-API that this Python does not have: it was built for another Python (its file has no version tag, or claims abi3 wrongly), needs a newer Python than it says, or is a Python 2 module (`Py_InitModule…`).',
  remedy:
    'Build for this Python; for abi3, set `Py_LIMITED_API` to the oldest Python that is supported.',
  links: [ABI_DOC, 'https://github.com/pypa/abi3audit'],
  match(symptoms) {
    // glibc elf/dl-lookup.c; musl ldso/dynlink.c; dyld; FreeBSD and NetBSD.
    const hit =
      search(symptoms, /undefined symbol: (_?Py[A-Z_]\w*)/) ??
      search(symptoms, /Undefined (?:PLT )?symbol "(_?Py[A-Z_]\w*)/) ??
      search(symptoms, /[Ss]ymbol not found(?: in flat namespace)?:? \(?'?_(_?Py[A-Z_]\w*)/) ??
      search(symptoms, /Error relocating \S+ (_?Py[A-Z_]\w*): symbol not found/) ??
      search(symptoms, /cannot locate symbol "(_?Py[A-Z_]\w*)"/);
    if (!hit) return undefined;
    const symbol = hit.match[1] ?? '';
    const pypy = symptoms.texts.some((text) => /pypy/i.test(text));
    if (EVERY_PYTHON.test(symbol) && !pypy) return unseen(symptoms, hit, symbol);
    const old = symbol.startsWith('Py_InitModule');
    return mismatch(
      pyUndefinedSymbol,
      symptoms,
      hit,
      { facts: { symbol }, key: [old] },
      old
        ? `${nameOf(symptoms.culprit)} was built for Python 2`
        : `${nameOf(symptoms.culprit)} was built for another Python`,
      `${describeCulprit(symptoms.culprit)} needs \`${symbol}\` of Python’s C-API, which ${symptoms.python ? `Python ${symptoms.python}` : 'this Python'} does not export.`,
    );
  },
};

/** It is there, in a library that was loaded for one program alone. */
function unseen(symptoms: Symptoms, hit: Hit, symbol: string): Diagnosis {
  return diagnosis(pyUndefinedSymbol, symptoms, {
    tell: () => ({
      title: `${nameOf(symptoms.culprit)} does not see the names of Python’s library`,
      explanation: `${describeCulprit(symptoms.culprit)} needs \`${symbol}\`, which every Python has: the program that embeds Python loaded \`libpython\` for itself alone, or the module is loaded by something else than Python.`,
      fix: forEmbedded,
    }),
    facts: { symbol },
    key: ['embedded'],
    evidence: shownBy(symptoms, hit),
  });
}

export const pyNoInit: Rule = {
  id: 'py-no-init',
  where: WHERE.definition,
  name: 'The file does not define the module it is named after',
  category: 'python-abi',
  severity: 'error',
  means:
    'The extension lacks `PyInit_<name>`: the file was renamed, the module’s name in the build differs from the one in the source, or it is a Python 2 module (`init<name>`).',
  remedy: 'Make the extension’s name in the build and the `PyInit_` function agree.',
  links: [
    'https://docs.python.org/3/extending/building.html',
    'https://github.com/python/cpython/blob/main/Python/importdl.c',
  ],
  match(symptoms) {
    const hit = search(
      symptoms,
      /dynamic module does not define (?:module export function|init function) \((\w+)\)/,
    );
    if (!hit) return undefined;
    const wanted = hit.match[1] ?? '';
    const exported = symptoms.facts?.initNames ?? [];
    return diagnosis(pyNoInit, symptoms, {
      tell: () => ({
        title: `${nameOf(symptoms.culprit)}: the file does not define \`${wanted}\``,
        explanation: sentences(
          `${describeCulprit(symptoms.culprit)} has no function \`${wanted}\`, which Python calls to make the module.`,
          exported.length > 0 &&
            `It defines ${exported.map((one) => `\`PyInit_${one}\``).join(', ')}.`,
          symptoms.facts?.python2Init && 'It is a Python 2 module.',
        ),
        fix: fixFor(symptoms, {
          own: isRust(symptoms)
            ? `Give the function below \`#[pymodule]\` the name \`${wanted.replace('PyInit_', '')}\` (or write \`#[pyo3(name = "…")]\` there), or end \`module-name\` in \`[tool.maturin]\` (\`target\` for setuptools-rust) as the source calls it.`
            : `Give the extension in the build the same name as in its source (\`PYBIND11_MODULE(name, …)\`, \`${wanted}\`), and do not rename the file afterwards.`,
          dependency: `Reinstall ${nameOf(symptoms.culprit)}; if that does not help, report it to its maintainers.`,
        }),
      }),
      facts: { wanted, exported: [...exported] },
      key: [wanted],
      evidence: shownBy(symptoms, hit),
      hints: { symbol: wanted },
    });
  },
};

function isRust({ facts }: Symptoms): boolean {
  return facts?.generators.some(({ name }) => name === 'pyo3') ?? false;
}
