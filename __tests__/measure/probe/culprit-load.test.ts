import { expect, test } from '@jest/globals';
import {
  culpritLoad,
  culpritWithin,
  type Failure,
  type LoadRecord,
} from '../../../src/measure/probe/culprit-load.ts';
import type { ExceptionRecord } from '../../../src/model/observation.ts';

const error = (message: string): ExceptionRecord => ({
  type: 'ImportError',
  message,
  link: 'first',
  frames: [],
  name: null,
  path: null,
});

/** `begin 1 a`, `end 1 a`, `fail 1 a: message`: event, number and file of a load. */
function loads(...lines: readonly string[]): readonly LoadRecord[] {
  return lines.map((line, at) => {
    const [, event = '', load = '', file = '', message] =
      /^(\w+) (\d+) (\w+)(?:: (.+))?$/.exec(line) ?? [];
    return {
      kind: 'load',
      at,
      event: event as LoadRecord['event'],
      stage: 'exec',
      module: `pkg.${file}`,
      file,
      load: Number(load),
      gil: false,
      chain: message === undefined ? [] : [error(message)],
    };
  });
}

const raised = (chain: readonly string[], ...marked: readonly number[]): Failure => ({
  outcome: { kind: 'raised' },
  chain: chain.map(error),
  loads: marked,
});

const SIBLINGS = loads('begin 1 a', 'fail 1 a: no ABI', 'begin 2 b', 'fail 2 b: no ABI');
const NESTED = loads('begin 1 a', 'begin 2 b', 'fail 2 b: no ABI', 'fail 1 a: cannot');

test.each<[string, readonly LoadRecord[], Failure, string | undefined]>([
  ['the one that failed', loads('begin 1 a', 'fail 1 a: x'), raised(['x'], 1), 'a'],
  ['of equal texts the one that was swallowed first', SIBLINGS, raised(['no ABI'], 2), 'b'],
  ['of equal texts the one that was kept and raised later', SIBLINGS, raised(['no ABI'], 1), 'a'],
  ['the fallback that failed too', SIBLINGS, raised(['no ABI', 'no ABI'], 2, 1), 'b'],
  [
    'the one within, from which the outer followed',
    NESTED,
    raised(['cannot', 'no ABI'], 1, 2),
    'b',
  ],
  ['the one within, whose exception went through', NESTED, raised(['no ABI'], 2), 'b'],
  ['by its text, where a new exception was made of it', SIBLINGS, raised(['no ABI']), 'b'],
  ['by its text, within another', NESTED, raised(['cannot', 'no ABI']), 'b'],
  ['the target, where nothing in the chain tells', SIBLINGS, raised(['it failed']), 'a'],
  ['none, where no load failed', loads('begin 1 b', 'end 1 b'), raised(['x']), undefined],
  [
    'none of what a load that went well had swallowed',
    loads('begin 1 c', 'begin 2 b', 'fail 2 b: x', 'end 1 c'),
    raised(['y']),
    undefined,
  ],
])('of an exception: %s', (_name, records, failure, expected) => {
  expect(culpritLoad(records, failure, 'a')?.file).toBe(expected);
});

test.each<[string, readonly LoadRecord[], Partial<Failure>, string | undefined]>([
  ['the load under way', loads('begin 1 b', 'end 1 b', 'begin 2 c'), {}, 'c'],
  ['the innermost under way', loads('begin 1 b', 'begin 2 c'), {}, 'c'],
  ['none, where all had ended', loads('begin 1 b', 'end 1 b'), {}, undefined],
  ['none, where the target had failed before', loads('begin 1 a', 'fail 1 a: x'), {}, undefined],
  [
    'the load that left by SystemExit',
    loads('begin 1 b', 'fail 1 b: '),
    { outcome: { kind: 'exited', code: 3 }, chain: [error('')], loads: [1] },
    'b',
  ],
])('of a death: %s', (_name, records, more, expected) => {
  const death = {
    outcome: { kind: 'signalled', signal: 'SIGSEGV' },
    chain: [],
    loads: [],
  } as const;
  expect(culpritLoad(records, { ...death, ...more }, 'a')?.file).toBe(expected);
});

test('of what was imported there is none', () => {
  const fine: Failure = { outcome: { kind: 'imported' }, chain: [], loads: [] };
  expect(culpritLoad(SIBLINGS, fine, 'a')).toBeUndefined();
});

test('within the first failure of a file, the one that says the same', () => {
  const again = loads(
    'begin 1 a',
    'begin 2 b',
    'fail 2 b: no',
    'fail 1 a: no',
    'begin 3 a',
    'fail 3 a: y',
  );
  expect(culpritWithin(again, 'a')).toMatchObject({ failed: { load: 1 }, culprit: { file: 'b' } });
  expect(culpritWithin(SIBLINGS, 'b')).toMatchObject({ culprit: { file: 'b' } });
  expect(culpritWithin(SIBLINGS, 'c')).toBeUndefined();
});
