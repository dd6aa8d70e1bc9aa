import { diagnose } from '../../../src/judge/diagnose/diagnose.ts';
import type { Sibling } from '../../../src/judge/diagnose/evidence.ts';
import { fingerprintOf } from '../../../src/judge/diagnose/fingerprint.ts';
import { evidenceOf, observed, raisedBy, SITE } from './made-evidence.ts';

const FRAMES = [{ file: `${SITE}dep/__init__.py`, line: 1, function: '<module>' }];
const RAISED = observed({
  outcome: { kind: 'raised' },
  exceptions: [
    raisedBy('SystemError: initialization of _x failed without raising an exception', {
      frames: FRAMES,
    }),
  ],
});

function other(numpy: string, outcome: Sibling['outcome']['kind']): Sibling {
  return {
    combination: `py3.11-np${numpy}`,
    python: '3.11.7',
    numpy,
    outcome: { kind: outcome } as Sibling['outcome'],
    fingerprint: outcome === 'raised' ? fingerprintOf(RAISED) : null,
    installed: { numpy },
  };
}

test('a module that fails alike with every NumPy is told no other NumPy', () => {
  const found = diagnose(
    evidenceOf({ subjects: ['pkg'], observation: RAISED, siblings: [other('1.26.4', 'raised')] }),
  );
  expect(found?.kind).toBe('py-init-broken');
  expect(found?.explanation).toMatch(/NumPy is not the cause/);
  expect(found?.fix).not.toMatch(/older NumPy|NumPy is newer/);
  expect(found?.fix).toMatch(/maintainers/);
});

test('one that nothing is known of is', () => {
  const found = diagnose(evidenceOf({ subjects: ['pkg'], observation: RAISED }));
  expect(found?.fix).toMatch(/NumPy is newer/);
});

test('a crash below a NumPy is told from which one on it works', () => {
  const crashed = observed({
    outcome: { kind: 'signalled', signal: 'SIGSEGV' },
    culpritFile: `${SITE}dep/_x.cpython-311-x86_64-linux-gnu.so`,
    numpy: { version: '2.0.2', file: '' },
  });
  const found = diagnose(
    evidenceOf({ subjects: ['pkg'], observation: crashed, siblings: [other('2.5.1', 'imported')] }),
  );
  expect(found?.kind).toBe('crash');
  expect(found?.title).toMatch(/older NumPy/);
  expect(found?.fix).toMatch(/`numpy>=2\.5` it works/);
});
