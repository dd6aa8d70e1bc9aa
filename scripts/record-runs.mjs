// Records the runs that the judge's table test reads: runs `check` for real, and keeps what it
// measured in __tests__/judge/recorded/NAME.json.gz. Needs the Pythons that the table names.
//
//   node scripts/record-runs.mjs [NAME…]     all, or those named; `--missing`: those without a file
import { spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';

const FOLDER = '__tests__/judge/recorded';
const named = process.argv.slice(2).filter((one) => !one.startsWith('--'));
const missingOnly = process.argv.includes('--missing');
const work = mkdtempSync(join(tmpdir(), 'numpy-abi-matrix-record-'));
// A copy: the bundle may be made anew meanwhile.
cpSync('dist', join(work, 'dist'), { recursive: true });
const cli = join(work, 'dist', 'cli.mjs');
try {
  const outfile = join(work, 'runs.mjs');
  await build({
    entryPoints: [`${FOLDER}/runs.ts`],
    outfile,
    bundle: true,
    format: 'esm',
    platform: 'node',
    logLevel: 'warning',
  });
  const { RECORDED_RUNS } = await import(pathToFileURL(outfile).href);
  for (const run of RECORDED_RUNS) {
    const target = join(FOLDER, `${run.name}.json.gz`);
    if (named.length > 0 ? !named.includes(run.name) : missingOnly && existsSync(target)) continue;
    record(run, target);
  }
} finally {
  rmSync(work, { recursive: true, force: true, maxRetries: 3 });
}

function record({ name, project, args, smoke }, target) {
  const folder = join(work, name);
  mkdirSync(folder, { recursive: true });
  if (typeof project === 'string') cpSync(join('examples', project), folder, { recursive: true });
  for (const [path, text] of Object.entries(typeof project === 'object' ? project : {})) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  if (smoke) writeFileSync(join(folder, 'smoke.py'), smoke);
  const file = join(work, `${name}.json`);
  const { status, stderr } = spawnSync(
    process.execPath,
    [
      ...[cli, 'check', ...(project ? ['.'] : []), ...args],
      ...(smoke ? ['--smoke', 'smoke.py'] : []),
      ...['--measurements', file, '--quiet'],
    ],
    { cwd: folder, encoding: 'utf8', timeout: 1_800_000 },
  );
  if (!existsSync(file)) {
    console.error(`${name}: exit code ${status}, nothing was measured\n${stderr}`);
    process.exitCode = 1;
    return;
  }
  const text = portable(readFileSync(file, 'utf8'), folder);
  writeFileSync(target, gzipSync(text, { level: 9 }));
  const left = new Set(text.match(/\/(?:tmp|home|root|var|Users)\/[\w./-]*/g) ?? []);
  console.log(
    `${name}: exit code ${status}, ${text.length} characters ${[...left].slice(0, 5).join(' ')}`,
  );
}

/** Folders of this machine that tools print are called by names that every machine could have. */
function portable(text, folder) {
  const { timeline: _, ...document } = JSON.parse(
    text.replaceAll(folder, '/project').replaceAll(work, '/work').replaceAll(homedir(), '/user'),
  );
  // How this machine's pip is set up has nothing to do with the run.
  document.notices = document.notices.filter((notice) => !notice.includes('find-links'));
  const { measurements, shared, ...head } = document;
  const fields = Object.entries(head).map(
    ([key, value]) => `${JSON.stringify(key)}:${JSON.stringify(value)}`,
  );
  const lines = (list) => `[\n${list.map((one) => JSON.stringify(one)).join(',\n')}\n]`;
  return `{${fields.join(',\n')},\n"measurements":${lines(measurements)},\n"shared":${lines(shared)}}\n`;
}
