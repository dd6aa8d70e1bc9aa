import { describe, expect, it } from '@jest/globals';
import { crashOfExitCode, signalOfFatalError } from '../../src/judge/explain-log/signals.ts';
import { outcomeOf } from '../../src/measure/probe/conclude.ts';
import { meaningOfSignal } from '../../src/packaging/exit-codes.ts';

describe('one table of deaths, read by the probe and by explain', () => {
  it.each([
    [0xc0000005, 'ACCESS_VIOLATION'],
    [-1073741819, 'ACCESS_VIOLATION'],
    [0x80000003, 'BREAKPOINT'],
    [-2147483645, 'BREAKPOINT'],
    [0xe06d7363, 'CPP_EXCEPTION'],
    [-529697949, 'CPP_EXCEPTION'],
    [0xc06d007e, 'DELAY_LOAD_DLL_NOT_FOUND'],
    [0xc06d007f, 'DELAY_LOAD_PROCEDURE_NOT_FOUND'],
    [0xc0000094, 'INTEGER_DIVIDE_BY_ZERO'],
  ])('%d is %s', (code, name) => {
    expect(outcomeOf({ kind: 'exited', code })).toEqual({ kind: 'signalled', signal: name });
    expect(crashOfExitCode(code)).toBe(name);
    expect(signalOfFatalError(`code 0x${(code >>> 0).toString(16)}`)).toBe(name);
    expect(meaningOfSignal(name)).not.toContain('the operating system ended it');
  });

  it.each([0, 1, 2, 3, 77, 120, 255, -1, 4294967295])('%d is what a program chose', (code) => {
    expect(outcomeOf({ kind: 'exited', code })).toEqual({ kind: 'exited', code });
    expect(crashOfExitCode(code)).toBeUndefined();
  });

  it('an unknown status is a crash of the probe, and nothing in a log', () => {
    expect(outcomeOf({ kind: 'exited', code: 0xc0001234 })).toEqual({
      kind: 'signalled',
      signal: '0xC0001234',
    });
    expect(crashOfExitCode(0xc0001234)).toBeUndefined();
    // Ctrl-C is a person.
    expect(crashOfExitCode(0xc000013a)).toBeUndefined();
  });
});
