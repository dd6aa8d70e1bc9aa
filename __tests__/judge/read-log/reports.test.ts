import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { explainLog } from '../../../src/judge/explain-log/explain.ts';

const FOLDER = new URL('reports/', import.meta.url);
const ROWS = readFileSync(new URL('expected.tsv', FOLDER), 'utf8')
  .trimEnd()
  .split('\n')
  .slice(1)
  .map((row) => row.split('\t'));

async function* read(name: string): AsyncGenerator<Uint8Array> {
  const bytes = readFileSync(new URL(`${name}.txt`, FOLDER));
  for (let at = 0; at < bytes.length; at += 509) yield bytes.subarray(at, at + 509);
}

test.each(ROWS)('%s: %s %s %s (%s)', async (name = '', kinds, distribution, module) => {
  const { findings } = await explainLog(read(name));
  if (kinds === '(none)') {
    expect(findings).toEqual([]);
    return;
  }
  expect(findings).toHaveLength(1);
  expect(kinds?.split('|')).toContain(findings[0]?.kind);
  if (distribution) expect(findings[0]?.culprit.distribution).toBe(distribution);
  if (module) expect(findings[0]?.culprit.module).toBe(module);
});

test('a size warning is said to be harmless, with both sizes', async () => {
  const { findings, recognised, remarks } = await explainLog(read('harmless-pytest'));
  expect(findings).toEqual([]);
  expect(recognised).toBe(true);
  expect(remarks.join()).toMatch(/harmless.*192.*216/s);
});

test('so is that of another package’s struct, from a place without a file', async () => {
  const text =
    'sys:1: RuntimeWarning: scipy._lib.messagestream.MessageStream size changed, may indicate binary incompatibility. Expected 56 from C header, got 64 from PyObject\n';
  const { findings, remarks } = await explainLog(
    (async function* () {
      yield text;
    })(),
  );
  expect(findings).toEqual([]);
  expect(remarks.join()).toMatch(/harmless.*56.*64/s);
});

test('each line of evidence has its own number', async () => {
  const { findings } = await explainLog(read('evidence-line'));
  expect(findings[0]?.shown).toEqual([
    expect.objectContaining({ line: 2 }),
    { line: 12, text: 'ImportError: numpy.core.multiarray failed to import' },
  ]);
});

test('versions are taken from what pip lists below the traceback', async () => {
  const [finding] = (await explainLog(read('versions-pip-list'))).findings;
  expect(finding?.culprit.version).toBe('2.1.1');
  expect(finding?.explanation).toContain('NumPy 2.0.0');
});

const TOLD: readonly (readonly [name: string, says: RegExp, never: RegExp])[] = [
  ['mixed-numpy', /two releases.*pip uninstall numpy/s, /migration/],
  ['other-machine-windows', /32 or both for 64 bits/, /Visual C\+\+|your package/],
  ['julia-blas-symbol', /another BLAS.*conda install/s, /your package/],
  ['numpy-in-zip', /zip.*on every worker/s, /force-reinstall/],
  ['ruby-pycall', /conda activate/, /delvewheel/],
  ['java-around-dlopen', /file is for arm64, and this Python runs as x86_64/, /your package/],
  ['android-library', /libopenblas\.so/, /your package/],
  ['rust-capsule', /initialise NumPy/, /rebuilding does not help/],
  ['api-before-the-table', /needs a newer NumPy: it was built/, /or later/],
  ['newer-macos', /macOS to 13\.3/, /your package/],
  ['numpy-of-another-python', /built for another Python/, /your package/],
  ['signature-of-numpy', /codesign/, /pip install/],
  ['numpy-distutils', /Python 3\.11 or older.*setuptools<60/s, /Install `setuptools`/],
  ['numpy-from-sources', /2\.3\.2 for 3\.14/, /your package/],
  ['name-of-newer-numpy', /numpy>=2\.0.*of the package/s, /cap `numpy`|of The/],
  ['pickled-under-numpy-2', /pickled.*numpy>=2\.0/s, /cap `numpy`/],
  ['cython-generated', /Cython ≥ 3\.0/, /^$/],
  ['shadowed-stdlib', /\/app\/secrets\.py.*Rename/s, /force-reinstall/],
  [
    'wrong-size-typed',
    /numpy>=1\.16.*192 bytes in the release that was loaded|192 bytes.*numpy>=1\.16/s,
    /NumPy 2\.0, whose/,
  ],
  ['lambda-core-missing', /another Python or platform.*--platform manylinux/s, /two releases/],
  ['colab-exchanged-numpy', /exchanged while.*[Rr]estart/s, /your package|Upgrade/],
  ['colab-links', /restart its kernel/, /^$/],
  ['vscode-links', /restart its kernel/, /^$/],
  ['guix-store', /guix shell/, /apt/],
  ['system-libstdcxx', /nix-ld.*apt install libstdc\+\+6/s, /Debian and conda do/],
  ['torch-symbol', /built for the PyTorch that is installed/, /LD_LIBRARY_PATH/],
  ['apt-and-pip', /NumPy 1\.17\.4.*venv/s, /conda/],
  ['cython-int-t', /np\.int64_t/, /^$/],
  ['complex-fields', /npy_creal/, /^$/],
  ['no-visual-studio', /Visual Studio Build Tools/, /NumPy/],
  ['no-gcc', /build-essential/, /NumPy/],
  ['meson-numpy', /`numpy-config`.*numpy>=2\.0/s, /include_dirs/],
  ['qgis-without-module', /pip install "numpy>=1\.22"/, /conda/],
  ['spark-worker', /on every worker/, /A compiled module/],
  ['own-log-attribute', /numpy\.isin/, /compiled module/],
  ['old-floor', /conda install "numpy>=1\.13"/, /pip install/],
  ['old-floor', /numpy>=1\.13.*oldest NumPy that it is to run on/s, /1\.19/],
];

test.each(TOLD)('%s: what is said, and what helps', async (name, says, never) => {
  const [finding] = (await explainLog(read(name))).findings;
  const text = [finding?.title, finding?.explanation, finding?.fix].join('\n');
  expect(text).toMatch(says);
  expect(text).not.toMatch(never);
});
