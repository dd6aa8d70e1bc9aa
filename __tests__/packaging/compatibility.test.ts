import { installable, tagSet } from '../../src/packaging/compatibility.ts';
import { listReleases } from '../../src/packaging/releases.ts';
import { cpython } from '../plan/support/interpreters.ts';
import { readSample, recordedNumpy } from '../plan/support/numpy-index.ts';

const releases = listReleases(recordedNumpy());

/** Made by `packaging` (specifiers, tags, file names) from the same index answer. */
const expected = readSample('numpy-oldest-newest.json') as Readonly<
  Record<string, readonly [string, string, number] | null>
>;

const rows = Object.entries(expected);

test('the recorded table covers CPython 3.8 to 3.15 on six platforms', () => {
  expect(rows).toHaveLength((8 + 3) * 6);
});

test.each(rows)('CPython %s: oldest, newest and number of NumPys that install', (key, wanted) => {
  const [label = '', wheels = ''] = key.split(' ');
  const freeThreaded = label.endsWith('t');
  const tags = tagSet(cpython(`${label.replace('t', '')}.0`, { wheels, freeThreaded }));
  const fitting = releases.filter(
    (release) => !release.prerelease && installable(release, tags, false).kind === 'installs',
  );
  const found =
    fitting.length === 0 ? null : [fitting[0]?.version, fitting.at(-1)?.version, fitting.length];
  expect(found).toEqual(wanted);
});

test.each([
  ['1.24.4', '3.12.1', {}, 'NumPy 1.24.4 has no wheel for CPython 3.12'],
  ['2.5.0', '3.11.7', {}, 'NumPy 2.5.0 requires Python >=3.12'],
  ['1.10.0.post2', '3.12.1', {}, 'NumPy 1.10.0.post2 has no wheels at all'],
  [
    '1.24.4',
    '3.11.7',
    { wheels: 'musllinux-x86_64' },
    'NumPy 1.24.4 has no wheel for CPython 3.11 on this platform (musllinux_1_2_x86_64)',
  ],
  ['2.4.0', '3.12.1', {}, 'NumPy 2.4.0 was withdrawn (yanked): Backward compatibility bug'],
  ['2.5.5', '3.13.1', { freeThreaded: true }, 'NumPy 2.5.5 has no wheel for CPython 3.13t'],
])('NumPy %s on %s %j: %s', (version, python, options, reason) => {
  const release = releases.find((each) => each.version === version);
  expect(release).toBeDefined();
  expect(release && installable(release, tagSet(cpython(python, options)), false)).toMatchObject({
    kind: 'does-not',
    reason,
  });
});

test('a withdrawn release installs when it is named exactly', () => {
  const release = releases.find((each) => each.version === '2.4.0');
  expect(release && installable(release, tagSet(cpython('3.12.1')), true).kind).toBe('installs');
});
