import type { BinaryFacts } from '../../../model/compiled-module.ts';
import { asksNumpy1, erasOf } from '../../../model/eras.ts';
import type { Culprit } from '../../../model/finding.ts';
import { WHERE } from '../../../model/look.ts';
import { crashedFile, crashFrame } from '../crash-frame.ts';
import { blamedFrame, culpritOfFile, faultOf, NOBODY } from '../culprit.ts';
import type { Diagnosis } from '../diagnosis.ts';
import type { Evidence } from '../evidence.ts';
import { failedLoads } from '../failure-events.ts';
import { foreignHeaders, TAKE_THE_BUILDS_HEADERS, tellForeignHeaders } from '../foreign-headers.ts';
import { loadedLibrary } from '../loaded-library.ts';
import { ofTarget } from '../of-target.ts';
import {
  describeCulprit,
  diagnosis,
  fixFor,
  nameOf,
  type Rule,
  runningNumpy,
  sentences,
} from '../rule.ts';
import type { Symptoms } from '../symptoms.ts';
import { ofEmptyTable, ofUncalledTable } from './empty-table.ts';
import { initialiseNumpy } from './initialise-numpy.ts';

/** Files other than the target that asked NumPy 2 for NumPy 1's API and did not fail. */
function lazyUser(symptoms: Symptoms): Symptoms | undefined {
  const { evidence } = symptoms;
  const failed = new Set(failedLoads(evidence.observation.events).map((one) => one.file));
  const access = evidence.observation.oldApi.find(
    (one) => one.file === null || !failed.has(one.file),
  );
  if (!access) return undefined;
  const frame = blamedFrame(evidence, access.frames);
  const file = access.file ?? frame?.file ?? loadedLazyFile(evidence);
  // Even when nobody can be named, the access itself is proof.
  const culprit = file ? culpritOfFile(evidence, file, access.module) : NOBODY;
  return {
    ...symptoms,
    culprit,
    culpritPath: file ?? null,
    facts: file ? evidence.factsOf(file) : null,
    fault: faultOf(evidence, culprit),
  };
}

function libraryForNumpy1(seen: Symptoms): Symptoms | undefined {
  const library = loadedLibrary(seen);
  return asksNumpy1(library?.facts) ? library : undefined;
}

/** A loaded extension whose bytes say that it may ask lazily. */
function loadedLazyFile(evidence: Evidence): string | undefined {
  const isLazy = (file: string) => erasOf(evidence.factsOf(file)).includes('lazy-1.x');
  return evidence.observation.events.find((one) => one.event === 'end' && isLazy(one.file))?.file;
}

export const latentNp1: Rule = {
  id: 'latent-np1',
  where: WHERE.readsNumpy1Layout,
  name: 'Imports, but may crash or return wrong numbers on NumPy 2',
  category: 'latent',
  severity: 'warning',
  means:
    'The file reads NumPy 1’s memory layout without a version check: pybind11 before 2.12, rust-numpy before 0.22, or C code that fetches `_ARRAY_API` itself. It imports under NumPy 2; a call may crash or return wrong numbers. Found by the bytes of the file, or by a recorder on NumPy’s old access points.',
  remedy:
    'Rebuild with pybind11 ≥ 2.12 or rust-numpy ≥ 0.22 and NumPy ≥ 2.0; exercise the module with smoke code and `compare`.',
  links: [
    'https://pybind11.readthedocs.io/en/stable/changelog.html',
    'https://github.com/PyO3/rust-numpy/blob/main/CHANGELOG.md',
    'https://numpy.org/doc/stable/numpy_2_0_migration_guide.html',
  ],
  match(seen) {
    if (seen.numpyMajor !== 2) return undefined;
    const target = ofTarget(seen);
    const symptoms = asksNumpy1(target.evidence.module?.facts)
      ? target
      : (lazyUser(seen) ?? libraryForNumpy1(seen));
    if (!symptoms) return undefined;
    if (isRefused(symptoms)) return refusedAll(symptoms);
    const generator = symptoms.facts?.generators.find(
      (one) => one.name === 'pybind11' || one.name === 'pyo3',
    );
    const how =
      generator?.name === 'pyo3'
        ? 'rust-numpy before 0.22'
        : generator?.name === 'pybind11'
          ? 'pybind11 before 2.12'
          : 'code without a version check (pybind11 before 2.12, rust-numpy before 0.22, or C that fetches `_ARRAY_API` itself)';
    return diagnosis(latentNp1, symptoms, {
      tell: (scope) => ({
        title: `${nameOf(symptoms.culprit)} imports, but may crash or return wrong numbers on NumPy 2`,
        explanation: sentences(
          `${describeCulprit(symptoms.culprit)} imports under ${runningNumpy(symptoms, scope)}, but reads arrays with NumPy 1’s memory layout, through ${how}.`,
          'An import does not show what a call does.',
        ),
        fix: fixFor(symptoms, {
          own: `Build with ${newerThan(generator?.name)}; call it in \`smoke\` code with \`compare\` to see. Until then declare \`numpy<2\`.`,
          dependency: `Upgrade ${nameOf(symptoms.culprit)} to a release for NumPy 2, or require \`numpy<2\`; call it in \`smoke\` code with \`compare\` to see whether its numbers are right.`,
        }),
      }),
      facts: { generator: generator?.name ?? null },
      evidence: accesses(seen),
      hints:
        symptoms.fault === 'dependency' && symptoms.culprit.distribution
          ? { requirement: symptoms.culprit.distribution, table: 'runtime' }
          : { requirement: generator?.name === 'pybind11' ? 'pybind11' : 'numpy', table: 'build' },
    });
  },
};

