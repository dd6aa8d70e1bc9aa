import { allKinds } from '../../../src/judge/diagnose/docs.ts';
import { setUpRemedy } from '../../../src/judge/diagnose/rules/set-up.ts';
import type { BuildResult } from '../../../src/measure/build/build-result.ts';
import type { InstallResult } from '../../../src/measure/install/install-subject.ts';

type SetUp = Extract<InstallResult | BuildResult, { readonly kind: 'failed' }>['setUp'];
/** A new id in those types is an error here until it is listed, and documented. */
const USED: Readonly<Record<SetUp, true>> = {
  'no-interpreter': true,
  'no-network': true,
  'resolver-conflict': true,
  'bad-wheel': true,
  'build-failed': true,
  'wrong-numpy': true,
};

describe('the ids of set-up failures', () => {
  it.each(Object.keys(USED))('%s has an entry in docs/failures', (id) => {
    expect(allKinds().map((kind) => kind.id)).toContain(id);
  });

  it.each(Object.keys(USED).filter((id) => id !== 'wrong-numpy'))('%s has a remedy', (id) => {
    expect(setUpRemedy(id)).toMatch(/^[A-Z].*\.$/);
  });
});
