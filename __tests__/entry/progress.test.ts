import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { createConsoleProgress } from '../../src/entry/console.ts';
import {
  appendSummary,
  createGithubProgress,
  maskSecrets,
  printAnnotations,
  writeOutputs,
} from '../../src/entry/github.ts';
import { createTerminalSession } from '../../src/entry/terminal-session.ts';
import { UserError } from '../../src/model/user-error.ts';

const sink = () => {
  const written: string[] = [];
  return { write: (text: string) => written.push(text), text: () => written.join(''), columns: 80 };
};
const HOSTILE = '::error::x\n##[add-mask]y\rz ##[group]\u001b[2J';

describe('createGithubProgress()', () => {
  it('relays bulk output without any line that the runner would obey', () => {
    const stdout = sink();
    createGithubProgress({ stdout, verbose: false }).group('building\n::warning::t', HOSTILE);
    const lines = stdout
      .text()
      .trimEnd()
      .split(/[\r\n]/);
    const commands = lines.filter((line) => /^\s*::|##\[/.test(line));
    const token = commands[1]?.replace('::stop-commands::', '');
    expect(token).toMatch(/^[0-9a-f-]{36}$/);
    expect(commands).toEqual([
      expect.stringMatching(/^::group::building/),
      `::stop-commands::${token}`,
      `::${token}::`,
      '::endgroup::',
    ]);
    expect(lines.indexOf(`::${token}::`)).toBeGreaterThan(
      lines.findIndex((line) => line.includes('add-mask')),
    );
  });

  it('prints lines that are no commands', () => {
    const stdout = sink();
    createGithubProgress({ stdout, verbose: true }).info(HOSTILE);
    expect(stdout.text()).not.toMatch(/^\s*::|##\[|\r|\u001b/m);
  });

  it('prints annotations, and masks', () => {
    const stdout = sink();
    printAnnotations(stdout, [
      { level: 'error', title: 'a,b', message: 'c\nd', file: 'x', line: 2 },
    ]);
    maskSecrets(stdout, ['hunter2', '', 'a']);
    expect(stdout.text()).toBe('::error title=a%2Cb,file=x,line=2::c%0Ad\n::add-mask::hunter2\n');
  });
});

describe('createConsoleProgress()', () => {
  const options = { quiet: false, verbose: false, interactive: false };

  it('prints plain lines where nobody looks', () => {
    const stderr = sink();
    const progress = createConsoleProgress({ ...options, stderr });
    progress.update({ doing: ['x'], done: 0, total: 2, failed: 0 });
    progress.info('hello\u001b[31m');
    progress.combination?.('py3.11-np2.0.2', '1 module proven', 'proven');
    progress.detail('hidden');
    progress.done();
    expect(stderr.text()).not.toContain('\u001b');
    expect(stderr.text()).toMatch(/^hello.*\n✓ py3\.11-np2\.0\.2\s+1 module proven\n$/);
  });

  it('draws a live line in a terminal, and clears it', () => {
    const stderr = sink();
    const progress = createConsoleProgress({ ...options, stderr, interactive: true });
    progress.update({ doing: ['building cp312'], done: 1, total: 2, failed: 0 });
    progress.info('stays');
    progress.done();
    expect(stderr.text()).toContain('building cp312 · 1/2 combinations');
    expect(stderr.text()).toContain('\r\u001b[2Kstays\n');
    expect(stderr.text().endsWith('\r\u001b[2K')).toBe(true);
  });

  it('reads a window of 0 columns as one of 80', () => {
    const stderr = { ...sink(), columns: 0 };
    const progress = createConsoleProgress({ ...options, stderr, interactive: true });
    progress.update({ doing: ['building cp312'], done: 1, total: 2, failed: 0 });
    progress.notice('a sentence that takes more than eight columns');
    progress.done();
    expect(stderr.text()).toContain('building cp312 · 1/2 combinations');
    expect(stderr.text()).toContain('note: a sentence that takes more than eight columns\n');

    const written: string[] = [];
    const stream = { isTTY: true, columns: 0, write: (text: string) => written.push(text) };
    const running = { env: {}, stdout: stream, stderr: stream } as unknown as NodeJS.Process;
    createTerminalSession(running).complain(
      new UserError('Interrupted: nothing is left behind', { exitCode: 130, remedy: '' }),
    );
    expect(written).toEqual(['error: Interrupted: nothing is left behind\n']);
  });

  it('is silent when asked to be', () => {
    const stderr = sink();
    const progress = createConsoleProgress({ ...options, stderr, quiet: true, interactive: true });
    progress.update({ doing: [], done: 0, total: 2, failed: 0 });
    progress.notice('x');
    progress.done();
    expect(stderr.text()).toBe('');
  });
});

it('writeOutputs() lets no value begin another output', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'outputs-'));
  const file = join(folder, 'out');
  await writeOutputs(file, { outcome: 'failed\nEOF\npassed=9', failed: '2' });
  await appendSummary(undefined, 'nowhere');
  const text = await readFile(file, 'utf8');
  await rm(folder, { recursive: true });
  expect(text).toMatch(
    /^outcome<<(end_[0-9a-f-]+)\nfailed\nEOF\npassed=9\n\1\nfailed<<(end_[0-9a-f-]+)\n2\n\2\n$/,
  );
});