/** The release of the library in between that knows NumPy 2; it compiles against none of NumPy's headers. */
function newerThan(generator: string | undefined): string {
  if (generator === 'pyo3') return 'rust-numpy ≥ 0.22 (`numpy = "0.22"` or newer in Cargo.toml)';
  if (generator === 'pybind11') {
    return 'pybind11 ≥ 2.12 (in `[build-system] requires`, or as the copy, submodule or download that the build takes)';
  }
  return 'pybind11 ≥ 2.12 or rust-numpy ≥ 0.22, own C code with `numpy>=2.0` in `[build-system] requires`';
}

/** `import_array()` of NumPy 1.x headers fails on NumPy 2, whatever came of it. */
function isRefused({ facts }: Symptoms): boolean {
  return erasOf(facts).includes('1.x');
}

/** Built for NumPy 1, refused by NumPy 2, and imported all the same. */
function refusedAll(symptoms: Symptoms): Diagnosis {
  const name = nameOf(symptoms.culprit);
  const foreign = foreignHeaders(symptoms);
  return diagnosis(latentNp1, symptoms, {
    tell: (scope) => ({
      title: `${name} is imported on NumPy 2, and cannot use its C-API`,
      explanation: sentences(
        `${describeCulprit(symptoms.culprit)} is built with headers of NumPy 1.x, whose \`import_array()\` fails on NumPy 2.`,
        foreign && tellForeignHeaders(foreign),
        `It is imported under ${runningNumpy(symptoms, scope)} all the same: it clears that error, or calls \`import_array()\` only later.`,
        'What needs NumPy’s C-API then raises or crashes when it is called.',
      ),
      fix: fixFor(symptoms, {
        own: `${foreign ? TAKE_THE_BUILDS_HEADERS : 'Build with `numpy>=2.0` in `[build-system] requires`.'} Let the init function fail where \`import_array()\` fails; call the module in \`smoke\` code to see. Until then declare \`numpy<2\`.`,
        dependency: `Upgrade ${name} to a release for NumPy 2, or require \`numpy<2\`; call it in \`smoke\` code to see what works.`,
      }),
    }),
    facts: { generator: null },
    key: ['refused', foreign !== null],
    evidence: accesses(symptoms),
    hints:
      symptoms.fault === 'dependency' && symptoms.culprit.distribution
        ? { requirement: symptoms.culprit.distribution, table: 'runtime' }
        : foreign
          ? { definition: true }
          : { requirement: 'numpy', table: 'build' },
  });
}

function accesses({ evidence }: Symptoms): readonly string[] {
  return evidence.observation.oldApi
    .slice(0, 3)
    .map((one) => `${one.module ?? one.file ?? 'a call'} asked for numpy 1's ${one.attribute}`);
}

