import fc from 'fast-check';
import type { Evidence, Sibling } from '../../../src/judge/diagnose/evidence.ts';
import { fingerprintOf } from '../../../src/judge/diagnose/fingerprint.ts';
import { readHistory } from '../../../src/judge/diagnose/history.ts';
import { compareNumpy } from '../../../src/model/compare-numpy.ts';
import { compareMinors } from '../../../src/packaging/numpy-releases.ts';
import { evidenceOf, observed, raisedBy } from './made-evidence.ts';

const RAISED = observed({ outcome: { kind: 'raised' }, exceptions: [raisedBy('ImportError: a')] });
const PRINT = fingerprintOf(RAISED);
const NUMPYS = ['1.25.2', '1.26.4', '2.0.2', '2.1.0'];
const OWN = { python: '3.11.7', label: '3.11' };

const sibling: fc.Arbitrary<Sibling> = fc.record({
  combination: fc.constantFrom('own', 'a', 'b', 'c', 'd'),
  python: fc.constantFrom('3.10.1', '3.11.7', '3.12.0'),
  numpy: fc.constantFrom(null, ...NUMPYS),
  outcome: fc.constantFrom(
    { kind: 'imported' },
    { kind: 'raised' },
    { kind: 'raised' },
    { kind: 'not-run', reason: 'stopped' },
  ) as fc.Arbitrary<Sibling['outcome']>,
  fingerprint: fc.constantFrom(PRINT, PRINT, PRINT, 'other'),
});

/** What the sentences of the documentation say, asked of each sibling in turn. */
function plainly(numpy: string, all: readonly Sibling[]): unknown {
  const tried = all.filter(
    (one): one is Sibling & { numpy: string } =>
      one.combination !== 'own' && one.numpy !== null && one.outcome.kind !== 'not-run',
  );
  const passed = (one: Sibling) => one.outcome.kind === 'imported';
  const numpysOf = (some: readonly { numpy: string }[]) =>
    some.map((one) => one.numpy).sort(compareNumpy);
  const split = (some: typeof tried) => {
    const works = numpysOf(some.filter(passed));
    const fails = numpysOf([{ numpy }, ...some.filter((one) => !passed(one))]);
    const [first, last] = [works[0], works.at(-1)];
    if (!first || !last) return undefined;
    const isAmid = (one: string) => compareNumpy(one, first) >= 0 && compareNumpy(one, last) <= 0;
    if (fails.some(isAmid)) return undefined;
    return compareNumpy(numpy, last) > 0
      ? { kind: 'from', numpy: fails.find((one) => compareNumpy(one, last) > 0), works: last }
      : {
          kind: 'below',
          numpy: fails.findLast((one) => compareNumpy(one, first) < 0),
          works: first,
        };
  };
  const here = tried.filter((one) => one.python === OWN.python);
  const found = split(here);
  if (found) return found;
  if (here.some(passed)) return { kind: 'unknown' };
  const there = all.filter(
    (one) => one.combination !== 'own' && one.python !== OWN.python && passed(one),
  );
  if (there.some((one) => one.numpy && compareMinors(one.numpy, numpy) === 0))
    return { kind: 'python', works: [...new Set(there.map((one) => one.python))] };
  const everywhere = split(tried);
  if (everywhere) return everywhere;
  const same = tried.length > 0 && tried.every((one) => !passed(one) && one.fingerprint === PRINT);
  const numpys = [...new Set([numpy, ...numpysOf(tried)])].sort(compareNumpy);
  return same && compareMinors(numpys[0] ?? '', numpys.at(-1) ?? '') < 0
    ? { kind: 'alike', numpys }
    : { kind: 'unknown' };
}

test('what was counted once says the same as each sibling in turn', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...NUMPYS),
      fc.array(sibling, { maxLength: 12 }),
      (numpy, siblings) => {
        // A combination has one Python.
        const all = siblings.map((one) =>
          one.combination === 'own' ? { ...one, python: OWN.python } : one,
        );
        const combination = { id: 'own', ...OWN, numpy, platform: 'linux', buildNumpy: null };
        const evidence: Evidence = { ...evidenceOf({ observation: RAISED }), combination };
        const { cap: _, ...found } = { cap: '', ...readHistory({ ...evidence, siblings: all }) };
        expect(found).toEqual(plainly(numpy, all));
      },
    ),
    { numRuns: 2000 },
  );
});
