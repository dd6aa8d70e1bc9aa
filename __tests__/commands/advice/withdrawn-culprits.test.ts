import { withdrawnCulprits } from '../../../src/commands/advice/withdrawn-culprits.ts';
import type { Finding } from '../../../src/model/finding.ts';
import type { IndexFile } from '../../../src/packaging/index-project.ts';

const finding = (distribution: string | null, severity: Finding['severity'] = 'error') =>
  ({
    severity,
    culprit: { distribution, version: distribution && '1.0', module: null, file: null },
  }) as Finding;

const index = (yanked: Readonly<Record<string, string>>) => ({
  fetchProject: async (name: string) => {
    const why = yanked[name];
    if (why === undefined) throw new Error('no network');
    return { name, files: [{ version: '1.0', yanked: why, isWheel: true } as IndexFile] };
  },
});

const never = new AbortController().signal;

test('a withdrawn culprit is said once, the subject and what nobody knows are not', async () => {
  const findings = [finding('Dep_A'), finding('dep-a'), finding('subject'), finding(null)];
  const more = [finding('unknown'), finding('harmless', 'note')];
  const pages = index({ 'dep-a': 'crashes', subject: 'x', harmless: 'x' });
  expect(await withdrawnCulprits([...findings, ...more], ['Subject'], pages, never)).toEqual([
    'dep-a 1.0 was withdrawn from the index (yanked): crashes',
  ]);
});

test('an index that does not answer in time is not waited for', async () => {
  const silent = { fetchProject: () => new Promise<never>(() => undefined) };
  const soon = AbortSignal.timeout(20);
  expect(await withdrawnCulprits([finding('dep')], [], silent, soon)).toEqual([]);
});
