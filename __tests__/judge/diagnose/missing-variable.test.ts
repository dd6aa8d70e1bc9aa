import { diagnose } from '../../../src/judge/diagnose/diagnose.ts';
import { missingVariable } from '../../../src/judge/diagnose/missing-variable.ts';
import { tellSetUp } from '../../../src/judge/set-up/tell-set-up.ts';
import type { ExceptionRecord } from '../../../src/model/observation.ts';
import { evidenceOf, observed, raisedBy, SITE } from './made-evidence.ts';

test.each([
  ['error: please set GSL_HOME to the folder where GSL is installed', 'GSL_HOME'],
  ['RuntimeError: Environment variable CUDA_HOME is not set', 'CUDA_HOME'],
  [
    'OSError: CUDA_HOME environment variable is not set. Please set it to your CUDA root.',
    'CUDA_HOME',
  ],
  ['ValueError: environment variable `MODEL` missing', 'MODEL'],
  ['error: environment variable `DATA_ROOT` not defined at compile time', 'DATA_ROOT'],
  ['$JAVA_HOME must be set', 'JAVA_HOME'],
  ["RuntimeError: $OMNI_DIR isn't defined", 'OMNI_DIR'],
  ['Define the environment variable NETCDF_DIR', 'NETCDF_DIR'],
  ['ImportError: You must SET `ESMFMKFILE_X` first', 'ESMFMKFILE_X'],
  ['KeyError: "version"', null],
  ["AttributeError: can't set attribute", null],
  ['ValueError: SOME_FLAG is set to 3', null],
  ['TypeError: data set DATA is empty', null],
  ['ImportError: set up the environment first', null],
])('a message that asks for a variable: %s', (words, name) => {
  expect(missingVariable('', words)).toBe(name);
});

function told(exception: ExceptionRecord) {
  return diagnose(
    evidenceOf({
      subjects: ['pkg'],
      observation: observed({ outcome: { kind: 'raised' }, exceptions: [exception] }),
    }),
  );
}

const INIT = { file: `${SITE}pkg/__init__.py`, line: 2, function: '<module>' };

test.each([
  ['<frozen os>', 679],
  ['/usr/lib/python3.9/os.py', 679],
  ['C:\\Python39\\lib\\os.py', 679],
])('an import that looks a variable up is told of --environment: %s', (file, line) => {
  const lookup = { file, line, function: '__getitem__' };
  const found = told(raisedBy("KeyError: 'PKG_DATA_DIR'", { frames: [INIT, lookup] }));
  expect(found?.kind).toBe('unclassified');
  expect(found?.title).toMatch(/`PKG_DATA_DIR`, which is not set/);
  expect(found?.fix).toMatch(/--environment PKG_DATA_DIR/);
});

test('a key of something else is no variable', () => {
  const found = told(raisedBy("KeyError: 'PKG_DATA_DIR'", { frames: [INIT] }));
  expect(found?.fix).not.toMatch(/--environment/);
});

test('a build that looks a variable up', () => {
  const lines = [
    '  File "<string>", line 4, in <module>',
    '  File "<frozen os>", line 685, in __getitem__',
    "KeyError: 'FOO_ROOT'",
  ];
  const { reason } = tellSetUp({ setUp: 'build-failed', message: 'No wheel', lines });
  expect(reason).toMatch(
    /asks for the environment variable `FOO_ROOT`.*where the check is started/,
  );
});
