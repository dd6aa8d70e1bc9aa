import {
  type DiscoverOptions,
  type Discovery,
  discoverModules,
} from '../../../src/measure/discover/discover.ts';
import { readInstalled } from '../../../src/measure/discover/installed-files.ts';
import { ownerIndex } from '../../../src/measure/discover/owner.ts';
import type { BinaryFacts } from '../../../src/model/compiled-module.ts';
import type { Environment, InstalledDistribution } from '../../../src/model/environment.ts';
import type { Files } from '../../../src/model/ports.ts';
import { elfFile } from '../../support/elf-file.ts';
import { peFile } from '../../support/pe-file.ts';

const SITE = '/venv/lib/python3.11/site-packages';
const TAG = '.cpython-311-x86_64-linux-gnu.so';
const module = (name: string) => elfFile({ symbols: [{ name: `PyInit_${name}` }] });
const LIBRARY = elfFile({ symbols: [{ name: 'cblas_dgemm' }] });

type Content = Buffer | string;

/** Files below site-packages, each in the RECORD of the distribution `pkg` or the one named. */
function installed(
  contents: Readonly<Record<string, Content>>,
  others: Readonly<Record<string, Readonly<Record<string, Content>>>> = {},
): { readonly environment: Environment; readonly files: Files } {
  const tree = new Map<string, Content>();
  const distributions: InstalledDistribution[] = [];
  for (const [name, own] of Object.entries({ pkg: contents, ...others })) {
    const metadataFolder = `${SITE}/${name}-1.0.dist-info`;
    const rows = Object.keys(own).map((path) => `${path.includes(',') ? `"${path}"` : path},,`);
    tree.set(`${metadataFolder}/RECORD`, `${rows.join('\n')}\n`);
    for (const [path, content] of Object.entries(own)) {
      tree.set(new URL(path, `file://${SITE}/`).pathname, content);
    }
    distributions.push({
      name,
      version: '1.0',
      metadataFolder,
      requires: name === 'pkg' ? ['direct'] : [],
      role: name === 'pkg' ? 'subject' : 'dependency',
      wheel: null,
    });
  }
  const interpreter: Environment['interpreter'] = {
    executable: '/usr/bin/python3.11',
    version: '3.11.7',
    implementation: 'cpython',
    freeThreaded: false,
    platform: 'linux-x86_64',
    tags: [],
    markers: {},
    extensionSuffixes: [TAG, '.abi3.so', '.so'],
    source: 'path',
  };
  const environment = {
    root: '/venv',
    python: '/venv/bin/python',
    interpreter,
    sitePackages: [SITE],
    distributions,
  };
  const files: Files = {
    read: async (path) => bytesOf(tree.get(path)),
    readText: async (path) => tree.get(path)?.toString(),
    list: async () => [],
    exists: async (path) => tree.has(path),
  };
  return { environment, files };
}

function bytesOf(content: Content | undefined): Uint8Array | undefined {
  return typeof content === 'string' ? Buffer.from(content) : content;
}

async function discoverIn(options: Omit<DiscoverOptions, 'installed'>) {
  const { environment, files } = options;
  return discoverModules({ ...options, installed: await readInstalled(environment, files) });
}

async function discover(
  contents: Readonly<Record<string, Content>>,
  options: {
    readonly modules?: readonly string[];
    readonly dependencies?: 'none' | 'direct' | 'all';
    readonly others?: Readonly<Record<string, Readonly<Record<string, Content>>>>;
  } = {},
) {
  const { modules = [], dependencies = 'none', others = {} } = options;
  return discoverIn({ ...installed(contents, others), modules, dependencies });
}

const filesOf = ({ libraries }: Discovery) => libraries.map(({ file }) => file);

