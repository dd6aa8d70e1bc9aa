import { execFileSync } from 'node:child_process';
import { copyFileSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { scanBinary } from '../../../src/binary/scan.ts';
import { discoverModules } from '../../../src/measure/discover/discover.ts';
import { readInstalled } from '../../../src/measure/discover/installed-files.ts';
import { ownerIndex } from '../../../src/measure/discover/owner.ts';
import { cExtension } from '../../support/projects/c-extension.ts';
import { HOSTILE_KINDS, type HostileKind, hostileProject } from '../../support/projects/hostile.ts';
import {
  circularPackage,
  needsNumpyFirst,
  secondTimeLucky,
  swallowingPackage,
} from '../../support/projects/imports.ts';
import { mergedProject } from '../../support/projects/merged.ts';
import { type ProjectTemplate, writeProject } from '../../support/projects/project-template.ts';
import {
  createPythonEnvironment,
  type PythonEnvironment,
  realFiles,
} from '../../support/projects/python-environment.ts';

const numpy2 = createPythonEnvironment('2.0.2');
const numpy1 = createPythonEnvironment('1.26.4');
const withNumpy = numpy2 !== undefined && numpy1 !== undefined ? describe : describe.skip;

const installed = new Map<PythonEnvironment, string>();

async function discover(python: PythonEnvironment, template: ProjectTemplate) {
  // Rows of a table often share a project; building it once is enough.
  if (installed.get(python) !== JSON.stringify(template)) {
    const { folder, remove } = await writeProject(template);
    try {
      python.install(folder);
      installed.set(python, JSON.stringify(template));
    } finally {
      await remove();
    }
  }
  const { environment } = python;
  const files = realFiles;
  const now = await readInstalled(environment, files);
  return discoverModules({
    environment,
    installed: now,
    files,
    modules: [],
    dependencies: 'none',
  });
}

withNumpy('source projects (needs python3 with venv, a C compiler and the package index)', () => {
  const [two, one] = [numpy2, numpy1] as [PythonEnvironment, PythonEnvironment];
  afterAll(() => {
    two.remove();
    one.remove();
  });

  it.each([
    ['NumPy 2', two, '', { era: '2.x', target: '1.16' }],
    [
      'NumPy 2 with a target',
      two,
      '#define NPY_TARGET_VERSION NPY_2_0_API_VERSION',
      { era: '2.x', target: '2.0' },
    ],
    ['NumPy 1.26', one, '', { era: '1.x', target: '1.16' }],
  ] as const)('a C extension built against %s', async (_what, python, before, capi) => {
    const found = await discover(python, cExtension({ before }));
    expect(found.problems).toEqual([]);
    expect(found.modules).toMatchObject([
      {
        name: 'sample._core',
        proof: 'by-name',
        facts: { format: 'elf', initNames: ['_core'], capi },
      },
    ]);
    expect(python.run('import sample; assert sample.get_array_dim([1, 2]) == 2')).toBe(0);
    const now = await readInstalled(python.environment, realFiles);
    const ownerOf = await ownerIndex(python.environment, now, realFiles);
    const owner = ownerOf(found.modules[0]?.path ?? '');
    expect(owner).toMatchObject({
      distribution: 'sample',
      module: 'sample._core',
      role: 'subject',
    });
  });

  it('reads a stripped module as well', async () => {
    const [module] = (await discover(two, cExtension())).modules;
    const copy = join(two.environment.root, 'stripped.so');
    copyFileSync(module?.path ?? '', copy);
    execFileSync('strip', [copy]);
    expect(scanBinary(readFileSync(copy)).initNames).toEqual(['_core']);
    // Without section headers only the dynamic segment is left.
    const bytes = readFileSync(copy);
    bytes.fill(0, 40, 48);
    bytes.fill(0, 60, 64);
    expect(scanBinary(bytes)).toMatchObject({ initNames: ['_core'], capi: { era: '2.x' } });
  });

  it('imports without import_array() and dies at the call', async () => {
    const found = await discover(two, cExtension({ numpy: 'uninitialised' }));
    expect(found.modules.map(({ name }) => name)).toEqual(['sample._core']);
    expect(two.run('import sample')).toBe(0);
    expect(two.run('import sample; sample.get_array_dim([1])')).toBe('SIGSEGV');
  });

  const packageOf = (kind: HostileKind): string => `h_${kind.replaceAll('-', '_')}`;
  // One build of many packages: building them one by one takes most of the time.
  const many = mergedProject({
    ...Object.fromEntries(HOSTILE_KINDS.map((kind) => [packageOf(kind), hostileProject(kind)])),
    swallowing: swallowingPackage(),
    second: secondTimeLucky(),
    circular: circularPackage(),
    needy: needsNumpyFirst(),
  });

  it.each(HOSTILE_KINDS)('finds the modules of the hostile %s', async (kind) => {
    const found = await discover(two, many);
    const own = found.modules.filter(({ name }) => name.startsWith(`${packageOf(kind)}.`));
    expect(own.map(({ name, proof }) => [name, proof])).toEqual([
      [`${packageOf(kind)}._core`, 'by-name'],
      [`${packageOf(kind)}._fine`, 'by-name'],
    ]);
    expect(two.run(`import ${packageOf(kind)}._fine`)).toBe(0);
  });

  it.each([
    ['segfault', 'SIGSEGV'],
    ['abort', 'SIGABRT'],
    ['exit-0', 0],
    ['_exit-0', 0],
    ['own-handler', 0],
    ['crash-at-exit', 'SIGSEGV'],
    ['commands', 1],
    ['silent-null', 1],
    ['close-descriptors', 1],
  ] as const)('the hostile %s ends an import with %s', async (kind, ending) => {
    await discover(two, many);
    // Reaching the end is exit code 1 here, so that 0 is the module's own doing.
    const code = kind === 'crash-at-exit' ? '' : '; import sys; sys.exit(1)';
    expect(two.run(`import ${packageOf(kind)}._core${code}`)).toBe(ending);
  });

  it.each([
    ['a swallowed failure', 'import swallowing; assert swallowing._core is None', 0],
    ['its module', 'import swallowing._core', 1],
    ['a first failure swallowed', 'import second._core', 0],
    ['a circular tree, fresh', 'import circular.a._x', 1],
    ['a circular tree, shared', 'import circular.b._y, circular.a._x', 0],
    ['a need for NumPy', 'import needy._core', 1],
    ['that need met', 'import numpy, needy._core', 0],
  ] as const)('%s behaves as it says', async (_what, code, ending) => {
    await discover(two, many);
    expect(two.run(code)).toBe(ending);
  });
});
