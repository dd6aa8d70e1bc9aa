import { expect, test } from '@jest/globals';
import { stackKey } from '../../src/measure/probe-settings.ts';
import type { Environment } from '../../src/model/environment.ts';

type Keyed = Pick<Environment, 'interpreter' | 'distributions'>;

const environment = (python: string, ...installed: readonly string[]): Keyed =>
  ({
    interpreter: { executable: python },
    distributions: installed.map((one) => {
      const [name = '', version = ''] = one.split('==');
      return { name, version };
    }),
  }) as unknown as Keyed;
const task = { kind: 'bare', steps: ['pkg', 'pkg._ext'] } as const;

test.each<[string, Keyed, boolean]>([
  ['the same, in another order', environment('/py', 'pkg==1.0', 'numpy==2.0.2'), true],
  ['another NumPy', environment('/py', 'numpy==2.1.3', 'pkg==1.0'), false],
  ['another Python', environment('/other', 'numpy==2.0.2', 'pkg==1.0'), false],
])('the native stack of a crash is remembered for %s: %#', (_, other, same) => {
  const key = stackKey(task, environment('/py', 'numpy==2.0.2', 'pkg==1.0'));
  expect(stackKey(task, other) === key).toBe(same);
  expect(stackKey({ ...task, steps: ['pkg'] }, other)).not.toBe(key);
});
