import { spawn } from 'node:child_process';
import { EventEmitter, once } from 'node:events';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { expect, it } from '@jest/globals';
import { answerInterrupts, STOP_SIGNALS } from '../../src/entry/answer-interrupts.ts';
import { bundled } from '../support/bundle.ts';

it('says that it was interrupted where no run cleans up: a program that still reads its log', async () => {
  const cli = join(await bundled(), 'cli.mjs');
  const child = spawn(process.execPath, [cli, 'explain'], { stdio: ['pipe', 'ignore', 'pipe'] });
  const said = text(child.stderr);
  child.stdin.on('error', () => undefined);
  // More than a pipe holds: once it is written the program reads.
  const reads = once(child.stdin, 'drain');
  child.stdin.write(`${'x'.repeat(79)}\n`.repeat(20_000));
  await reads;
  child.kill('SIGINT');
  const [code] = await once(child, 'exit');
  expect([code, await said]).toEqual([130, 'error: Interrupted: no process was left running\n']);
});

function fakeProcess() {
  const heard: unknown[] = [];
  const events = new EventEmitter();
  const fake = Object.assign(events, {
    stderr: {
      write: (said: string, then: () => void) => {
        heard.push(said);
        then();
      },
    },
    exit: (code: number | string = 'its own exit code') => heard.push(code),
  });
  answerInterrupts(fake as unknown as NodeJS.Process);
  return { fake, heard };
}

it.each(STOP_SIGNALS)(
  '%s is answered before a run and after it, not while one cleans up',
  (signal) => {
    const { fake, heard } = fakeProcess();
    const run = (): void => undefined;
    fake.on(signal, run);
    fake.emit(signal);
    expect(heard).toEqual([]);
    fake.off(signal, run);
    fake.emit(signal);
    fake.emit(signal);
    expect(heard).toEqual(['error: Interrupted: no process was left running\n', 130]);
  },
);

it('keeps its answers until the process is gone', () => {
  const { fake, heard } = fakeProcess();
  fake.emit('beforeExit', 130);
  expect(heard).toEqual(['its own exit code']);
});
