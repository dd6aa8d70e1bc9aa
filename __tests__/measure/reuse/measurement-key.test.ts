import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import {
  type MeasurementInputs,
  measurementKey,
} from '../../../src/measure/reuse/measurement-key.ts';

const folder = mkdtempSync(join(tmpdir(), 'key-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const inputs: MeasurementInputs = {
  code: 'c0de',
  uv: '0.13.9',
  system: '5y5',
  interpreter: '1nt',
  combination: {
    id: 'py3.11-np2.0.2',
    python: '3.11',
    numpy: '2.0.2',
    platform: 'linux-x86_64',
    interpreter: {
      executable: '/opt/python/bin/python3.11',
      version: '3.11.7',
      implementation: 'cpython',
      freeThreaded: false,
      platform: 'linux-x86_64',
      tags: [],
      markers: {},
      extensionSuffixes: [],
      source: 'path',
    },
  },
  resolved: 'numpy 2.0.2 sha256:1',
  wheels: [{ file: 'pkg-1.0-cp311-cp311-linux_x86_64.whl', sha256: 'aa' }],
  subject: [],
  config: {
    modules: [],
    dependencies: 'none',
    isolation: 'shared',
    smoke: { code: 'import pkg', name: 'smoke.py', file: null },
    compare: false,
    timeoutSeconds: 60,
    environment: ['PKG_MODE', 'PKG_DATA'],
    extras: [],
    metadata: 'respect',
  },
  env: { PATH: '/bin', PKG_MODE: 'a', PKG_DATA: join(folder, 'data'), OTHER: 'x' },
  smokeFolder: '',
  debugger: null,
  places: ['/tmp', '/dev/shm'],
};

type Change = Partial<Omit<MeasurementInputs, 'config'>> & {
  readonly config?: Partial<MeasurementInputs['config']>;
};
const keyOf = ({ config, ...change }: Change): string | undefined =>
  measurementKey({ ...inputs, ...change, config: { ...inputs.config, ...config } });
const { combination, env } = inputs;
const smoke = { code: 'import pkg', name: 'smoke.py', file: null };

describe('measurementKey()', () => {
  it.each<[string, Change]>([
    ['the program', { code: 'c0dd' }],
    ['uv', { uv: '0.13.10' }],
    ['the system, its processor or its libraries', { system: 'other' }],
    ['the build of Python, or its patch release', { interpreter: 'other' }],
    ['the NumPy', { combination: { ...combination, numpy: '2.0.1', id: 'py3.11-np2.0.1' } }],
    ['a nightly NumPy of the same name', { combination: { ...combination, nightly: true } }],
    ['a byte of a dependency', { resolved: 'numpy 2.0.2 sha256:2' }],
    [
      'a byte of the subject’s wheel',
      { wheels: [{ file: 'pkg-1.0-cp311-cp311-linux_x86_64.whl', sha256: 'ab' }] },
    ],
    ['what was asked for', { subject: ['pkg[fast]==1.0'] }],
    ['a variable passed through', { env: { ...env, PKG_MODE: 'b' } }],
    ['a variable passed through, now empty', { env: { ...env, PKG_MODE: '' } }],
    ['PATH', { env: { ...env, PATH: '/usr/bin:/bin' } }],
    ['LD_LIBRARY_PATH', { env: { ...env, LD_LIBRARY_PATH: '/opt/lib' } }],
    ['the time zone', { env: { ...env, TZ: 'Asia/Tokyo' } }],
    ['the smoke text', { config: { smoke: { ...smoke, code: 'import pkg ' } } }],
    ['the smoke code’s name', { config: { smoke: { ...smoke, name: 'other.py' } } }],
    ['a file beside the smoke code', { smokeFolder: 'ff' }],
    ['no smoke code', { config: { smoke: null } }],
    ['modules', { config: { modules: ['!pkg._x'] } }],
    ['dependencies', { config: { dependencies: 'all' } }],
    ['isolation', { config: { isolation: 'module' } }],
    ['compare', { config: { compare: true } }],
    ['timeout', { config: { timeoutSeconds: 61 } }],
    ['extras', { config: { extras: ['fast'] } }],
    ['the debugger', { debugger: { kind: 'gdb', executable: '/usr/bin/gdb' } }],
    ['where environments are made', { places: ['/mnt', '/dev/shm'] }],
    ['whether some are made in memory', { places: ['/tmp'] }],
  ])('changes with %s', (_, change) => {
    expect(keyOf(change)).toBeDefined();
    expect(keyOf(change)).not.toBe(keyOf({}));
  });

  it('changes with the file that a variable names', () => {
    const before = keyOf({});
    writeFileSync(join(folder, 'data'), 'x');
    const there = keyOf({});
    writeFileSync(join(folder, 'data'), 'xy');
    expect(new Set([before, there, keyOf({})]).size).toBe(3);
  });

  it('changes with a file deep in one of the folders that a variable names', () => {
    const deep = join(folder, 'tree', 'a', 'b');
    mkdirSync(deep, { recursive: true });
    const change = {
      env: { ...env, PKG_DATA: ['/nowhere', join(folder, 'tree')].join(delimiter) },
    };
    const keys = ['x', 'xy'].map((text) => {
      writeFileSync(join(deep, 'settings.txt'), text);
      return keyOf(change);
    });
    expect(new Set([...keys, keyOf({})]).size).toBe(3);
    expect(keyOf(change)).toBe(keys[1]);
  });

  it('stays with what no probe sees', () => {
    expect(keyOf({ env: { ...env, OTHER: 'y', GITHUB_RUN_ID: '7' } })).toBe(keyOf({}));
    expect(keyOf({ env: { ...env, HOME: '/root' } })).toBe(keyOf({}));
  });

  it.each<[string, Change]>([
    ['PYTHONPATH leads outside', { config: { environment: ['PYTHONPATH'] } }],
    ['LD_PRELOAD brings in code', { config: { environment: ['LD_PRELOAD'] } }],
    ['DYLD_… says where libraries are', { env: { ...env, DYLD_LIBRARY_PATH: '/x' } }],
    ['metadata is not respected', { config: { metadata: 'ignore' } }],
  ])('there is none where %s', (_, change) => {
    expect(keyOf(change)).toBeUndefined();
  });
});
