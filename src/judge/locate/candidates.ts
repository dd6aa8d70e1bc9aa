import type { Diagnosed } from '../../model/finding.ts';
import {
  BUILD_FILE,
  BUILD_NUMPY,
  DEFINITION,
  INIT,
  type Look,
  type RequirementTable,
  RUNTIME_LIST,
  requirement,
  WHERE,
  WORKFLOW,
} from '../../model/look.ts';
import { allKinds } from '../diagnose/docs.ts';

const OF_KIND: ReadonlyMap<string, readonly Look[]> = new Map(
  allKinds().map(({ id, where }) => [id, where]),
);

/** Where to look for the line to change, best first. */
export function candidatesFor(diagnosis: Diagnosed): readonly Look[] {
  const ofKind = fromKind(diagnosis);
  const isMacro = (one: Look) => one.look === 'symbol';
  return [
    ...seenAtRunTime(diagnosis),
    ...ofKind.filter(isMacro),
    ...namedRequirement(diagnosis),
    ...ofKind.filter((one) => !isMacro(one)),
    ...lastResorts(diagnosis),
  ];
}

function seenAtRunTime({
  hints: { source, symbol, literals, definition },
}: Diagnosed): readonly Look[] {
  const isInit =
    symbol !== undefined && /^(?:import_(?:array|umath|ufunc)|PyInit_|PyMODINIT)/.test(symbol);
  return [
    ...(literals ? [{ look: 'literal', texts: literals } as const] : []),
    ...(source ? [{ look: 'source', file: source.file, line: source.line } as const] : []),
    ...(definition ? [DEFINITION] : []),
    ...(isInit ? [INIT] : []),
    ...(symbol !== undefined && !isInit
      ? [{ look: 'symbol', symbol, mention: true } as const]
      : []),
  ];
}

function namedRequirement({ hints, fault }: Diagnosed): readonly Look[] {
  const { requirement: name, table } = hints;
  if (name === undefined) return [];
  if (table === 'build') return name === 'numpy' ? [BUILD_NUMPY] : [requirement([name], ['build'])];
  const tables = fault === 'dependency' ? ANY : (['runtime', 'optional', 'lock'] as const);
  return [requirement([name], tables), RUNTIME_LIST];
}

const ANY: readonly RequirementTable[] = ['runtime', 'optional', 'lock', 'build'];

/** A dependency's fault is put right at its requirement, whatever the kind. */
function fromKind(diagnosis: Diagnosed): readonly Look[] {
  const { fault, culprit } = diagnosis;
  if (fault === 'dependency') {
    const names = culprit.distribution === null ? [] : [culprit.distribution];
    return [requirement(names, ANY), RUNTIME_LIST];
  }
  const kind = diagnosis.inner ?? diagnosis.kind;
  const [family = ''] = kind.split('.');
  return OF_KIND.get(kind) ?? OF_KIND.get(family) ?? [];
}

function lastResorts({ fault, kind }: Diagnosed): readonly Look[] {
  // A setting that stands in no file has no line: that of an extension would be a wrong one.
  if (OF_KIND.get(kind) === WHERE.configuration) return [];
  if (fault === 'environment') return [WORKFLOW, DEFINITION, BUILD_FILE];
  if (fault === 'dependency') return [BUILD_FILE, WORKFLOW];
  return [DEFINITION, INIT, BUILD_FILE, WORKFLOW];
}
