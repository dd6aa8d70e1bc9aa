import { expect, test } from '@jest/globals';
import { missingExtensions } from '../../src/judge/missing-extensions.ts';

type Asked = Parameters<typeof missingExtensions>[0];

function judged(reasons: readonly string[]) {
  const measurement = {
    combination: { id: 'py3.11-np2.0.2' },
    state: { kind: 'ran' },
    observed: [],
    leftOut: [],
    notTested: reasons.map((reason) => ({ what: 'pkg/_c.so', reason })),
  };
  return missingExtensions({
    subject: { kind: 'project', name: 'pkg', version: '1.0' },
    sources: {
      uninitialised: {},
      extensions: [{ file: 'setup.py', line: 4, what: 'defines extension modules' }],
    },
    measurements: [measurement],
  } as unknown as Asked);
}

test.each([
  [[], 1],
  [['a shared library, no module'], 1],
  // The user's own globs leave out what was built.
  [['not in the module list'], 0],
  [['excluded by "!pkg._c"'], 0],
] as const)('a wheel without modules to test, not tested: %j', (reasons, findings) => {
  expect(judged(reasons)).toHaveLength(findings);
});
