import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { explainLog } from '../../../src/judge/explain-log/explain.ts';

const FOLDER = new URL('samples/', import.meta.url);
const SAMPLES = readdirSync(FOLDER).sort();

/** Their text says nothing: only exit codes (in the header), the environment or the bytes tell. */
const SILENT: readonly string[] = [
  'crash.exit-in-init.exit3.txt',
  'crash.signal.kill.txt',
  'crash.signal.kbint.txt',
  'crash.sigsegv-at-import-nofh.txt',
  'crash.sigsegv-missing-import_array.txt',
  'timeout.hang.txt',
  'trap.exit._exit0.txt',
  'trap.exit.exit0.txt',
  'trap.exit.sysexit.txt',
  'trap.np1-on-np2.bypass-silent-corruption.txt',
  'trap.numpy-mixed-install.overlay-rev.txt',
  'trap.numpy-mixed-install.overlay.txt',
  'trap.py-abi3-misuse.private-symbol-still-present.txt',
  'trap.py-mismatch.plain-c-3.9-on-3.12.txt',
];

interface Sample {
  readonly name: string;
  readonly kind: string;
  readonly text: string;
  readonly whole: string;
}

function readSample(name: string): Sample {
  const whole = readFileSync(new URL(name, FOLDER), 'utf8');
  const kind = /^# kind: ([\w.-]+(?: \(np1-on-np2\))?)/m.exec(whole)?.[1] ?? '';
  const text = whole.replace(/^(?:#.*\n)+/, '').replace('# --- stderr ---\n', '');
  return { name, kind, text, whole };
}

async function* chunked(text: string, size = 997): AsyncGenerator<Uint8Array> {
  const bytes = new TextEncoder().encode(text);
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

async function kindsOf(text: string): Promise<readonly string[]> {
  const { findings } = await explainLog(chunked(text));
  const kinds = findings.map((one) => (one.inner ? `${one.kind} (${one.inner})` : one.kind));
  return [...new Set(kinds)];
}

function expected(sample: Sample): readonly string[] {
  return sample.kind === 'none' || SILENT.includes(sample.name) ? [] : [sample.kind];
}

test.each(SAMPLES)('%s', async (name) => {
  const sample = readSample(name);
  expect(await kindsOf(sample.text)).toEqual(expected(sample));
});

test.each(SAMPLES)('%s inside a CI log', async (name) => {
  const sample = readSample(name);
  const log = ['Run pytest', 'collected 12 items', ...sample.text.split('\n'), 'Post job cleanup.']
    .map(
      (line, index) => `2024-05-01T10:00:${String(index % 60).padStart(2, '0')}.1234567Z ${line}`,
    )
    .join('\n');
  expect(await kindsOf(log)).toEqual(expected(sample));
});

test.each(SAMPLES)('%s with other names and versions', async (name) => {
  const sample = readSample(name);
  const text = sample.text
    .replaceAll('capi', 'fastpath')
    .replaceAll('cyext', 'blurb')
    .replaceAll('sigs', 'zorp')
    .replaceAll('pkgx', 'mypack')
    .replaceAll('/env/site/3.11/', '/home/u/venv/lib/python3.11/site-packages/')
    .replaceAll('2.3.5', '2.4.3')
    .replaceAll('2.0.2', '2.1.3')
    .replaceAll('my_missing_function', 'zlib_other')
    .replaceAll('\n', '\r\n');
  expect(await kindsOf(text)).toEqual(expected(sample));
});
