import { whyNoEnvironment } from '../../../src/measure/install/why-no-environment.ts';
import type { Ending } from '../../../src/model/ports.ts';

it.each<[Ending, string, string]>([
  [
    { kind: 'signalled', signal: 'SIGXFSZ' },
    '',
    'uv was killed by SIGXFSZ: it wrote beyond its limit of a file’s size',
  ],
  [{ kind: 'timed-out', seconds: 120 }, '', 'uv did not end within 120 s'],
  [
    { kind: 'not-started', code: 'EAGAIN', message: 'spawn uv EAGAIN' },
    '',
    'uv does not start: spawn uv EAGAIN',
  ],
  [
    { kind: 'exited', code: 2 },
    'error: Failed to create\n  cause: Permission denied\n',
    'Permission denied',
  ],
  [{ kind: 'exited', code: 101 }, '\n', 'uv failed without a word (exit 101)'],
])('whyNoEnvironment(%j, %j)', (ending, stderr, expected) => {
  expect(whyNoEnvironment({ ending, stderr })).toBe(expected);
});
