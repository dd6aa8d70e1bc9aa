import type { ProbeRecord } from '../../src/measure/probe/protocol.ts';
import { whyNotImported } from '../../src/measure/wrong-numpy.ts';
import type { Ending } from '../../src/model/ports.ts';

const error = (type: string, message: string, link: 'first' | 'cause' = 'cause') => ({
  ...{ type, message, link, frames: [], name: null, path: null },
});

describe('whyNotImported()', () => {
  // As NumPy 2.0.2 raises it from a folder that is mounted noexec.
  it('is the cause at the end of the chain', () => {
    const raised: ProbeRecord = {
      kind: 'raised',
      step: 'numpy',
      chain: [
        error('ImportError', 'Error importing numpy: you should not try to', 'first'),
        error('ImportError', '\n\nIMPORTANT: PLEASE READ THIS\n\nOriginal error was: …\n'),
        error('ImportError', '/v/site-packages/numpy/_core/_x.so: failed to map segment'),
      ],
      loads: [],
      exit: null,
    };
    const ending = { kind: 'exited', code: 0 } as const;
    expect(whyNotImported({ records: [raised], ending, stderr: '' })).toMatch(
      /^ImportError: .*numpy\/_core\/_x\.so: failed to map segment$/,
    );
  });

  it.each<[Ending, string, string]>([
    [{ kind: 'signalled', signal: 'SIGILL' }, 'Fatal', 'Python was killed by SIGILL'],
    [{ kind: 'timed-out', seconds: 60 }, '', 'it did not end within 60 s'],
    [{ kind: 'exited', code: 1 }, 'a\nlast\n', 'last'],
    [{ kind: 'exited', code: 1 }, '', 'it said nothing'],
  ])('%j', (ending, stderr, expected) => {
    expect(whyNotImported({ records: [], ending, stderr })).toBe(expected);
  });
});
