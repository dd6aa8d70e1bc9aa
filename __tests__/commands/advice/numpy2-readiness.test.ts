import { numpy2Readiness } from '../../../src/commands/advice/numpy2-readiness.ts';
import type { Wheel } from '../../../src/wheels/open-wheel.ts';
import { elfFile } from '../../support/elf-file.ts';

const TEXTS = {
  new: '\0numpy._core._multiarray_umath\0numpy._core.multiarray failed to import\0_ARRAY_API\0',
  old: '\0numpy.core._multiarray_umath\0numpy.core.multiarray failed to import\0_ARRAY_API\0',
  sizes:
    '\0%.200s.%.200s size changed, may indicate binary incompatibility. Expected %zd\0numpy\0ndarray\0flatiter\0',
  none: '',
} as const;

type Member = readonly [path: string, kind: keyof typeof TEXTS, packedSize: number];

async function readiness(members: readonly Member[], metadata: string | null = null) {
  const read: string[] = [];
  const wheel: Wheel = {
    metadata,
    tags: [],
    close: () => undefined,
    members: members.map(([path, , packedSize]) => ({ path, size: packedSize, packedSize })),
    stream: async () => undefined,
    look: async () => undefined,
    read: async (path) => {
      read.push(path);
      const found = members.find(([name]) => name === path);
      return found && elfFile({ symbols: [{ name: 'PyInit_x' }], text: TEXTS[found[1]] });
    },
  };
  return { said: await numpy2Readiness(wheel, { python_version: '3.11' }), read };
}

const MB = 2 ** 20;

test.each<[string, readonly Member[], string, readonly string[]]>([
  ['no binary', [['p/x.py', 'none', 1]], 'unknown', []],
  ['one for NumPy 2', [['p/x.so', 'new', 1]], 'ready', ['p/x.so']],
  [
    'the smallest decides first',
    [
      ['p/big.so', 'new', 9 * MB],
      ['p/small.pyd', 'old', 1],
    ],
    'not-ready',
    ['p/small.pyd'],
  ],
  [
    'one of several for NumPy 1',
    [
      ['p/a.so', 'new', 1],
      ['p/b.so', 'old', 2],
    ],
    'not-ready',
    ['p/a.so', 'p/b.so'],
  ],
  [
    'modules that say nothing, and a library for NumPy 1',
    [
      ['p/a.so', 'none', 1],
      ['p.libs/libb.so.7', 'old', 2],
    ],
    'not-ready',
    ['p/a.so', 'p.libs/libb.so.7'],
  ],
  [
    'modules that say nothing, and a library for NumPy 2',
    [
      ['p/a.so', 'none', 1],
      ['p.libs/libb.so.7', 'new', 2],
    ],
    'ready',
    ['p/a.so', 'p.libs/libb.so.7'],
  ],
  [
    'the large rest of a wheel for NumPy 2',
    [
      ['p/a.so', 'new', 1],
      ['p/b.so', 'none', 5 * MB],
    ],
    'ready',
    ['p/a.so'],
  ],
  [
    'small ones that say nothing of a large one',
    [
      ['p/a.so', 'none', 1],
      ['p/b.so', 'old', 5 * MB],
    ],
    'not-ready',
    ['p/a.so', 'p/b.so'],
  ],
  [
    'sizes only',
    [
      ['p/a.so', 'sizes', 1],
      ['p/b.so', 'none', 2],
    ],
    'unknown',
    ['p/a.so', 'p/b.so'],
  ],
  [
    'copies of libraries',
    [
      ['p.libs/libblas-1.so', 'none', 30 * MB],
      ['p/.dylibs/libgfortran.dylib', 'none', 5 * MB],
      ['p/x.so', 'new', 1],
    ],
    'ready',
    ['p/x.so'],
  ],
])('numpy2Readiness: %s', async (_, members, said, read) => {
  expect(await readiness(members)).toEqual({ said, read });
});

test.each([
  ['numpy>=2.0.0,<2.1.0', 'ready'],
  ['numpy>=2; python_version >= "3.9"', 'ready'],
  ['numpy>=2; python_version < "3.9"', 'unknown'],
  ['numpy>=2; extra == "fast"', 'unknown'],
  ['numpy>=1.19,<2', 'not-ready'],
  ['numpy>=1.19', 'unknown'],
  ['other>=2', 'unknown'],
])(
  'numpy2Readiness of a wheel whose bytes tell sizes only, or that has none, and that requires %s',
  async (line, said) => {
    const metadata = `Metadata-Version: 2.1\nName: p\nVersion: 1\nRequires-Dist: ${line}\n`;
    expect((await readiness([['p/a.so', 'sizes', 1]], metadata)).said).toBe(said);
    expect((await readiness([['p/x.py', 'none', 1]], metadata)).said).toBe(said);
    expect((await readiness([['p/a.so', 'old', 1]], metadata)).said).toBe('not-ready');
  },
);
