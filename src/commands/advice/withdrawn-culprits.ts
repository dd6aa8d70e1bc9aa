import { beforeAbort } from '../../host/before-abort.ts';
import { together } from '../../host/together.ts';
import type { Finding } from '../../model/finding.ts';
import { normaliseName } from '../../packaging/requirement-name.ts';
import { tellWithdrawn, withdrawn } from '../../packaging/withdrawn.ts';
import type { IndexClient } from '../../provision/index/index-client.ts';

const MOST_CULPRITS = 5;

/**
 * Releases that findings blame and that the index has withdrawn: its reason is often the answer.
 * What cannot be asked before the signal aborts is not said.
 *
 * @param known what was said already: the subjects, by name
 * @returns a sentence for each
 */
export async function withdrawnCulprits(
  findings: readonly Finding[],
  known: readonly string[],
  index: Pick<IndexClient, 'fetchProject'>,
  signal: AbortSignal,
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
    const page = await beforeAbort(index.fetchProject(name, signal), signal);
    const found = page && withdrawn(name, version, page.files);
    return found === undefined ? [] : [tellWithdrawn(found)];
  });
  return (await together(asked)).flat();
}
