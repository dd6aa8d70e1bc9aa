import { judgeAudit } from '../../src/audit/judge-audit.ts';
import { strangersOf } from '../../src/audit/strangers.ts';
import type { AuditedBinary, AuditedWheel } from '../../src/model/audit.ts';

function binary(file: string, isLibrary = false): AuditedBinary {
  const capi = { era: '2.x', target: '1.20', also: [] } as const;
  const none = { slices: [], generators: [], through: [], needed: [], machines: ['x86_64'] };
  const name = isLibrary ? file : (file.split('.')[0] ?? '').replaceAll('/', '.');
  return { ...none, name, file, isLibrary, format: 'elf', capi };
}

function wheel(tag: string, files: readonly string[], requiresPython = ''): AuditedWheel {
  return {
    kind: 'wheel',
    wheel: `pkg-1.0-${tag}.whl`,
    distribution: 'pkg',
    version: '1.0',
    tags: [tag],
    requiresPython,
    extras: [],
    beside: { kind: 'metadata' },
    requirements: [],
    binaries: files.map((file) => binary(file, file.includes('.libs/'))),
    hasModuleNames: files.length > 0,
  };
}

const MAC = 'macosx_11_0_arm64';

test.each<[string, string, readonly string[], readonly string[]]>([
  ['its own', `cp310-cp310-${MAC}`, ['p/_x.cpython-310-darwin.so'], []],
  ['another', `cp310-cp310-${MAC}`, ['p/_x.cpython-312-darwin.so'], ['p/_x.cpython-312-darwin.so']],
  ['of Windows', 'cp310-cp310-win_amd64', ['_x.cp312-win_amd64.pyd'], ['_x.cp312-win_amd64.pyd']],
  ['of Windows, its own', 'cp310-cp310-win_amd64', ['_x.cp310-win_amd64.pyd'], []],
  ['Python 3.7 has a flag', `cp37-cp37m-${MAC}`, ['_x.cpython-37m-darwin.so'], []],
  ['free-threaded', `cp313-cp313t-${MAC}`, ['_x.cpython-313t-darwin.so'], []],
  [
    'with the lock in one without',
    `cp313-cp313t-${MAC}`,
    ['_x.cpython-313-darwin.so'],
    ['_x.cpython-313-darwin.so'],
  ],
  ['PyPy', 'pp39-pypy39_pp73-win_amd64', ['_x.pypy39-pp73-win_amd64.pyd'], []],
  [
    'CPython in PyPy',
    'pp39-pypy39_pp73-win_amd64',
    ['_x.cp39-win_amd64.pyd'],
    ['_x.cp39-win_amd64.pyd'],
  ],
  ['old PyPy', `pp36-pypy36_pp73-${MAC}`, ['_x.pypy3-72-darwin.so'], []],
  ['no name', `cp310-cp310-${MAC}`, ['_x.so', '_y.abi3.so'], []],
  [
    'several Pythons',
    `py3-none-${MAC}`,
    ['_x.cpython-38-darwin.so', '_x.cpython-312-darwin.so'],
    [],
  ],
  ['later Pythons', `cp39-abi3-${MAC}`, ['_x.cpython-312-darwin.so'], []],
  ['a library', `cp310-cp310-${MAC}`, ['pkg.libs/l.cpython-312-darwin.so'], []],
  ['a tag that names no Python of ours', `cp27-cp27m-${MAC}`, ['_x.cpython-312-darwin.so'], []],
])('files for a Python that the wheel is not for: %s', (_what, tag, files, strangers) => {
  expect(strangersOf(wheel(tag, files)).map(({ file }) => file)).toEqual(strangers);
});

const found = (...wheels: readonly AuditedWheel[]) => {
  const { findings, rows } = judgeAudit(wheels, null);
  return [findings.map(({ kind, severity }) => [kind, severity]), rows.map(({ kinds }) => kinds)];
};

test('a wheel whose module is named for another Python', () => {
  const [findings, kinds] = found(
    wheel(`cp310-cp310-${MAC}`, ['_x.cpython-312-darwin.so']),
    wheel(`cp312-cp312-${MAC}`, ['_x.cpython-312-darwin.so']),
  );
  expect(findings).toEqual([['py-wrong-tag', 'error']]);
  expect(kinds).toEqual([['py-wrong-tag'], []]);
});

test('one that was left over beside the right one is no finding, and tells no NumPy', () => {
  const left = binary('_x.cpython-312-darwin.so');
  const own = wheel(`cp310-cp310-${MAC}`, ['_x.cpython-310-darwin.so']);
  const old = { ...left, capi: { era: '1.x', target: '1.23', also: [] } } as const;
  const { findings, rows } = judgeAudit([{ ...own, binaries: [old, ...own.binaries] }], null);
  expect(findings).toEqual([]);
  expect(rows).toMatchObject([{ needs: '>=1.20' }]);
});

test.each<[string, readonly AuditedWheel[], readonly string[]]>([
  [
    'one of two is empty',
    [wheel(`cp310-cp310-${MAC}`, ['_x.so']), wheel(`cp312-cp312-${MAC}`, [])],
    ['build-without-extensions'],
  ],
  ['all are', [wheel(`cp310-cp310-${MAC}`, []), wheel(`cp312-cp312-${MAC}`, [])], []],
  [
    'a pure wheel for the rest',
    [wheel(`cp310-cp310-${MAC}`, ['_x.so']), wheel('py3-none-any', [])],
    [],
  ],
  [
    'a library for ctypes, which has an init function on Windows alone',
    [
      wheel('cp310-cp310-win_amd64', ['lib.cp310-win_amd64.pyd']),
      { ...wheel(`cp310-cp310-${MAC}`, []), hasModuleNames: true },
    ],
    [],
  ],
  ['programs', [wheel(`cp310-cp310-${MAC}`, ['_x.so']), wheel(`py3-none-${MAC}`, [])], []],
])('a wheel for one Python that holds nothing compiled: %s', (_what, wheels, kinds) => {
  expect(judgeAudit(wheels, null).findings.map(({ kind }) => kind)).toEqual(kinds);
});
