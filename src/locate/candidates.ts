import type { Diagnosis } from '../model/finding.ts';
import type { RequirementTable } from './requirement-lines.ts';

/** One place to look. */
export type Candidate =
  | { readonly look: 'source'; readonly file: string; readonly line: number }
  | { readonly look: 'symbol'; readonly symbol: string }
  | {
      readonly look: 'requirement';
      readonly names: readonly string[];
      readonly tables: readonly RequirementTable[];
    }
  | { readonly look: 'list'; readonly table: RequirementTable }
  | { readonly look: 'init' | 'definition' | 'configuration' | 'build-file' | 'workflow' };

const INIT: Candidate = { look: 'init' };
const DEFINITION: Candidate = { look: 'definition' };
const BUILD_FILE: Candidate = { look: 'build-file' };
const WORKFLOW: Candidate = { look: 'workflow' };
const BUILD_NUMPY = requirement(['numpy', 'oldest-supported-numpy'], ['build']);
const RUNTIME_NUMPY = requirement(['numpy'], ['runtime', 'lock']);
const RUNTIME_LIST: Candidate = { look: 'list', table: 'runtime' };

/** Where to look for the line to change, best first. */
export function candidatesFor(diagnosis: Diagnosis): readonly Candidate[] {
  return [...fromHints(diagnosis), ...fromKind(diagnosis), ...lastResorts(diagnosis)];
}

function fromHints({ hints, fault }: Diagnosis): readonly Candidate[] {
  const { source, symbol, requirement: name, table } = hints;
  const isInit =
    symbol !== undefined && /^(?:import_(?:array|umath|ufunc)|PyInit_|PyMODINIT)/.test(symbol);
  const names = name === undefined ? [] : [name];
  const all: readonly RequirementTable[] =
    table === 'build' ? ['build'] : fault === 'dependency' ? ANY : ['runtime', 'optional', 'lock'];
  return [
    ...(source ? [{ look: 'source', file: source.file, line: source.line } as const] : []),
    ...(isInit ? [INIT] : symbol === undefined ? [] : [{ look: 'symbol', symbol } as const]),
    ...(name === 'numpy' && table === 'build' ? [BUILD_NUMPY] : []),
    ...(names.length > 0 ? [requirement(names, all)] : []),
    ...(names.length > 0 && table !== 'build' ? [RUNTIME_LIST] : []),
  ];
}

const ANY: readonly RequirementTable[] = ['runtime', 'optional', 'lock', 'build'];

/** A dependency's fault is put right at its requirement, whatever the kind. */
function fromKind(diagnosis: Diagnosis): readonly Candidate[] {
  const { fault, culprit } = diagnosis;
  if (fault === 'dependency') {
    const names = culprit.distribution === null ? [] : [culprit.distribution];
    return [requirement(names, ANY), RUNTIME_LIST];
  }
  const kind = diagnosis.inner ?? diagnosis.kind;
  for (const [pattern, candidates] of BY_KIND) if (pattern.test(kind)) return candidates;
  return [];
}

/** The first pattern that matches decides; kinds are those of `docs/failures/`. */
const BY_KIND: readonly (readonly [RegExp, readonly Candidate[]])[] = [
  [/^(?:np1-on-np2|np-abi-mismatch)/, [BUILD_NUMPY, RUNTIME_NUMPY, DEFINITION, INIT]],
  [
    /^latent-np1|^silent-corruption/,
    [requirement(['pybind11', 'numpy'], ['build']), DEFINITION, INIT, RUNTIME_NUMPY],
  ],
  [
    /^(?:np-api-too-new|build-np-target)/,
    [{ look: 'symbol', symbol: 'NPY_TARGET_VERSION' }, RUNTIME_NUMPY, RUNTIME_LIST],
  ],
  [/^(?:import-array-missing|np-import-array)/, [INIT, DEFINITION]],
  [/^numpy-missing/, [RUNTIME_NUMPY, RUNTIME_LIST]],
  [
    /^(?:range-|floor-too-low|np2-not-capped|cap-needless|np-removed|np-declared|np-new)/,
    [RUNTIME_NUMPY, RUNTIME_LIST],
  ],
  [/^mixed-build/, [BUILD_NUMPY, RUNTIME_NUMPY]],
  [/^(?:cython-|build-np)/, [BUILD_NUMPY, DEFINITION, INIT]],
  [/^(?:module-not-found|missing-dependency)/, [RUNTIME_LIST]],
  [/^known-failure/, [{ look: 'configuration' }, WORKFLOW]],
  [
    /^(?:ld-|py-wrong-tag|py-no-init|py-undefined|py-mismatch|no-compiled|build-)/,
    [DEFINITION, INIT],
  ],
  [/^(?:crash|timeout|exit|py-init|init-failed|flaky|import)/, [INIT, DEFINITION]],
  [/^(?:wrong-numpy|numpy-)/, [RUNTIME_NUMPY, WORKFLOW]],
];

function lastResorts({ fault }: Diagnosis): readonly Candidate[] {
  if (fault === 'environment') return [WORKFLOW, DEFINITION, BUILD_FILE];
  if (fault === 'dependency') return [BUILD_FILE, WORKFLOW];
  return [DEFINITION, INIT, BUILD_FILE, WORKFLOW];
}

function requirement(names: readonly string[], tables: readonly RequirementTable[]): Candidate {
  return { look: 'requirement', names, tables };
}
