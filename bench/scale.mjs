// The tables of docs/scale.md: what many runners bring, and what merging costs.
//
//   npm run bundle && node bench/scale.mjs [--write] [MEASUREMENTS.json …]
//
// `--write` puts them into docs/scale.md.
// The simulation takes the costs of a build and of a combination from the measurements given (written
// by `check --measurements`), the partition from the program itself. Merging is really done.
import { spawn } from 'node:child_process';
import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';

/** Seconds until a job of a hosted runner does its first work, and what checking out costs. */
const JOB_START = 25;
const PLATFORMS = ['linux-x86_64', 'macos-arm64', 'windows-amd64'];
const PYTHONS = ['3.9', '3.10', '3.11', '3.12', '3.13', '3.14', '3.15'];
const NUMPYS = Array.from({ length: 12 }, (_, at) => `2.${at}.0`);
const RUNNERS = [1, 3, 6, 9, 12, 21, 30, 42, 60];

const words = process.argv.slice(2);
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
    const found = program.readMeasurementsJson(
      await readFile(file, 'utf8'),
      program.validateMeasurements,
    );
    if (found.kind === 'problem') throw new Error(`${file}: ${found.reason}`);
    return found.document;
  };
  const load = loadavg()[0]?.toFixed(0);
  say(
    `Measured on ${cpus().length} cores, Node ${process.version}, with a load of ${load} from other work.`,
  );
  for (const file of words.filter((word) => word !== '--write'))
    simulate(await read(file), program);
  await merging(await read('__tests__/judge/recorded/pandas-2.0.3.json'), program);
  if (words.includes('--write')) await write(said.join('\n').trim());
} finally {
  await rm(temp, { recursive: true, force: true });
}

function median(list) {
  return list.toSorted((a, b) => a - b)[Math.floor(list.length / 2)] ?? 0;
}

/** Wall time, runner minutes and artifact bytes for 1 to 60 runners. */
function simulate(document, { shardsOf, measurementsJson }) {
  const ran = document.measurements.filter(({ state }) => state.kind === 'ran');
  const jobs = document.jobs ?? 1;
  // What a combination takes with its neighbours on the other cores.
  const each = median(ran.map(({ seconds }) => seconds)) / jobs;
  const spans = (document.timeline ?? []).filter(({ stage }) => stage === 'build');
  const setUp = spans.length > 0 ? median(spans.map(({ seconds }) => seconds)) : 0;
  const bytes = gzipSync(measurementsJson(document)).length;
  const perCombination = bytes / ran.length;
  const planned = PLATFORMS.flatMap((platform) =>
    PYTHONS.flatMap((python) =>
      NUMPYS.map((numpy) => ({ id: `${python} ${numpy} ${platform}`, python, numpy, platform })),
    ),
  );
  const builds = setUp > 0 ? `${setUp.toFixed(1)} s a build` : 'nothing to build';
  say(
    `\n**${document.subject.name}**: ${each.toFixed(1)} s a combination with ${jobs} side by side, ${builds}, ${(perCombination / 1024).toFixed(1)} KiB a combination\n`,
  );
  say('| runners | wall time | runner minutes | artifacts |');
  say('| ---: | ---: | ---: | ---: |');
  for (const runners of RUNNERS) {
    const parts = shardsOf(planned, Math.max(runners, PLATFORMS.length));
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

/** 100 combinations × 500 modules, in 10 files. */
async function merging(sample, { measurementsJson, VERSION }) {
  const pythons = Array.from({ length: 10 }, (_, at) => `3.${at + 6}`);
  const numpys = Array.from({ length: 10 }, (_, at) => `1.${at + 20}.0`);
  const modules = 500;
  const kinds = sample.measurements;
  const grow = (measurement, python, numpy) => {
    const id = `py${python}-np${numpy}`;
    const combination = { ...measurement.combination, id, python, numpy };
    const observed = Array.from({ length: modules }, (_, at) => {
      const one = measurement.observed[at % measurement.observed.length];
      const rename = (text) => text.replace('pandas', `pandas_${at}`);
      const { module } = one;
      return {
        ...one,
        module: {
          ...module,
          name: rename(module.name),
          file: rename(module.file),
          path: rename(module.path),
        },
      };
    });
    const files = Object.fromEntries(
      observed.map(({ module }) => [
        module.path,
        {
          owner: {
            distribution: module.distribution,
            version: module.version,
            module: module.name,
            file: module.file,
            role: module.role,
          },
          facts: module.facts,
        },
      ]),
    );
    const filesOf = Object.fromEntries(observed.map(({ module }) => [module.name, [module.path]]));
    return { ...measurement, combination, observed, files, filesOf };
  };
  const measurements = pythons.flatMap((python) =>
    numpys.map((numpy, at) => grow(kinds[at < 5 ? 0 : kinds.length - 1], python, numpy)),
  );
  const plan = {
    ...sample.plan,
    planned: measurements.map(({ combination }) => combination),
    excluded: [],
    missing: [],
    shards: 10,
  };
  const folder = join(temp, 'measurements');
  await mkdir(folder);
  const tool = { ...sample.tool, version: VERSION };
  let plain = 0;
  let packed = 0;
  for (const [at, python] of pythons.entries()) {
    const own = measurements.filter(({ combination }) => combination.python === python);
    const text = measurementsJson({ ...sample, tool, plan, measurements: own });
    plain += Buffer.byteLength(text);
    packed += gzipSync(text).length;
    await writeFile(join(folder, `${at}.json`), text);
  }
  const whole = gzipSync(measurementsJson({ ...sample, tool, plan, measurements })).length;
  say(`\n**Merging**: ${measurements.length} combinations × ${modules} modules, in 10 files\n`);
  say(`- files: ${mib(plain)} MiB, compressed ${mib(packed)} MiB; as one, ${mib(whole)} MiB`);
  const started = performance.now();
  const child = spawn(
    process.execPath,
    ['dist/cli.mjs', 'merge', folder, '--quiet', '--json', join(temp, 'report.json')],
    { stdio: 'ignore' },
  );
  let peak = 0;
  const timer = setInterval(async () => {
    const status = await readFile(`/proc/${child.pid}/status`, 'utf8').catch(() => '');
    peak = Math.max(peak, Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? 0));
  }, 20);
  const code = await new Promise((resolve) => child.on('close', resolve));
  clearInterval(timer);
  const seconds = (performance.now() - started) / 1000;
  const report = await stat(join(temp, 'report.json'));
  say(
    `- merge: ${seconds.toFixed(2)} s, peak memory ${(peak / 1024).toFixed(0)} MiB, exit ${code}, report ${mib(report.size)} MiB`,
  );
  if ((await readdir(folder)).length !== 10) throw new Error('a part is missing');
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
