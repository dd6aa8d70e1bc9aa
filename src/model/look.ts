/** Which list of requirements: `lock` is a requirements or lock file. */
export type RequirementTable = 'build' | 'runtime' | 'optional' | 'lock';

/** One place to look for the line to change. */
export type Look =
  | { readonly look: 'source'; readonly file: string; readonly line: number }
  /** `mention`: a line that only mentions it will do. */
  | { readonly look: 'symbol'; readonly symbol: string; readonly mention: boolean }
  | {
      readonly look: 'requirement';
      readonly names: readonly string[];
      readonly tables: readonly RequirementTable[];
    }
  | { readonly look: 'list'; readonly table: RequirementTable }
  /** A string literal in the compiled sources of the module; the first text that is there. */
  | { readonly look: 'literal'; readonly texts: readonly string[] }
  | { readonly look: 'init' | 'definition' | 'configuration' | 'build-file' | 'workflow' };

export const INIT: Look = { look: 'init' };
export const DEFINITION: Look = { look: 'definition' };
export const BUILD_FILE: Look = { look: 'build-file' };
export const WORKFLOW: Look = { look: 'workflow' };
export const BUILD_NUMPY = requirement(['numpy', 'oldest-supported-numpy'], ['build']);
const RUNTIME_NUMPY = requirement(['numpy'], ['runtime', 'lock']);
export const RUNTIME_LIST: Look = { look: 'list', table: 'runtime' };
const BUILD_LIST: Look = { look: 'list', table: 'build' };

/** Where kinds of failure are put right, best first; each kind names one of them. */
export const WHERE = {
  builtForNumpy1: [BUILD_NUMPY, RUNTIME_NUMPY, DEFINITION, INIT],
  readsNumpy1Layout: [
    requirement(['pybind11', 'numpy'], ['build']),
    DEFINITION,
    INIT,
    RUNTIME_NUMPY,
  ],
  target: [
    { look: 'symbol', symbol: 'NPY_TARGET_VERSION', mention: false },
    RUNTIME_NUMPY,
    RUNTIME_LIST,
  ],
  importArray: [INIT, DEFINITION],
  runtimeNumpy: [RUNTIME_NUMPY, RUNTIME_LIST],
  bothNumpys: [BUILD_NUMPY, RUNTIME_NUMPY],
  buildNumpy: [BUILD_NUMPY, DEFINITION, INIT],
  missingHeaders: [BUILD_NUMPY, BUILD_LIST, DEFINITION, INIT],
  runtimeList: [RUNTIME_LIST],
  configuration: [{ look: 'configuration' }, WORKFLOW],
  definition: [DEFINITION, INIT],
  environment: [RUNTIME_NUMPY, WORKFLOW],
  nowhere: [],
} as const satisfies Readonly<Record<string, readonly Look[]>>;

/** A line that requires one of the packages, in one of the tables. */
export function requirement(names: readonly string[], tables: readonly RequirementTable[]): Look {
  return { look: 'requirement', names, tables };
}