describe('discoverModules() names modules and says how to prove them', () => {
  it.each([
    ['pkg/_x.cpython-311-x86_64-linux-gnu.so', '_x', 'pkg._x', 'by-name'],
    ['pkg/_x.abi3.so', '_x', 'pkg._x', 'by-name'],
    ['_x.so', '_x', '_x', 'by-name'],
    ['pkg/sub/__init__.so', 'sub', 'pkg.sub', 'by-name'],
    ['pkg/"_x".so', '_x', 'pkg."_x"', 'by-package'],
    ['pkg/_x.so', '_other', 'pkg._x', 'by-package'],
    ['pkg/foo-bar/_x.so', '_x', 'pkg.foo-bar._x', 'by-package'],
    ['pkg.libs/_x.so', '_x', 'pkg.libs._x', 'by-package'],
    ['pkg/_x.v2.so', '_x', 'pkg._x', 'by-package'],
    ['pkg/_x.cpython-39-x86_64-linux-gnu.so', '_x', 'pkg._x', 'wrong-tag'],
    ['pkg/_x.cpython-311-x86_64-linux-musl.so', '_x', 'pkg._x', 'wrong-tag'],
    ['pkg/_x.abi3t.so', '_x', 'pkg._x', 'wrong-tag'],
    ['pkg/_x.cp311-win_amd64.pyd', '_x', 'pkg._x', 'wrong-tag'],
    ['pkg/_x.pyd', '_x', 'pkg._x', 'wrong-tag'],
    ['pkg/_x.pypy39-pp73-x86_64-linux-gnu.so', '_x', 'pkg._x', 'wrong-tag'],
    ['../../../bin/_x.so', '_x', '_x', 'by-package'],
  ])('%s exporting %s', async (path, init, name, proof) => {
    const quoted = path.replaceAll('"', '""');
    const { environment, files } = installed({ [path]: module(init) });
    const record = { ...files, readText: async () => `"${quoted}",,\n` };
    const found = await discoverIn({
      environment,
      files: { ...record, read: async () => module(init) },
      modules: [],
      dependencies: 'none',
    });
    expect(found.modules.map((m) => [m.name, m.proof])).toEqual([[name, proof]]);
  });

  it('takes the first suffix of the interpreter, and lists the sibling that loses', async () => {
    const found = await discover({
      [`pkg/_x${TAG}`]: module('_x'),
      'pkg/_x.abi3.so': module('_x'),
      'pkg/_x.cpython-39-x86_64-linux-gnu.so': module('_x'),
      'pkg/_x.cp311-win_amd64.pyd': module('_x'),
    });
    expect(found.modules.map(({ file, proof }) => [file, proof])).toEqual([
      ['pkg/_x.abi3.so', 'other-tag'],
      ['pkg/_x.cp311-win_amd64.pyd', 'other-tag'],
      [`pkg/_x${TAG}`, 'by-name'],
      ['pkg/_x.cpython-39-x86_64-linux-gnu.so', 'other-tag'],
    ]);
    expect(found.excluded.map(({ reason }) => reason)).toContain(
      `this Python loads pkg/_x${TAG} instead`,
    );
    expect(found.excluded).toHaveLength(3);
  });

  it('lets a library of the same stem serve nobody', async () => {
    const found = await discover({
      'pkg/_x.so': LIBRARY,
      'pkg/_x.cpython-39-x86_64-linux-gnu.so': module('_x'),
    });
    expect(found.modules.map(({ proof }) => proof)).toEqual(['wrong-tag']);
    expect(filesOf(found)).toEqual(['pkg/_x.so']);
  });

  it('counts the folders of .pth files, the deepest first', async () => {
    const found = await discover({
      'pkg.pth': '# comment\nimport os\npkg/vendored\n',
      'pkg/vendored/_x.so': module('_x'),
    });
    expect(found.modules.map(({ name }) => name)).toEqual(['_x']);
  });
});

