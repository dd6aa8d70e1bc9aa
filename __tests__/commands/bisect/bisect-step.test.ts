import { nextToTry, type Tried } from '../../../src/commands/bisect/bisect-step.ts';

/** Runs the search against the truth, and counts environments. */
function search(
  releases: readonly string[],
  truth: (at: number) => Tried,
  start: ReadonlyMap<string, Tried>,
) {
  const known = new Map(start);
  for (let tries = 0; ; tries += 1) {
    const step = nextToTry(releases, known);
    if (step.kind !== 'try') {
      return { step, tries };
    }
    expect(known.has(step.version)).toBe(false);
    known.set(step.version, truth(releases.indexOf(step.version)));
  }
}

const names = (count: number) => Array.from({ length: count }, (_, at) => `1.${at}`);

test.each([2, 3, 7, 10, 40])('every first failure among %d releases is found', (count) => {
  const releases = names(count);
  for (let first = 1; first < count; first += 1) {
    for (const upward of [true, false]) {
      const truth = (at: number): Tried => (at < first === upward ? 'passed' : 'failed');
      const ends = [0, count - 1].map((at) => [releases[at] ?? '', truth(at)] as const);
      const { step, tries } = search(releases, truth, new Map(ends));
      const [before, after] = [releases[first - 1], releases[first]];
      expect(step).toEqual({
        kind: 'found',
        lastPassing: upward ? before : after,
        firstFailing: upward ? after : before,
        untried: [],
      });
      expect(tries).toBeLessThanOrEqual(Math.ceil(Math.log2(count)) + 2);
    }
  }
});

test('releases that cannot be tried are said', () => {
  const truth = (at: number): Tried => (at < 3 ? 'passed' : at < 5 ? 'unusable' : 'failed');
  const { step } = search(
    names(8),
    truth,
    new Map([
      ['1.0', 'passed'],
      ['1.7', 'failed'],
    ]),
  );
  expect(step).toEqual({
    kind: 'found',
    lastPassing: '1.2',
    firstFailing: '1.5',
    untried: ['1.3', '1.4'],
  });
});

test.each([
  [
    'only passes',
    [
      ['1.0', 'passed'],
      ['1.7', 'passed'],
    ],
  ],
  ['only failures', [['1.0', 'failed']]],
  ['nothing', []],
] as const)('%s', (_, known) => {
  expect(nextToTry(names(8), new Map<string, Tried>(known))).toEqual({ kind: 'nothing-to-narrow' });
});

const SERIES = {
  '1.23': 6,
  '1.24': 5,
  '1.25': 3,
  '1.26': 5,
  '2.0': 3,
  '2.1': 4,
  '2.2': 7,
  '2.3': 6,
};
const RELEASES = Object.entries(SERIES).flatMap(([minor, patches]) =>
  Array.from({ length: patches }, (_, patch) => `${minor}.${patch}`),
);

test('real releases: one more than halving needs at most, and two where the ABI changes', () => {
  const ends = [RELEASES[0] ?? '', RELEASES.at(-1) ?? ''] as const;
  const tries = RELEASES.slice(1).map((first) => {
    const truth = (at: number): Tried => (at < RELEASES.indexOf(first) ? 'passed' : 'failed');
    const start = new Map<string, Tried>([
      [ends[0], 'passed'],
      [ends[1], 'failed'],
    ]);
    return [first, search(RELEASES, truth, start).tries] as const;
  });
  expect(Math.max(...tries.map(([, count]) => count))).toBeLessThanOrEqual(
    Math.ceil(Math.log2(RELEASES.length - 1)) + 1,
  );
  expect(new Map(tries).get('2.0.0')).toBe(2);
});
