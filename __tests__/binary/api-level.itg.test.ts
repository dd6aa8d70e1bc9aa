import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { predictImport } from '../../src/audit/predict-import.ts';
import { scanBinary } from '../../src/binary/scan.ts';
import { compileModule, pythonInclude } from '../support/made-wheel.ts';
import { findProgram } from '../support/need.ts';
import { findPython, needLinuxPythons } from '../support/need-pythons.ts';
import { cModule } from '../support/projects/c-extension.ts';

const NUMPYS = ['1.19.5', '1.22.4', '1.24.4', '1.26.4'] as const;
type Numpy = (typeof NUMPYS)[number];

/** What is built with the headers of a NumPy, and the target that this gives. */
const BUILDS: readonly (readonly [Numpy, string, string])[] = [
  ['1.19.5', '', '1.16'],
  ['1.22.4', '', '1.22'],
  ['1.24.4', '', '1.23'],
  ['1.26.4', '', '1.16'],
  ['1.26.4', '#define NPY_TARGET_VERSION NPY_1_20_API_VERSION', '1.20'],
];
const CROSS = 'aarch64-linux-gnu-gcc';
const COMPILERS = [
  ...['-O0', '-O2', '-O3', '-Os'].map((flag) => ['cc', flag] as const),
  ...(findProgram(CROSS) ? ['-O1', '-O2', '-O3', '-Os'].map((flag) => [CROSS, flag] as const) : []),
];

needLinuxPythons('3.9')('modules built with the headers of known NumPys', () => {
  const python = findPython('3.9') ?? '';
  const root = mkdtempSync(join(tmpdir(), 'numpy-abi-matrix-levels-'));
  const folderOf = (numpy: string): string => join(root, numpy);

  beforeAll(() => {
    for (const numpy of NUMPYS) {
      const options = ['--no-deps', '--only-binary', ':all:', '--target', folderOf(numpy)];
      const pip = ['-m', 'pip', 'install', '-q', '--no-compile', '--disable-pip-version-check'];
      execFileSync(python, [...pip, ...options, `numpy==${numpy}`], { stdio: 'pipe' });
    }
  }, 280_000);
  afterAll(() => rmSync(root, { recursive: true, force: true }));

  const build = (numpy: Numpy, before: string, compiler = 'cc', flag = '-O2'): Uint8Array => {
    const include = [pythonInclude(python), join(folderOf(numpy), 'numpy', 'core', 'include')];
    const source = cModule({ name: 'm', numpy: 'initialised', before });
    return compileModule(source, include, compiler, [flag]);
  };

  it.each(COMPILERS)(
    '%s %s: each says its target',
    (compiler, flag) => {
      const read = BUILDS.map(([numpy, before]) => [
        numpy,
        before,
        scanBinary(build(numpy, before, compiler, flag)).capi,
      ]);
      expect(read).toEqual(
        BUILDS.map(([numpy, before, target]) => [numpy, before, { era: '1.x', target, also: [] }]),
      );
    },
    60_000,
  );

  it.each(BUILDS)(
    'with %s %s (for %s): what is predicted is seen',
    (numpy, before) => {
      const bytes = build(numpy, before);
      const place = mkdtempSync(join(root, 'built-'));
      writeFileSync(join(place, 'm.so'), bytes);
      const { capi } = scanBinary(bytes);
      const seen = NUMPYS.map((running) => imports(python, [place, folderOf(running)]));
      expect(seen).toEqual(NUMPYS.map((running) => predictImport(capi, running)));
    },
    60_000,
  );
});

function imports(python: string, path: readonly string[]): 'imports' | 'refused' {
  try {
    const env = { PYTHONPATH: path.join(':'), PYTHONDONTWRITEBYTECODE: '1' };
    execFileSync(python, ['-c', 'import m'], { env, stdio: 'pipe' });
    return 'imports';
  } catch (error) {
    const text = String((error as { readonly stderr?: unknown }).stderr);
    if (!text.includes('module compiled against API version')) throw error;
    return 'refused';
  }
}
