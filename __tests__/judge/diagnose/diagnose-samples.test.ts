import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { diagnose } from '../../../src/judge/diagnose/diagnose.ts';
import { parseTrace } from '../../../src/judge/explain-log/traceback.ts';
import type { Outcome } from '../../../src/model/outcome.ts';
import { evidenceOf, observed, target } from './made-evidence.ts';

const FOLDER = new URL('samples/', import.meta.url);
/** Builds and installs have no probe; these two are killed by the probe's own clock. */
const SAMPLES = readdirSync(FOLDER).filter((name) => !/^(?:build|install)\.|^timeout\./.test(name));

/** What a probe knows beyond the text: bytes, files, and which NumPy is there. */
const MORE: Readonly<Record<string, string>> = {
  // Environment known: no NumPy in it.
  'np-missing.c-ext-1.15.txt': 'numpy-missing',
  // The bytes are not at hand here: evidence.test.ts has them.
  'trap.np1-on-np2.bypass-silent-corruption.txt': 'none',
  'trap.py-abi3-misuse.private-symbol-still-present.txt': 'none',
  'trap.py-mismatch.plain-c-3.9-on-3.12.txt': 'none',
};

function outcomeOf(exit: string, stdout: string, cmd: string, stderr: string): Outcome {
  const signal = /\((SIG\w+)/.exec(exit)?.[1];
  if (signal) return { kind: 'signalled', signal };
  const code = Number.parseInt(exit, 10);
  const said = !/print\(/.test(cmd) || stdout.trim() !== '';
  if (code === 0) return said ? { kind: 'imported' } : { kind: 'exited', code };
  return /^\w.*(?:Error|Exception|Warning)/m.test(stderr)
    ? { kind: 'raised' }
    : { kind: 'exited', code };
}

function kindOf(name: string): readonly [string, string] {
  const text = readFileSync(new URL(name, FOLDER), 'utf8');
  const header = (key: string) => new RegExp(`^# ${key}: (.*)$`, 'm').exec(text)?.[1] ?? '';
  const parts = /# --- stdout ---\n([\s\S]*)# --- stderr ---\n([\s\S]*)$/.exec(text);
  if (!parts || !header('exit')) {
    throw new Error(`${name} has no lines "# exit: …", "# --- stdout ---", "# --- stderr ---"`);
  }
  const [, stdout = '', stderr = ''] = parts;
  const plain = stderr.replace(/\u001b\[[\d;]*m/g, '').split('\n');
  const outcome = outcomeOf(header('exit'), stdout, header('cmd'), plain.join('\n'));
  const version = /n(?:umpy|p)\/\d[\d.]*\/(\d[\d.]*\d)/.exec(header('env'))?.[1] ?? null;
  const mixed = name.includes('mixed-install') ? (stdout.split('\n')[0] ?? null) : version;
  const numpy = mixed === null ? null : { version: mixed, file: '/numpy/__init__.py' };
  const atExit = stderr.includes('<no Python frame>');
  const observation = observed({
    outcome,
    phase: atExit ? 'exit' : stdout.includes('imported ok') ? 'call' : 'import',
    exceptions: outcome.kind === 'raised' ? parseTrace(plain).chain : [],
    stderr,
    numpy,
  });
  const other = mixed?.startsWith('1.')
    ? 'numpy._core._multiarray_umath'
    : 'numpy.core._multiarray_umath';
  const found = diagnose(
    evidenceOf({
      observation,
      module: target('pkg._ext'),
      combination: {
        id: 'x',
        python: '3.12.1',
        label: '3.12',
        numpy: mixed,
        platform: 'linux-x86_64',
        buildNumpy: null,
      },
      installed: new Map(mixed === null ? [] : [['numpy', mixed]]),
      filesFor: (module) =>
        (name.includes('mixed-install') && module === other) || module === 'pkgx._core'
          ? [`/x/${module.replaceAll('.', '/')}.cpython-39-x86_64-linux-gnu.so`]
          : [],
    }),
  );
  const kind = found ? (found.inner ? `${found.kind} (${found.inner})` : found.kind) : 'none';
  const wanted = MORE[name] ?? /^# kind: ([\w.-]+(?: \(np1-on-np2\))?)/m.exec(text)?.[1] ?? '';
  return [kind, wanted];
}

test.each(SAMPLES)('%s', (name) => {
  const [kind, wanted] = kindOf(name);
  expect(kind).toBe(wanted);
});
