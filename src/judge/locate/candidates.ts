import type { Diagnosed } from '../../model/finding.ts';
import type { RequirementTable } from './requirement-lines.ts';

/** One place to look. */
export type Candidate =
  | { readonly look: 'source'; readonly file: string; readonly line: number }
  /** `mention`: a line that only mentions it will do. */
  | { readonly look: 'symbol'; readonly symbol: string; readonly mention: boolean }
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
export function candidatesFor(diagnosis: Diagnosed): readonly Candidate[] {
  const ofKind = fromKind(diagnosis);
  const isMacro = (one: Candidate) => one.look === 'symbol';
  return [
    ...seenAtRunTime(diagnosis),
    ...ofKind.filter(isMacro),
    ...namedRequirement(diagnosis),
    ...ofKind.filter((one) => !isMacro(one)),
    ...lastResorts(diagnosis),
  ];
}

function seenAtRunTime({ hints: { source, symbol } }: Diagnosed): readonly Candidate[] {
  const isInit =
    symbol !== undefined && /^(?:import_(?:array|umath|ufunc)|PyInit_|PyMODINIT)/.test(symbol);
  return [
    ...(source ? [{ look: 'source', file: source.file, line: source.line } as const] : []),
    ...(isInit ? [INIT] : []),
    ...(symbol !== undefined && !isInit
      ? [{ look: 'symbol', symbol, mention: true } as const]
      : []),
  ];
}

function namedRequirement({ hints, fault }: Diagnosed): readonly Candidate[] {
  const { requirement: name, table } = hints;
  if (name === undefined) return [];
  if (table === 'build') return name === 'numpy' ? [BUILD_NUMPY] : [requirement([name], ['build'])];
  const tables = fault === 'dependency' ? ANY : (['runtime', 'optional', 'lock'] as const);
  return [requirement([name], tables), RUNTIME_LIST];
}

const ANY: readonly RequirementTable[] = ['runtime', 'optional', 'lock', 'build'];

/** A dependency's fault is put right at its requirement, whatever the kind. */
function fromKind(diagnosis: Diagnosed): readonly Candidate[] {
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
    [{ look: 'symbol', symbol: 'NPY_TARGET_VERSION', mention: false }, RUNTIME_NUMPY, RUNTIME_LIST],
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

function lastResorts({ fault }: Diagnosed): readonly Candidate[] {
  if (fault === 'environment') return [WORKFLOW, DEFINITION, BUILD_FILE];
  if (fault === 'dependency') return [BUILD_FILE, WORKFLOW];
  return [DEFINITION, INIT, BUILD_FILE, WORKFLOW];
}

function requirement(names: readonly string[], tables: readonly RequirementTable[]): Candidate {
  return { look: 'requirement', names, tables };
}
