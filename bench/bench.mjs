// npm run bench -- [--workload pandas] [--python 3.11]… [--rounds 3] [--write]
// Measures this tool side by side with what people use, interleaved; --write renews docs/performance.md.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { contestants } from './contestants.mjs';
import { WORKLOADS } from './workloads.mjs';

const { values } = parseArgs({
  options: {
    workload: { type: 'string', default: 'pandas' },
    python: { type: 'string', multiple: true, default: ['3.10', '3.11', '3.12'] },
    rounds: { type: 'string', default: '3' },
    write: { type: 'boolean', default: false },
  },
});
const workload = WORKLOADS[values.workload];
if (!workload)
  throw new Error(`no workload "${values.workload}": ${Object.keys(WORKLOADS).join(', ')}`);
const { PYTHONDONTWRITEBYTECODE: _, ...env } = process.env;
const folder = mkdtempSync(join(tmpdir(), 'bench-'));
const rounds = Number(values.rounds);
try {
  const tools = join(folder, 'tools');
  execFileSync('python3', ['-m', 'venv', tools], { env });
  execFileSync(join(tools, 'bin', 'pip'), ['install', '-q', 'tox', 'tox-uv', 'uv'], { env });
  const bin = (name) => join(tools, 'bin', name);
  const all = contestants(workload, values.python, { tox: bin('tox'), uv: bin('uv') });
  const began = loadavg()[0];
  const seen = Object.fromEntries(Object.keys(all).map((name) => [name, []]));
  // The round before the first fills the caches of downloads.
  for (let round = rounds > 1 ? 0 : 1; round <= rounds; round += 1) {
    for (const [name, command] of Object.entries(all)) {
      const own = mkdtempSync(join(folder, 'run-'));
      const args = [join(import.meta.dirname, 'measured.py'), ...command(own)];
      const used = JSON.parse(execFileSync('python3', args, { env, cwd: own, encoding: 'utf8' }));
      rmSync(own, { recursive: true, force: true });
      console.log(round, name, used);
      if (round > 0) seen[name].push(used);
    }
  }
  const text = render(seen, began);
  console.log(text);
  if (values.write) writeFileSync(join(import.meta.dirname, '..', 'docs', 'performance.md'), text);
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function render(seen, load) {
  const median = (list) => list.toSorted((a, b) => a - b)[Math.floor(list.length / 2)];
  const figures = Object.entries(seen).map(([name, list]) => ({
    name,
    code: list[0].code,
    wall: median(list.map(({ wall }) => wall)),
    cpu: median(list.map(({ user, system }) => user + system)),
  }));
  const [base] = figures;
  const ratio = (a, b) => `${(a / b).toFixed(1)} ×`;
  const rows = figures.map(
    ({ name, wall, cpu, code }) =>
      `| ${name} | ${wall.toFixed(1)} | ${ratio(wall, base.wall)} | ${cpu.toFixed(1)} | ${ratio(cpu, base.cpu)} | ${code} |`,
  );
  const combinations = values.python.length * workload.numpys.length;
  return `# Performance

Written by \`npm run bench -- --workload ${values.workload} ${values.python.map((one) => `--python ${one}`).join(' ')} --rounds ${rounds} --write\` on ${new Date().toISOString().slice(0, 10)}.

- Machine: ${cpus().length} cores (${cpus()[0]?.model ?? 'unknown'}), ${Math.round(totalmem() / 2 ** 30)} GiB, ${process.platform}, Node ${process.version}; load ${load.toFixed(1)} at the start.
- Workload: ${workload.packages.join(', ')} on Python ${values.python.join(', ')} × NumPy ${workload.numpys.join(', ')}: ${combinations} combinations. Downloads are warm, environments are new; ${rounds} round${rounds === 1 ? '' : 's'}, interleaved, medians.
- Processor time (user and system, descendants included) says more than wall time where a machine has other work; a ratio says more than either.

| | wall, s | against this tool | processor, s | against this tool | exit code |
| --- | ---: | ---: | ---: | ---: | ---: |
${rows.join('\n')}

The limit imports the packages alone and not every module of them, shares files with the cache of downloads, and writes no report. Why environments are handed on: [adr/environments-are-handed-on.md](adr/environments-are-handed-on.md).
`;
}
