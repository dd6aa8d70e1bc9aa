import { loadedLibraries } from '../../../src/measure/discover/loaded-libraries.ts';
import type { Era } from '../../../src/model/compiled-module.ts';
import { NO_FACTS, observed, SITE, target } from '../../judge/diagnose/made-evidence.ts';

const library = (
  name: string,
  era: Era,
  needed: readonly string[] = [],
  also: readonly Era[] = [],
) => ({
  path: `${SITE}pkg.libs/${name}`,
  file: `pkg.libs/${name}`,
  facts: { ...NO_FACTS, capi: { era, target: null, also }, needed },
});
const imported = (name: string, needed: readonly string[]) => ({
  module: target(name, { needed }),
  observation: observed(),
});
const failed = (name: string, needed: readonly string[]) => ({
  module: target(name, { needed }),
  observation: observed({ outcome: { kind: 'raised' } }),
});

const OLD = library('libcasa_python3-69.so.7', '1.x');

test.each([
  ['a module needs it', [imported('pkg._x', ['libc.so.6', 'libcasa_python3-69.so.7'])], [OLD], 1],
  [
    'over another library, in a circle',
    [imported('pkg._x', ['libmid.so.1'])],
    [library('libmid.so.1', 'none', ['libcasa_python3-69.so.7', 'libmid.so.1']), OLD],
    1,
  ],
  ['several modules', [imported('pkg._x', [OLD.path]), imported('pkg._y', [OLD.path])], [OLD], 1],
  [
    'by its path, on macOS',
    [imported('pkg._x', ['@rpath/libb.dylib'])],
    [library('libb.dylib', 'lazy-1.x')],
    1,
  ],
  [
    'both kinds in one file',
    [imported('pkg._x', ['libb.so'])],
    [library('libb.so', '2.x', [], ['lazy-1.x'])],
    1,
  ],
  ['no module needs it', [imported('pkg._x', ['libc.so.6'])], [OLD], 0],
  ['the module was not imported', [failed('pkg._x', [OLD.path])], [OLD], 0],
  ['it is for NumPy 2', [imported('pkg._x', ['libb.so'])], [library('libb.so', '2.x')], 1],
  ['it does without NumPy', [imported('pkg._x', ['libb.so'])], [library('libb.so', 'none')], 0],
])('a library that asks for NumPy’s C-API: %s', (_what, modules, bundled, count) => {
  const found = loadedLibraries(modules, bundled);
  expect(found).toHaveLength(count);
  for (const { file, module, observation } of found) {
    expect([module, observation.culpritFile, observation.outcome.kind]).toEqual([
      null,
      file,
      'imported',
    ]);
  }
});

test('tells of the library alone: what else its module was seen to do is told of the module', () => {
  const seen = observed({ stderr: 'numpy.ndarray size changed', disagreement: ['signalled'] });
  const [found] = loadedLibraries(
    [{ module: target('pkg._x', { needed: [OLD.path] }), observation: seen }],
    [OLD],
  );
  expect(found?.observation).toMatchObject({ stderr: '', disagreement: [], numpy: seen.numpy });
});
