import type { Culprit, Diagnosed } from '../../model/finding.ts';
import { ofEach } from '../../model/of-each.ts';
import { compareSeverity } from '../../model/severity.ts';

interface Item {
  readonly diagnosis: Pick<Diagnosed, 'kind' | 'severity' | 'culprit'>;
  readonly combination: { readonly id: string };
}

/** Equal diagnoses, as far as one may tell better what another says, and where they were made. */
interface Told {
  readonly diagnosis: Item['diagnosis'];
  readonly combinations: Set<string>;
}

/**
 * Says of an item whether another one tells it better: a warning about a file whose failure is an
 * error of its own adds nothing.
 */
export function toldBetter(items: readonly Item[]): (item: Item) => boolean {
  const [byFile, byModule] = [new Map<string, Told[]>(), new Map<string, Told[]>()];
  const all = new Map<string, Told>();
  const toldOf = (diagnosis: Item['diagnosis']): Told => {
    const { kind, severity, culprit } = diagnosis;
    const key = JSON.stringify([kind, severity, culprit.file, culprit.module]);
    const known = all.get(key);
    if (known) return known;
    const told = { diagnosis, combinations: new Set<string>() };
    all.set(key, told);
    add(byFile, culprit.file, told);
    add(byModule, culprit.module, told);
    return told;
  };
  // Modules that one process took down share a diagnosis.
  const once = ofEach(toldOf);
  for (const { diagnosis, combination } of items) once(diagnosis).combinations.add(combination.id);
  return ({ diagnosis: { kind, severity, culprit }, combination }) => {
    if (severity === 'error') return false;
    const others = [
      ...(byFile.get(culprit.file ?? '') ?? []),
      ...(byModule.get(culprit.module ?? '') ?? []),
    ];
    return others.some(({ diagnosis: other, combinations }) => {
      if (compareSeverity(other.severity, severity) >= 0) return false;
      if (!sameCulprit(culprit, other.culprit)) return false;
      return other.kind === kind || (kind === 'swallowed' && combinations.has(combination.id));
    });
  };
}

function add(index: Map<string, Told[]>, name: string | null, one: Told): void {
  if (name === null) return;
  const list = index.get(name);
  if (list) list.push(one);
  else index.set(name, [one]);
}

function sameCulprit(a: Culprit, b: Culprit): boolean {
  if (a.file !== null && b.file !== null) return a.file === b.file;
  return a.module !== null && a.module === b.module;
}
