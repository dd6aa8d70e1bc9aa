import { combinationVerdict } from '../../src/judge/combination-verdict.ts';
import type { Finding } from '../../src/model/finding.ts';
import type { Measurement } from '../../src/model/measurement.ts';

type Seen = Pick<Finding, 'kind' | 'severity' | 'category' | 'culprit'>;

const warning = (
  kind: string,
  category: Finding['category'],
  distribution: string | null,
): Seen => ({
  kind,
  category,
  severity: 'warning',
  culprit: { distribution, version: '1.0', module: null, file: null },
});

describe('a combination where everything imports', () => {
  // What is tested: modules of `My.Package` and, as asked, of its dependency `asked`.
  const observed = ['My.Package', 'asked'].map(
    (distribution) => ({ module: { distribution } }) as Measurement['observed'][number],
  );

  it.each<[string, readonly Seen[], string]>([
    ['nothing', [], 'proven'],
    [
      'a module that NumPy refused at first',
      [warning('swallowed', 'numpy-abi', 'my-package')],
      'doubtful',
    ],
    [
      'a module that reads NumPy 1’s layout',
      [warning('latent-np1', 'latent', 'my-package')],
      'doubtful',
    ],
    [
      'a module without import_array()',
      [warning('import-array-missing', 'numpy-abi', 'my-package')],
      'doubtful',
    ],
    [
      'a module of another Python',
      [warning('py-mismatch.cython-warning', 'python-abi', 'my-package')],
      'doubtful',
    ],
    ['the same of a dependency under test', [warning('latent-np1', 'latent', 'asked')], 'doubtful'],
    ['the same of one that is not', [warning('swallowed', 'numpy-abi', 'numexpr')], 'warned'],
    ['the same of nobody that is known', [warning('swallowed', 'numpy-abi', null)], 'warned'],
    ['files of two NumPys', [warning('numpy-mixed-install', 'environment', 'numpy')], 'doubtful'],
    [
      'a library that an optional module lacks',
      [warning('swallowed', 'loader', 'my-package')],
      'warned',
    ],
    [
      'smoke code that compares nothing',
      [warning('smoke-not-deterministic', 'configuration', null)],
      'warned',
    ],
    ['a range declared too wide', [warning('range-too-wide', 'metadata', 'my-package')], 'proven'],
    [
      'a note',
      [{ ...warning('py-gil-enabled', 'python-abi', 'my-package'), severity: 'note' }],
      'proven',
    ],
    [
      'a harmless warning beside a doubtful one',
      [warning('swallowed', 'loader', 'asked'), warning('latent-np1', 'latent', 'asked')],
      'doubtful',
    ],
  ])('with %s: %j is %s', (_what, findings, expected) => {
    expect(combinationVerdict({ state: { kind: 'ran' }, observed }, [], findings)).toBe(expected);
  });
});
