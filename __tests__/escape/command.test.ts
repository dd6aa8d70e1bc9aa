import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { joinLog, logLine, workflowCommand } from '../../src/escape/command.ts';
import { relay } from '../../src/escape/relay.ts';
import { annotationsOf } from '../../src/report/render/annotations.ts';
import { findingsLog } from '../../src/report/render/ci-log.ts';
import { reportJson } from '../../src/report/render/json.ts';
import { terminalReport } from '../../src/report/render/terminal.ts';
import { annotationCommand } from '../../src/report/render/workflow-command.ts';
import { obeyedCommands } from '../support/command-oracle.ts';
import { finding, HOSTILE, hostile, report } from '../support/reports.ts';

/** Pieces from which commands are made, beside any other text. */
const nasty = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        '::',
        ':',
        '#',
        '##',
        '##[',
        '[',
        ']',
        'error',
        'add-mask',
        '\r',
        '\n',
        '\r\n',
        ' ',
        '\t',
        '\u00a0',
        '\u2028',
        '\u0085',
        '\u001b[0m',
        '\u001b[',
        '%0A',
        '%',
        ',',
        '=',
      ),
      fc.string({ unit: 'grapheme' }),
    ),
  )
  .map((parts) => parts.join(''));

describe('oracle', () => {
  it.each([
    [
      '::error file=a.c,line=3::m%0An',
      { command: 'error', properties: { file: 'a.c', line: '3' }, data: 'm\nn' },
    ],
    ['   ::debug::x', { command: 'debug', data: 'x' }],
    ['text ##[add-mask]secret', { command: 'add-mask', data: 'secret', grammar: 1 }],
    ['a\r::stop-commands::t', { command: 'stop-commands', data: 't' }],
  ])('obeys %j', (output, expected) => {
    expect(obeyedCommands(output)).toMatchObject([expected]);
  });

  it.each(['x ::error::y', '  │ ::error::x', ':: no end', '## [x]y'])('ignores %j', (output) => {
    expect(obeyedCommands(output)).toEqual([]);
  });
});

describe('relay', () => {
  it('gives no command, whatever goes in', () => {
    fc.assert(
      fc.property(nasty, nasty, (text, prefix) => {
        expect(obeyedCommands(joinLog(relay(text)).text)).toEqual([]);
        const own = relay(text, `│${prefix}`);
        expect(obeyedCommands(joinLog(own).text)).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });

  it.each([
    ['a\r\nb\rc\nd', ['  │ a', '  │ b', '  │ c', '  │ d']],
    ['::error::x\n', ['  │ ::error::x']],
    ['##[error]x ##\u001b[0m[group]y', ['  │ ## [error]x ## [group]y']],
    ['\u001b[31mred\u001b[0m \u001b]0;title\u0007', ['  │ red \\x1b]0;title\\x07']],
    ['\tint x;', ['  │     int x;']],
    ['', []],
    ['\n', ['  │']],
  ])('relays %j', (text, expected) => {
    expect(relay(text).map((line) => line.text)).toEqual(expected);
  });
});

describe('logLine', () => {
  it('gives no command, wherever the pieces meet', () => {
    fc.assert(
      fc.property(nasty, nasty, (a, b) => {
        expect(obeyedCommands(logLine`${a}${b}`.text)).toEqual([]);
        expect(obeyedCommands(logLine`##${a}: ${b}`.text)).toEqual([]);
        expect(logLine`${a}`.text).not.toMatch(/[\r\n]/);
      }),
      { numRuns: 500 },
    );
  });
});

describe('workflowCommand', () => {
  it('parses back to exactly what was given', () => {
    fc.assert(
      fc.property(nasty, nasty, (title, message) => {
        // The runner trims the line; annotations are trimmed before they get here.
        const command = workflowCommand(
          'error',
          { file: 'a', title: `x${title}x` },
          `m${message}m`,
        );
        expect(obeyedCommands(command.text)).toEqual([
          {
            grammar: 2,
            command: 'error',
            properties: { file: 'a', title: `x${title}x` },
            data: `m${message}m`,
          },
        ]);
      }),
      { numRuns: 500 },
    );
  });

  it('leaves out what is empty', () => {
    expect(workflowCommand('endgroup', { file: '', line: undefined }, '').text).toBe(
      '::endgroup::',
    );
  });
});

describe('annotationCommand', () => {
  it('shows a finding of any text as one command with exactly that text', () => {
    fc.assert(
      fc.property(nasty, nasty, (title, text) => {
        const annotations = annotationsOf(
          report({ findings: [finding({ title, explanation: text, fix: text })] }),
        );
        for (const annotation of annotations) {
          const [command, ...more] = obeyedCommands(annotationCommand(annotation).text);
          expect(more).toEqual([]);
          expect(command).toMatchObject({ grammar: 2, command: 'error', data: annotation.message });
          expect(annotation.message).not.toMatch(/##\[|[\r\u001b]/);
        }
      }),
    );
  });
});

describe('a hostile report', () => {
  it('gives no command in the log, nor as JSON on stdout', () => {
    expect(obeyedCommands(findingsLog(hostile()).text)).toEqual([]);
    expect(obeyedCommands(reportJson(hostile()))).toEqual([]);
    const shown = terminalReport(hostile(), { width: 80, colours: true });
    expect(obeyedCommands(shown.text)).toEqual([]);
    expect(obeyedCommands(HOSTILE)).not.toEqual([]);
  });
});
