// npm run bench -- [--workload pandas]… [--python 3.11]… [--rounds 3] [--only NAME]… [--settle 0] [--size] [--write]
// Measures this tool side by side with what people use, interleaved. --size measures cost against size.
// --settle waits so many seconds before each run: file systems are slow where much was deleted just now.
// --write keeps the figures in bench/figures.json and renews docs/performance.md from all that is there.
import { execFileSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { availableParallelism, cpus, homedir, loadavg, tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { contestants } from './contestants.mjs';
import { endsAsExpected, renderPerformance } from './render-performance.mjs';
import { measureSizes } from './sizes.mjs';
import { makeProject, WORKLOADS } from './workloads.mjs';

const { values } = parseArgs({
  options: {
    workload: { type: 'string', multiple: true, default: [] },
    python: { type: 'string', multiple: true, default: ['3.10', '3.11', '3.12'] },
    rounds: { type: 'string', default: '3' },
    settle: { type: 'string', default: '0' },
    only: { type: 'string', multiple: true, default: [] },
    size: { type: 'boolean', default: false },
    write: { type: 'boolean', default: false },
    render: { type: 'boolean', default: false },
  },
});
const FIGURES = join(import.meta.dirname, 'figures.json');
const figures = existsSync(FIGURES) ? JSON.parse(readFileSync(FIGURES, 'utf8')) : {};
const { PYTHONDONTWRITEBYTECODE: _, ...env } = process.env;
const folder = mkdtempSync(join(tmpdir(), 'bench-'));
const rounds = Number(values.rounds);
const jobs = availableParallelism();

/** Runs a command and says what it and its descendants used. */
function measured(command, cwd) {
  const args = [join(import.meta.dirname, 'measured.py'), ...command];
  const options = { env, cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] };
  return JSON.parse(execFileSync('python3', args, options));
}

function machine() {
  return {
    date: new Date().toISOString().slice(0, 10),
    cores: jobs,
    processor: cpus()[0]?.model ?? 'unknown',
    gib: Math.round(totalmem() / 2 ** 30),
    system: process.platform,
    node: process.version,
    load: loadavg()[0],
  };
}

/** pyenv's own: of its shims tox finds only those of the version that is switched on. */
function pythonFolders() {
  const versions = join(process.env.PYENV_ROOT ?? join(homedir(), '.pyenv'), 'versions');
  const installed = existsSync(versions) ? readdirSync(versions) : [];
  return values.python.flatMap((python) => {
    const found = installed.filter((one) => one === python || one.startsWith(`${python}.`));
    return found.slice(-1).map((one) => join(versions, one, 'bin'));
  });
}

function tools() {
  const make = (name, ...packages) => {
    const at = join(folder, name);
    execFileSync('python3', ['-m', 'venv', at], { env });
    execFileSync(join(at, 'bin', 'pip'), ['install', '-q', ...packages], { env });
    return (program) => join(at, 'bin', program);
  };
  const uv = make('uv-tools', 'tox', 'tox-uv', 'nox', 'uv');
  const plain = make('plain-tools', 'tox');
  // nox and tox look for uv on PATH.
  env.PATH = `${join(folder, 'uv-tools', 'bin')}:${env.PATH}`;
  env.PATH = [...pythonFolders(), env.PATH].join(':');
  return { uv: uv('uv'), toxUv: uv('tox'), nox: uv('nox'), tox: plain('tox') };
}

async function measureWorkload(name, programs, cache) {
  const workload = WORKLOADS[name];
  if (!workload) throw new Error(`no workload "${name}": ${Object.keys(WORKLOADS).join(', ')}`);
  const project = workload.project
    ? (at) => makeProject(join(at, 'bench-project'), workload.project)
    : null;
  const all = Object.entries(
    contestants(workload, { pythons: values.python, project, programs, cache, jobs }),
  ).filter(([one]) => values.only.length === 0 || values.only.some((part) => one.includes(part)));
  const where = machine();
  const seen = Object.fromEntries(all.map(([one]) => [one, []]));
  for (let round = 0; round <= rounds; round += 1) {
    // The round before the first fills the caches of downloads: ours, that of uv and that of pip.
    const now = round > 0 ? all : all.filter(([one]) => /nothing kept$|pip|limit/.test(one));
    for (const [one, command] of now) {
      const own = mkdtempSync(join(folder, 'run-'));
      const made = command(own);
      execFileSync('sync');
      await setTimeout(Number(values.settle) * 1000);
      const used = measured(made, own);
      rmSync(own, { recursive: true, force: true });
      const stopped = endsAsExpected(used, workload) ? '' : 'ENDED OTHERWISE THAN EXPECTED';
      console.log(name, round, one, JSON.stringify(used), stopped);
      if (round > 0) seen[one].push(used);
    }
  }
  return { ...where, workload, pythons: values.python, rounds, seen };
}

try {
  const cache = join(folder, 'cache');
  if (!values.render) {
    mkdirSync(cache, { recursive: true });
    const names = values.workload.length > 0 || values.size ? values.workload : ['pandas'];
    const programs = names.length > 0 ? tools() : null;
    for (const name of names) figures[name] = await measureWorkload(name, programs, cache);
    if (values.size)
      figures.size = { ...machine(), ...measureSizes({ folder, cache, jobs, measured }) };
  }
  const { page, drawings } = renderPerformance(figures);
  if (values.write || values.render) {
    writeFileSync(FIGURES, `${JSON.stringify(figures, null, 1)}\n`);
    const docs = join(import.meta.dirname, '..', 'docs');
    for (const [file, text] of Object.entries(drawings)) writeFileSync(join(docs, file), text);
    writeFileSync(join(docs, 'performance.md'), page);
  }
  console.log(page);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
