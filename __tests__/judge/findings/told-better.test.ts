import fc from 'fast-check';
import { toldBetter } from '../../../src/judge/findings/told-better.ts';
import { compareSeverity } from '../../../src/model/severity.ts';

const name = fc.constantFrom(null, 'a', 'b');
const item = fc.record({
  diagnosis: fc.record({
    kind: fc.constantFrom('swallowed', 'latent-np1', 'np1-on-np2'),
    severity: fc.constantFrom('error', 'warning', 'note'),
    culprit: fc.record({
      distribution: fc.constant(null),
      version: fc.constant(null),
      module: name,
      file: name,
    }),
  }),
  combination: fc.record({ id: fc.constantFrom('x', 'y') }),
});

test('says the same as each item held against each other one', () => {
  fc.assert(
    fc.property(fc.array(item, { maxLength: 12 }), (items) => {
      const isToldBetter = toldBetter(items);
      for (const { diagnosis: own, combination } of items) {
        const plain = items.some(({ diagnosis: other, combination: where }) => {
          const [a, b] = [own.culprit, other.culprit];
          const same =
            a.file !== null && b.file !== null
              ? a.file === b.file
              : a.module !== null && a.module === b.module;
          const hides = own.kind === 'swallowed' && where.id === combination.id;
          const worse = compareSeverity(other.severity, own.severity) < 0;
          return worse && same && (other.kind === own.kind || hides);
        });
        expect(isToldBetter({ diagnosis: own, combination })).toBe(plain);
      }
    }),
    { numRuns: 2000 },
  );
});
