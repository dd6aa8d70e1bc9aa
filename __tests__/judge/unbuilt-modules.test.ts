import { definedModules } from '../../src/judge/locate/defined-modules.ts';
import { unbuiltModules } from '../../src/judge/unbuilt-modules.ts';
import type { Measurement } from '../../src/model/measurement.ts';
import { memorySources } from './locate/memory-sources.ts';

const SETUP =
  'ext = [Extension("pkg._a", ["a.c"])]\nif found:\n    ext.append(Extension("pkg._b", ["b.c"]))\n';
const run = (more: Partial<Measurement>): Measurement =>
  ({
    observed: [{ module: { name: 'pkg._a', role: 'subject' } }],
    leftOut: [],
    notTested: [],
    files: {},
    filesOf: {},
    ...more,
  }) as unknown as Measurement;

async function told(
  files: Readonly<Record<string, string>>,
  ...runs: readonly Measurement[]
): Promise<readonly string[]> {
  const defined = await definedModules(memorySources(files));
  const sources = { uninitialised: {}, extensions: [], defined };
  return unbuiltModules({ sources, measurements: runs });
}

describe('unbuiltModules()', () => {
  it('tells of a module that a condition of the build left out', async () => {
    expect(await told({ 'setup.py': SETUP }, run({}))).toEqual([
      expect.stringMatching(
        /^setup\.py, line 3, defines pkg\._b, which no wheel of this run holds/,
      ),
    ]);
  });

  it.each<[string, Readonly<Record<string, string>>]>([
    [
      'a condition above it, of a platform',
      { 'setup.py': 'if WINDOWS:\n    flags = []\next = [Extension("pkg._b", ["b.c"])]\n' },
    ],
    [
      'an else of a try',
      {
        'setup.py':
          'if WINDOWS:\n    flags = []\ntry:\n    import x\nexcept ImportError:\n    x = None\nelse:\n    ext = [Extension("pkg._b", ["b.c"])]\n',
      },
    ],
    ['what meson installs', { 'meson.build': "py.extension_module('_b', 'b.c', kwargs: all)\n" }],
    [
      'what CMake names otherwise',
      {
        'CMakeLists.txt':
          'pybind11_add_module(x b.cpp)\nset_property(TARGET x PROPERTY OUTPUT_NAME _b)\n',
      },
    ],
  ])('tells of it still: %s', async (_name, files) => {
    expect(await told(files, run({}))).toEqual([expect.stringMatching(/defines (?:pkg\.)?_b,/)]);
  });

  it.each<[string, Readonly<Record<string, string>>, readonly Measurement[]]>([
    [
      'another platform has it',
      { 'setup.py': SETUP },
      [run({}), run({ observed: [{ module: { name: 'pkg._b' } }] as never })],
    ],
    ['a finding tells of it', { 'setup.py': SETUP }, [run({ leftOut: ['pkg._b'] })]],
    [
      'it was left out by the user',
      { 'setup.py': SETUP },
      [run({ notTested: [{ what: 'pkg._b', reason: 'x' }] })],
    ],
    [
      'it is a library',
      { 'setup.py': SETUP },
      [run({ files: { '/environment/pkg/_b.so': {} } as never })],
    ],
    ['nothing was built at all', { 'setup.py': SETUP }, [run({ observed: [] })]],
    [
      'its name is made',
      { 'setup.py': 'Extension("pkg." + name, ["b.c"])\nExtension("*", ["*.pyx"])' },
      [run({})],
    ],
    ['it is a part of the tests', { 'tests/setup.py': SETUP }, [run({})]],
    [
      'the platform decides',
      { 'setup.py': 'if sys.platform == "win32":\n    ext += [Extension("pkg._win", ["w.c"])]\n' },
      [run({})],
    ],
    [
      'a function for a platform makes it',
      { 'setup.py': 'def macos_extensions():\n    return [Extension("pkg._mac", ["m.c"])]\n' },
      [run({})],
    ],
    [
      'the platform decides, by an else',
      {
        'setup.py':
          'if WINDOWS:\n    pass\nelif found:\n    pass\nelse:\n    if more:\n        e = Extension("pkg._posix", ["p.c"])\n',
      },
      [run({})],
    ],
    [
      'CMake names its file otherwise',
      {
        'CMakeLists.txt':
          'pybind11_add_module(python MODULE a.cpp)\nset_target_properties(python PROPERTIES\n  PREFIX "" OUTPUT_NAME _a)\n',
      },
      [run({})],
    ],
    [
      'meson does not install it',
      { 'meson.build': "py.extension_module('_check', 'c.c')\n" },
      [run({})],
    ],
    [
      'it belongs to a subproject',
      { 'subprojects/x/meson.build': "py.extension_module('_b', 'b.c')" },
      [run({})],
    ],
    ['it is a crate', { 'Cargo.toml': '[package]\nname = "core-math"' }, [run({})]],
    [
      'CMake calls it by a variable',
      { 'CMakeLists.txt': 'pybind11_add_module($' + '{NAME} b.cpp)' },
      [run({})],
    ],
  ])('says nothing where %s', async (_why, files, runs) => {
    expect(await told(files, ...runs)).toEqual([]);
  });

  it('tells of a few, and how many more', async () => {
    const many = Array.from({ length: 8 }, (_, n) => `Extension("pkg._m${n}", ["m.c"])`).join('\n');
    const lines = await told({ 'setup.py': many }, run({}));
    expect(lines).toHaveLength(6);
    expect(lines.at(-1)).toBe('3 more modules are defined and were not built');
  });
});

describe('definedModules()', () => {
  it('keeps those of one platform, which a wheel without any module lacks all the same', async () => {
    const setup =
      'ext = [Extension("pkg._a", ["a.c"])]\nif WIN32:\n    e = Extension("pkg._w", ["w.c"])\n';
    expect(await definedModules(memorySources({ 'setup.py': setup }))).toEqual([
      { module: 'pkg._a', file: 'setup.py', line: 1 },
      { module: 'pkg._w', file: 'setup.py', line: 3, isForSome: true },
    ]);
  });
});
