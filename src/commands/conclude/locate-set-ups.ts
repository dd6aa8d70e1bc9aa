import { isAbsolute, relative } from 'node:path';
import { repositoryRoot } from '../../host/repository-root.ts';
import { locateFinding } from '../../judge/locate/locate-finding.ts';
import type { Located } from '../../judge/locate/located.ts';
import { repositorySources } from '../../judge/locate/sources.ts';
import { type Surroundings, surroundingsOf } from '../../judge/locate/surroundings.ts';
import { buildDiagnosis } from '../../judge/set-up/tell-set-up.ts';
import type { Diagnosed } from '../../model/finding.ts';
import type { Measurement } from '../../model/measurement.ts';
import type { Files } from '../../model/ports.ts';

/** Where failed builds stopped, by the combination's id: lines of the repository. */
export async function locateSetUps(
  measurements: readonly Measurement[],
  folder: string,
  files: Files,
): Promise<ReadonlyMap<string, Located>> {
  const located = new Map<string, Located>();
  const known = new Map<string, Located | null>();
  for (const measurement of measurements) {
    const { combination, state } = measurement;
    const diagnosis = state.kind === 'error' ? buildDiagnosis(state) : null;
    if (diagnosis === null) continue;
    // The combinations of a Python share one build.
    const { python, platform } = combination;
    const key = JSON.stringify([python, platform, diagnosis.kind, diagnosis.hints]);
    let place = known.get(key);
    if (place === undefined) {
      place = await locate(diagnosis, folder, files, surroundingsOf([measurement], measurements));
      known.set(key, place);
    }
    if (place !== null) located.set(combination.id, place);
  }
  return located;
}

async function locate(
  diagnosis: Diagnosed,
  folder: string,
  files: Files,
  surroundings: Surroundings,
): Promise<Located | null> {
  const root = await repositoryRoot(folder);
  const { source, ...hints } = diagnosis.hints;
  const known = source === undefined || isOutside(source.file, root) ? { hints } : {};
  return await locateFinding(
    { ...diagnosis, ...known },
    [],
    repositorySources(files, root, folder),
    surroundings,
  );
}

/** A crate's or a library's own source, which may be called like one of the project's. */
function isOutside(file: string, root: string): boolean {
  return isAbsolute(file) && /^\.\.|^[A-Za-z]:/.test(relative(root, file));
}
