import { execFileSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join, resolve } from 'node:path';

const PROGRAM = resolve(import.meta.dirname, '..', 'dist', 'cli.mjs');
const NUMPYS = [
  '1.26.4',
  '2.0.2',
  '2.1.3',
  '2.2.6',
  '1.26.3',
  '1.26.2',
  '2.1.2',
  '2.2.5',
  '1.26.1',
  '2.1.1',
];
const PYTHONS = ['3.11', '3.12', '3.10', '3.9'];

/**
 * What one run of this tool costs against the number of combinations, of modules, and of files in the
 * environment: a wheel for the stable ABI is generated for each, nothing of it is kept between runs.
 */
export function measureSizes({ folder, cache, jobs, measured }) {
  const wheel = (modules, files) => {
    const script = join(import.meta.dirname, 'make-wheel.py');
    const args = [script, folder, String(modules), String(files)];
    return execFileSync('python3', args, { encoding: 'utf8' }).trim();
  };
  const run = (file, combinations) => {
    const pythons = PYTHONS.slice(0, Math.ceil(combinations / NUMPYS.length));
    const each = Math.ceil(combinations / pythons.length);
    const many = (flag, list) => list.flatMap((one) => [flag, one]);
    rmSync(join(cache, 'store-1'), { recursive: true, force: true });
    const used = measured(
      [
        ...[process.execPath, PROGRAM, 'check', '--wheel', file, '--quiet'],
        ...many('--python', pythons),
        ...many('--numpy', NUMPYS.slice(0, each)),
        ...['--jobs', String(jobs), '--cache-dir', cache],
      ],
      folder,
    );
    console.log('size', combinations, file, JSON.stringify(used));
    return used;
  };
  const small = wheel(1, 0);
  run(small, 40); // downloads
  return {
    combinations: [1, 5, 10, 20, 30, 40].map((at) => ({ at, ...run(small, at) })),
    modules: [1, 50, 100, 200, 350, 500].map((at) => ({ at, ...run(wheel(at, 0), 2) })),
    files: [0, 1000, 2500, 5000, 10000].map((at) => ({ at, ...run(wheel(1, at), 2) })),
  };
}
