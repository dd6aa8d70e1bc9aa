import { pause } from '../host/clock.ts';
import { together } from '../host/together.ts';
import type { Finding } from '../model/finding.ts';
import { normaliseName } from '../packaging/requirement-name.ts';
import { tellWithdrawn, withdrawn } from '../packaging/withdrawn.ts';
import type { IndexClient } from '../provision/index/index-client.ts';

const MOST_CULPRITS = 5;
const MOST_MILLISECONDS = 5000;

/**
 * Releases that findings blame and that the index has withdrawn: its reason is often the answer.
 * What cannot be asked in a few seconds is not said.
 *
 * @param known what was said already: the subjects, by name
 * @returns a sentence for each
 */
export async function withdrawnCulprits(
  findings: readonly Finding[],
  known: readonly string[],
  index: Pick<IndexClient, 'fetchProject'>,
): Promise<readonly string[]> {
  const said = new Set(known.map(normaliseName));
  const culprits = new Map<string, readonly [string, string]>();
  for (const { severity, culprit } of findings) {
    const { distribution, version } = culprit;
    if (severity === 'note' || distribution === null || version === null) continue;
    const name = normaliseName(distribution);
    if (!said.has(name)) culprits.set(`${name} ${version}`, [name, version]);
  }
  const asked = [...culprits.values()].slice(0, MOST_CULPRITS).map(async ([name, version]) => {
    const { files } = await index.fetchProject(name);
    const found = withdrawn(name, version, files);
    return found === undefined ? [] : [tellWithdrawn(found)];
  });
  const answers = together(asked.map((one) => one.catch(() => [])));
  const cut = new AbortController();
  const late = pause(MOST_MILLISECONDS, cut.signal).then(() => []);
  const told = await Promise.race([answers, late]);
  cut.abort();
  return told.flat();
}
