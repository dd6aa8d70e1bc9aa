import fc from 'fast-check';
import { redact } from '../../src/escape/redact.ts';

const PIECES = ['https', '://', ':', '/', '@', 'u:p', '9', '+', 'A', '-', ' ', "'", '"', '\n', 'é'];

test('takes out what one regular expression over the whole text would', () => {
  const text = fc
    .array(fc.constantFrom(...PIECES), { maxLength: 30 })
    .map((pieces) => pieces.join(''));
  fc.assert(
    fc.property(text, (one) => {
      const plain = one.replaceAll(/([a-z][a-z0-9+.-]*:\/\/)[^/@\s'"]*@/gi, '$1***@');
      expect(redact(one, [])).toBe(plain);
    }),
    { numRuns: 3000 },
  );
});
