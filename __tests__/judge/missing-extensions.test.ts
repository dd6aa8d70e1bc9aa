import { expect, test } from '@jest/globals';
import { missingExtensions } from '../../src/judge/missing-extensions.ts';

type Asked = Parameters<typeof missingExtensions>[0];

function judged(
  kinds: readonly (string | undefined)[],
  kind = 'project',
  defined: readonly string[] = [],
) {
  const measurement = {
    combination: { id: 'py3.11-np2.0.2' },
    state: { kind: 'ran' },
    observed: [],
    leftOut: [],
    notTested: kinds.map((one) => ({ what: 'pkg/_c.so', reason: 'some words', kind: one })),
  };
  return missingExtensions({
    subject: { kind, name: 'pkg', version: '1.0' },
    sources: {
      uninitialised: {},
      extensions: [{ file: 'setup.py', line: 4, what: 'defines extension modules' }],
      defined: defined.map((module) => ({ module, file: 'setup.py', line: 4 })),
    },
    measurements: [measurement],
  } as unknown as Asked);
}

test.each([
  [[], 1],
  [[undefined], 1],
  // The user's own globs leave out what was built.
  [[undefined, 'left-out'], 0],
] as const)('a wheel without modules to test, not tested: %j', (reasons, findings) => {
  expect(judged(reasons)).toHaveLength(findings);
});

test.each(['wheels', 'packages'])('the sources beside %s say nothing of them', (kind) => {
  expect(judged([], kind)).toEqual([]);
});

test.each([
  [['pkg._c'], 0],
  [['pkg._c', 'pkg._other'], 1],
] as const)('a wheel whose extensions are libraries for ctypes: %j', (defined, findings) => {
  expect(judged([undefined], 'project', defined)).toHaveLength(findings);
});
