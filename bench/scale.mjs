// The tables of docs/scale.md: what many runners bring, and what merging costs.
//
//   npm run bundle && node bench/scale.mjs [--write] [-- ARGUMENTS OF check …] [-- …]
//
// `--write` puts them into docs/scale.md.
// The simulation takes the costs of a build and of a combination from a run of `check` with each of the
// lists of arguments, the partition from the program itself. Merging is really done. What takes time is
// told in processor time, so that other work on the machine does not count.
import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { gunzipSync, gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { writeMany } from './many-measurements.mjs';

/** Seconds until a job of a hosted runner does its first work, and what checking out costs. */
const JOB_START = 25;
/** Processors of a runner: as many combinations run side by side. A build is taken to use one. */
const RUNNER_CORES = 2;
const PLATFORMS = ['linux-x86_64', 'macos-arm64', 'windows-amd64'];
const PYTHONS = ['3.9', '3.10', '3.11', '3.12', '3.13', '3.14', '3.15'];
const NUMPYS = Array.from({ length: 12 }, (_, at) => `2.${at}.0`);
/** Pythons, NumPys and modules of the runs that are merged. */
const MERGED = [
  [10, 10, 500],
  [5, 10, 500],
  [10, 10, 250],
  [10, 10, 125],
];
const RUNNERS = [1, 3, 6, 9, 12, 21, 30, 42, 60];

const [words = [], ...subjects] = lists(process.argv.slice(2));
const said = [];
const say = (line) => {
  said.push(line);
  console.log(line);
};
const temp = await mkdtemp(join(tmpdir(), 'scale-'));
try {
  const outfile = join(temp, 'scale-entry.mjs');
  await build({
    entryPoints: ['bench/scale-entry.ts'],
    outfile,
    bundle: true,
    format: 'esm',
    platform: 'node',
    loader: { '.py': 'text', '.css': 'text', '.page.js': 'text' },
    banner: {
      js: "import { createRequire as r } from 'node:module'; const require = r(import.meta.url);",
    },
    logLevel: 'warning',
  });
  const program = await import(pathToFileURL(outfile).href);
  const read = async (file) => {
    const bytes = await readFile(file);
    const text = (file.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
    const found = program.readMeasurementsJson(text, program.validateMeasurements);
    if (found.kind === 'problem') throw new Error(`${file}: ${found.reason}`);
    return found.document;
  };
  const load = loadavg()[0]?.toFixed(0);
  say(
    `Measured on ${cpus().length} cores, Node ${process.version}, with a load of ${load} from other work.`,
  );
  for (const args of subjects) simulate(await measured(args, read), program);
  await merging(await read('__tests__/judge/recorded/pandas-2.0.3.json.gz'), program);
  if (words.includes('--write')) await write(said.join('\n').trim());
} finally {
  await rm(temp, { recursive: true, force: true });
}

/** The words before the first `--`, and those after each. */
function lists(all) {
  const found = [[]];
  for (const word of all) {
    if (word === '--') found.push([]);
    else found.at(-1).push(word);
  }
  return found;
}

function median(list) {
  return list.toSorted((a, b) => a - b)[Math.floor(list.length / 2)] ?? 0;
}

/** Runs a program to its end. @returns its processor seconds with all that it started, its peak memory in MB */
async function used(args) {
  const child = spawn('python3', ['bench/measured.py', process.execPath, ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let output = '';
  child.stdout.on('data', (chunk) => {
    output += chunk;
  });
  await new Promise((resolve) => child.on('close', resolve));
  const { code, user, system, memory } = JSON.parse(output);
  return { code, seconds: user + system, memory };
}

/** A run of `check` with these arguments: what it measured, and its processor seconds. */
async function measured(args, read) {
  const file = join(temp, 'run.json');
  const { seconds } = await used([
    'dist/cli.mjs',
    'check',
    '--fresh',
    '--measurements',
    file,
    ...args,
  ]);
  return { document: await read(file), seconds };
}

/** Wall time, runner minutes and artifact bytes for 1 to 60 runners. */
function simulate({ document, seconds }, { expectedWork, shardsOf, measurementsJson }) {
  const ran = document.measurements.filter(({ state }) => state.kind === 'ran');
  const spans = (document.timeline ?? []).filter(({ stage }) => stage === 'build');
  // The run's processor time, divided as its wall time was. A runner has the processors for all of it.
  const walls = [...ran, ...spans].reduce((sum, one) => sum + one.seconds, 0);
  const share = seconds / walls / RUNNER_CORES;
  const each = median(ran.map((one) => one.seconds)) * share;
  const setUp =
    spans.length > 0 ? median(spans.map((one) => one.seconds)) * share * RUNNER_CORES : 0;
  const bytes = gzipSync(measurementsJson(document)).length;
  const perCombination = bytes / ran.length;
  const work = expectedWork({}, document.subject.kind);
  const planned = PLATFORMS.flatMap((platform) =>
    PYTHONS.flatMap((python) =>
      NUMPYS.map((numpy) => ({ id: `${python} ${numpy} ${platform}`, python, numpy, platform })),
    ),
  );
  const builds = setUp > 0 ? `${setUp.toFixed(1)} s a build` : 'nothing to build';
  say(
    `\n**${document.subject.name}**: ${each.toFixed(1)} s a combination, ${builds}, ${(perCombination / 1024).toFixed(1)} KiB a combination\n`,
  );
  say('| runners | wall time | runner minutes | artifacts |');
  say('| ---: | ---: | ---: | ---: |');
  for (const runners of RUNNERS) {
    const parts = shardsOf(planned, Math.max(runners, PLATFORMS.length), work);
    const costs = [...new Set(parts)].map((part) => {
      const own = planned.filter((_, at) => parts[at] === part);
      const pythons = new Set(own.map(({ python }) => python)).size;
      return JOB_START + pythons * setUp + own.length * each;
    });
    // With fewer runners than parts, the longest part goes to whoever is free.
    const load = Array.from({ length: runners }, () => 0);
    for (const cost of costs.toSorted((a, b) => b - a)) {
      load[load.indexOf(Math.min(...load))] += cost;
    }
    // Before and after: the plan of each platform, the cut, the report, each a job.
    const around = 3 * JOB_START + 20;
    const wall = (Math.max(...load) + around) / 60;
    const spent =
      (costs.reduce((sum, one) => sum + one, 0) + (PLATFORMS.length + 2) * (JOB_START + 8)) / 60;
    const size = (perCombination * planned.length) / 1024;
    say(`| ${runners} | ${wall.toFixed(1)} min | ${spent.toFixed(0)} | ${size.toFixed(0)} KiB |`);
  }
}

/** Merges generated measurements: 100 combinations × 500 modules, and fewer of either. */
async function merging(sample, program) {
  say('\n**Merging**: half of the combinations pass, half fail, in a file for each Python\n');
  say('| combinations × modules | files | packed | processor time | peak memory | report |');
  say('| ---: | ---: | ---: | ---: | ---: | ---: |');
  for (const [pythons, numpys, modules] of MERGED) {
    const folder = join(temp, `measurements-${pythons}-${modules}`);
    const made = await writeMany(folder, sample, program, { pythons, numpys, modules });
    const report = join(temp, 'report.json');
    const { seconds, memory } = await used([
      ...['dist/cli.mjs', 'merge', folder, '--quiet', '--json', report],
    ]);
    const { combinations } = JSON.parse(await readFile(report, 'utf8'));
    const judged = combinations.filter(({ verdict }) => ['proven', 'failed'].includes(verdict));
    if (judged.length !== made.combinations) throw new Error('not all of them were judged');
    const { size } = await stat(report);
    say(
      `| ${made.combinations} × ${modules} | ${mib(made.plain)} MiB | ${mib(made.packed)} MiB | ${seconds.toFixed(1)} s | ${memory.toFixed(0)} MB | ${mib(size)} MiB |`,
    );
  }
}

function mib(bytes) {
  return (bytes / 2 ** 20).toFixed(2);
}

async function write(text) {
  const file = 'docs/scale.md';
  const [start, end] = ['<!-- measured -->', '<!-- /measured -->'];
  const old = await readFile(file, 'utf8');
  const [from, to] = [old.indexOf(start) + start.length, old.indexOf(end)];
  await writeFile(file, `${old.slice(0, from)}\n\n${text}\n\n${old.slice(to)}`);
}