describe('discoverModules() tells modules from libraries', () => {
  it.each([
    ["a library in an extension's clothes", `pkg/_x${TAG}`, LIBRARY, []],
    [
      'a module whose init function nobody can see',
      `pkg/_x${TAG}`,
      elfFile({ symbols: [{ name: 'PyModuleDef_Init', undefined: true }] }),
      ['pkg._x'],
    ],
    [
      'a library that makes modules for others',
      `pkg/libx${TAG}`,
      elfFile({ symbols: [{ name: 'PyModule_Create2', undefined: true }] }),
      [],
    ],
    ['a versioned library', 'pkg.libs/libfoo-1234.so.3', module('foo'), []],
    [
      'a bundled libpython',
      'pkg/libpython3.11.so',
      elfFile({ symbols: [{ name: 'PyInit__imp' }, { name: 'PyInit__io' }] }),
      [],
    ],
    ['a linker script', 'pkg/libfoo.so', 'GROUP ( libfoo.so.1 )', []],
    ['a Git LFS pointer', `pkg/_x${TAG}`, 'version https://git-lfs.github.com/spec/v1', ['pkg._x']],
    ['an empty file', 'pkg/_x.so', '', ['pkg._x']],
    ['a truncated module', 'pkg/_x.abi3.so', LIBRARY.subarray(0, 100), ['pkg._x']],
    [
      'a Python 2 module',
      'pkg/_x.so',
      elfFile({ symbols: [{ name: 'init_x' }], text: 'Py_InitModule4_64' }),
      ['pkg._x'],
    ],
  ])('%s', async (_what, path, content, names) => {
    const found = await discover({ [path]: content });
    expect(found.modules.map(({ name }) => name)).toEqual(names);
    expect(found.modules.every(({ proof }) => proof === 'by-name')).toBe(true);
    expect(filesOf(found)).toEqual(names.length === 0 ? [path] : []);
  });
});

describe('discoverModules() chooses', () => {
  const others = { direct: { 'd/_d.so': module('_d') }, far: { 'f/_f.so': module('_f') } };

  it.each([
    ['none', ['pkg._x']],
    ['direct', ['d._d', 'pkg._x']],
    ['all', ['d._d', 'f._f', 'pkg._x']],
  ] as const)('dependencies: %s', async (dependencies, names) => {
    const found = await discover({ 'pkg/_x.so': module('_x') }, { dependencies, others });
    expect(found.modules.map(({ name }) => name)).toEqual(names);
  });

  it('leaves out the module that NumPy made for its own tests, and no other package’s', async () => {
    const path = 'numpy/core/_umath_tests.so';
    const numpy = { [path]: module('_umath_tests'), 'numpy/core/_simd.so': module('_simd') };
    const mine = { 'pkg/_umath_tests.so': module('_umath_tests') };
    const found = await discover(mine, { dependencies: 'all', others: { numpy } });
    expect(found.modules.map(({ name }) => name)).toEqual(['numpy.core._simd', 'pkg._umath_tests']);
    // The user's own globs did not do it.
    expect(found.excluded.map(({ file, kind }) => [file, kind])).toEqual([[path, undefined]]);
  });

  it('says of what the user’s globs leave out that they do', async () => {
    const files = { [`pkg/_x${TAG}`]: module('_x'), [`pkg/_y${TAG}`]: module('_y') };
    const found = await discover(files, { modules: ['!pkg._y'] });
    expect(found.excluded.map(({ module, kind }) => [module, kind])).toEqual([
      ['pkg._y', 'left-out'],
    ]);
  });

  it('reports globs that match nothing, missing files and missing RECORDs', async () => {
    const { environment, files } = installed({ 'pkg/_x.so': module('_x') }, others);
    const found = await discoverIn({
      environment,
      files: {
        ...files,
        read: async () => undefined,
        readText: async (path) => (path.includes('far-') ? undefined : files.readText(path)),
      },
      modules: ['pkg.y'],
      dependencies: 'all',
    });
    expect(found.problems.map(({ kind, what }) => [kind, what])).toEqual([
      ['no-record', 'far'],
      ['missing-file', 'pkg/_x.so'],
      ['missing-file', 'd/_d.so'],
      ['unmatched-glob', 'pkg.y'],
    ]);
  });

  it('believes no RECORD that gives two files one hash', async () => {
    const { environment, files } = installed({ 'pkg/_x.so': module('_x'), 'pkg/l.so': LIBRARY });
    const found = await discoverIn({
      environment,
      files: {
        ...files,
        readText: async () => 'pkg/l.so,sha256=abc,100\npkg/_x.so,sha256=abc,100\n',
      },
      modules: [],
      dependencies: 'none',
      known: new Map(),
    });
    expect([found.modules.map(({ name }) => name), filesOf(found)]).toEqual([
      ['pkg._x'],
      ['pkg/l.so'],
    ]);
  });

  it('reads a file once when RECORD gives its hash', async () => {
    const { environment, files } = installed({ 'pkg/_x.so': module('_x') });
    const known = new Map<string, BinaryFacts>();
    let reads = 0;
    const counting: Files = {
      ...files,
      readText: async () => 'pkg/_x.so,sha256=abc,100\n',
      read: async (path) => {
        reads += 1;
        return files.read(path);
      },
    };
    const options = {
      environment,
      files: counting,
      modules: [],
      dependencies: 'none',
      known,
    } as const;
    const first = await discoverIn(options);
    expect(await discoverIn(options)).toEqual(first);
    expect([reads, first.modules.length]).toEqual([1, 1]);
  });
});

