import {
  type EnvironmentState,
  isExchanged,
} from '../../../src/measure/environment/is-exchanged.ts';
import type { InstalledDistribution } from '../../../src/model/environment.ts';
import type { Interpreter } from '../../../src/packaging/interpreter.ts';

const BASE = {
  'pyvenv.cfg': 'file 1',
  site: 'folder 2',
  'site/p': 'folder 3',
  'site/p/__init__.py': 'file 4',
  'site/p-1.dist-info': 'folder 5',
  'site/p-1.dist-info/RECORD': 'file 6',
};
const OLD = {
  'site/numpy': 'folder 10',
  'site/numpy/a.py': 'file 11',
  'site/numpy/b.py': 'file 12',
};
const NEW = {
  'site/numpy': 'folder 20',
  'site/numpy/a.py': 'file 21',
  'site/numpy/c.py': 'file 22',
};
const OURS = { 'site/p/__pycache__': 'folder 30', 'site/p/__pycache__/__init__.pyc': 'file 31' };
const filesOf = (entries: Record<string, string>) =>
  new Set(Object.keys(entries).filter((path) => entries[path]?.startsWith('file')));

function distribution(
  name: string,
  version: string,
  requires: string[] = [],
): InstalledDistribution {
  return {
    name,
    version,
    metadataFolder: `/e/${name}-${version}`,
    requires,
    role: 'dependency',
    wheel: null,
  };
}

function state(
  entries: Record<string, string>,
  numpy: Record<string, string>,
  distributions = [distribution('p', '1')],
  numpyRequires: string[] = [],
): EnvironmentState {
  const all = [...distributions, distribution('numpy', '1', numpyRequires)];
  return {
    environment: {
      root: '/e',
      python: '/e/bin/python',
      interpreter: {} as Interpreter,
      sitePackages: ['/e/site'],
      distributions: all,
    },
    snapshot: new Map(Object.entries(entries)),
    numpy: filesOf(numpy),
  };
}

const before = {
  ...state({ ...BASE, ...OLD }, OLD),
  bytecode: ['site/p/__pycache__/__init__.pyc'],
};
const good = { ...BASE, ...NEW, ...OURS };

describe('isExchanged()', () => {
  it('holds when only NumPy is another', () => {
    expect(isExchanged(before, state(good, NEW))).toBe(true);
  });

  it('holds when NumPy’s folder goes or stays', () => {
    const moved = { 'site/np': 'folder 20', 'site/np/a.py': 'file 21' };
    expect(isExchanged(before, state({ ...BASE, ...OURS, ...moved }, moved))).toBe(true);
  });

  const { 'pyvenv.cfg': _, ...lacking } = good;
  const { 'site/p/__pycache__/__init__.pyc': __, ...uncompiled } = good;
  const { 'site/numpy/c.py': ___, ...incomplete } = good;
  it.each<[string, EnvironmentState]>([
    ['another file changed', state({ ...good, 'site/p/__init__.py': 'file 99' }, NEW)],
    ['another folder changed', state({ ...good, 'site/p': 'folder 99' }, NEW)],
    ['another file is gone', state(lacking, NEW)],
    ['a file is new that NumPy does not own', state({ ...good, 'site/evil.pth': 'file 99' }, NEW)],
    ['a file of the NumPy before is left', state({ ...good, 'site/numpy/b.py': 'file 12' }, NEW)],
    ['a file lies in NumPy’s folder', state({ ...good, 'site/numpy/x.py': 'file 99' }, NEW)],
    ['our bytecode is gone', state(uncompiled, NEW)],
    ['a file of NumPy is missing', state(incomplete, NEW)],
    ['a requirement has another release', state(good, NEW, [distribution('p', '2')])],
    [
      'a requirement came with it',
      state(good, NEW, [distribution('p', '1'), distribution('d', '1')]),
    ],
    ['a requirement is left over', state(good, NEW, [])],
    ['NumPy requires something', state(good, NEW, [distribution('p', '1')], ['d'])],
  ])('does not hold when %s', (___, after) => {
    expect(isExchanged(before, after)).toBe(false);
  });
});