export const importArrayMissing: Rule = {
  id: 'import-array-missing',
  where: WHERE.importArray,
  name: 'Uses NumPy’s C-API without initialising it',
  category: 'numpy-abi',
  severity: 'warning',
  means:
    'The module calls functions of NumPy’s C-API and never calls `import_array()` (for ufuncs `import_umath()`), or calls it where its init function does not come by, or in another file that shares no table with it (`PY_ARRAY_UNIQUE_SYMBOL`): the import works as a rule, and the first call reads through a null pointer.',
  remedy:
    'Call `import_array()` in the module’s init function (`numpy.import_array()` in Cython) before any NumPy function.',
  links: ['https://numpy.org/doc/stable/reference/c-api/array.html#c.import_array'],
  match(seen) {
    const { outcome, phase } = seen.evidence.observation;
    const crashed = outcome.kind === 'signalled' && phase !== 'exit';
    if (outcome.kind !== 'imported' && !crashed) return undefined;
    if (!crashed && seen.evidence.module && !lacksIt(seen.evidence)) {
      return ofUncalledTable(importArrayMissing, seen);
    }
    const symptoms = crashed ? suspect(seen) : ofTarget(seen);
    if (!symptoms || !lacksImportArray(symptoms.evidence, symptoms.culprit, symptoms.facts)) {
      return ofEmptyTable(importArrayMissing, seen);
    }
    const signal = outcome.kind === 'signalled' ? outcome.signal : '';
    const name = nameOf(symptoms.culprit);
    const called = seen.evidence.uninitialised?.(symptoms.culprit.module ?? '') ?? null;
    const frame = crashFrame(seen.evidence.observation);
    const source =
      frame?.file && frame.line !== null ? { file: frame.file, line: frame.line } : null;
    return diagnosis(importArrayMissing, symptoms, {
      tell: (scope) => ({
        title: crashed
          ? `${name} crashes (${signal}): it never calls import_array()`
          : `${name} uses NumPy’s C-API and never calls import_array()`,
        explanation: sentences(
          called
            ? `The sources of ${describeCulprit(symptoms.culprit)} ${called.endsWith('_Type') ? 'use' : 'call'} \`${called}\`, and nothing in them initialises NumPy’s C-API.`
            : `${describeCulprit(symptoms.culprit)} uses NumPy’s C-API, and the file holds nothing that initialises it.`,
          crashed
            ? `The import works; the first call of a function of NumPy’s reads through a null pointer. It crashed (${signal}) under ${runningNumpy(symptoms, scope)}.`
            : 'The import works; the first call of a NumPy function will crash.',
          source && `The native stack shows ${source.file}:${source.line}.`,
        ),
        fix: fixFor(symptoms, {
          own: initialiseNumpy(symptoms.facts),
          dependency: `Report it to the maintainers of ${name}: its init function lacks \`import_array()\`.`,
        }),
      }),
      facts: { function: called, ...(crashed && { signal }) },
      key: [signal],
      evidence: symptoms.stderr
        .split('\n')
        .filter((line) => /^(?:Fatal Python error|Windows fatal exception)/.test(line)),
      severity: crashed ? 'error' : 'warning',
      hints: { ...(source && { source }), symbol: 'import_array' },
    });
  },
};

/** What is asked first of the module under test: there are tens of thousands, and most have it. */
function lacksIt(evidence: Evidence): boolean {
  const { module } = evidence;
  return module !== null && lacksImportArray(evidence, { module: module.name }, module.facts);
}

/** By the file's symbol table, else by the sources, as long as the file's bytes do not object. */
function lacksImportArray(
  evidence: Evidence,
  culprit: Pick<Culprit, 'module'>,
  facts: BinaryFacts | null,
): boolean {
  if (facts?.importsArrayApi) return true;
  if (culprit.module === null || !evidence.uninitialised?.(culprit.module)) return false;
  // What asks only later does so for pybind11 or the like, not for a table of NumPy's.
  return !erasOf(facts).some((era) => era === '1.x' || era === '2.x');
}

/** The module under test, or in smoke code the one that crashed, or any whose bytes show it. */
function suspect(symptoms: Symptoms): Symptoms | undefined {
  const { evidence } = symptoms;
  if (evidence.module) return ofTarget(symptoms);
  const crashed = crashedFile(evidence);
  const loaded = evidence.observation.events.toReversed();
  const files = loaded.flatMap(({ event, file }) => (event === 'end' ? [file] : []));
  for (const file of crashed === null ? files : [crashed]) {
    const facts = evidence.factsOf(file);
    const module = loaded.find((event) => event.file === file)?.module ?? null;
    const culprit = culpritOfFile(evidence, file, module);
    if (!lacksImportArray(evidence, culprit, facts)) continue;
    const fault = faultOf(evidence, culprit);
    return { ...symptoms, culprit, culpritPath: file, facts, fault };
  }
  return undefined;
}