describe('a folder that only a running interpreter knows', () => {
  const PREFIX = 'c.prefix/lib/python3.11/site-packages';
  const contents = { [`${PREFIX}/eigen/_x.so`]: module('_x') };

  it.each([
    [[], 'c.prefix.lib.python3.11.site-packages.eigen._x', 'by-package', null],
    [[`${SITE}/${PREFIX}`], 'eigen._x', 'by-name', 'eigen._x'],
  ])('names modules: %j', async (sysPath, name, proof, owned) => {
    const { environment, files } = installed(contents);
    const options = { environment, files, sysPath, modules: [], dependencies: 'none' } as const;
    const found = (await discoverIn(options)).modules[0];
    expect([found?.name, found?.proof]).toEqual([name, proof]);
    const owner = (
      await ownerIndex(environment, await readInstalled(environment, files), files, sysPath)
    )(`${SITE}/${PREFIX}/eigen/_x.so`);
    expect(owner?.module).toBe(owned);
  });
});

it('names files outside site-packages below the environment, the same in every run', async () => {
  const contents = {
    '../../../lib/libirml.so': LIBRARY,
    '../../../bin/_x.so': module('_x'),
    '/opt/elsewhere/liby.so': LIBRARY,
  };
  const found = await discover(contents);
  expect(filesOf(found)).toEqual(['/opt/elsewhere/liby.so', 'lib/libirml.so']);
  expect(found.modules.map(({ file }) => file)).toEqual(['bin/_x.so']);
  const { environment, files } = installed(contents);
  const ownerOf = await ownerIndex(environment, await readInstalled(environment, files), files);
  expect(ownerOf('/venv/lib/libirml.so')?.file).toBe('lib/libirml.so');
});

describe('ownerIndex()', () => {
  it.each([
    [`${SITE}/pkg/_x.so`, 'pkg', 'pkg._x'],
    ['/private/venv/lib64/python3.11/site-packages/d/_d.so', 'direct', 'd._d'],
    [`${SITE}/pkg/data.txt`, 'pkg', null],
    [`${SITE}/pkg/unknown.so`, undefined, undefined],
    ['/usr/lib/libm.so.6', undefined, undefined],
  ])('%s', async (path, distribution, name) => {
    const contents = { 'pkg/_x.so': module('_x'), 'pkg/data.txt': '' };
    const { environment, files } = installed(contents, { direct: { 'd/_d.so': module('_d') } });
    const owner = (await ownerIndex(environment, await readInstalled(environment, files), files))(
      path,
    );
    expect([owner?.distribution, owner?.module]).toEqual([distribution, name]);
  });
});

it('sets files of another system aside: one wheel may serve several', async () => {
  const { modules, excluded } = await discover({
    [`pkg/_x${TAG}`]: module('_x'),
    'pkg/_helper.cp311-win_amd64.pyd': peFile({ exports: ['PyInit__helper'] }),
  });
  expect(modules.map(({ name }) => name)).toEqual(['pkg._x']);
  expect(excluded).toEqual([
    {
      module: 'pkg._helper',
      file: 'pkg/_helper.cp311-win_amd64.pyd',
      reason: 'it is made for Windows',
    },
  ]);
});
