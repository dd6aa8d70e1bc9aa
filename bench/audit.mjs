// npm run bench:audit -- FOLDER [--rounds N] [--write]: what reading the wheels of a folder costs, beside
// plain unpacking of the same members and beside abicheck, the nearest public tool that reads NumPy's
// level from a binary. Interleaved, medians; on one core and on all. Linux, for `taskset`.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { rounds: { type: 'string', default: '3' }, write: { type: 'boolean', default: false } },
});
const [folder] = positionals;
if (folder === undefined) throw new Error('Which folder of wheels? npm run bench:audit -- FOLDER');
const here = import.meta.dirname;
const work = mkdtempSync(join(tmpdir(), 'bench-audit-'));
process.on('exit', () => rmSync(work, { recursive: true, force: true }));
const python = join(work, 'tools', 'bin', 'python');
execFileSync('python3', ['-m', 'venv', join(work, 'tools')]);
execFileSync(python, ['-m', 'pip', 'install', '-q', 'abicheck'], {
  stdio: ['ignore', 'ignore', 'inherit'],
});
const version = execFileSync(
  python,
  ['-c', 'import importlib.metadata as m; print(m.version("abicheck"))'],
  { encoding: 'utf8' },
).trim();

const [ours, theirs] = [join(work, 'ours.json'), join(work, 'theirs.json')];
const wheels = readdirSync(folder).filter((name) => name.endsWith('.whl'));
const bytes = wheels.reduce((sum, name) => sum + statSync(join(folder, name)).size, 0);
const tool = [
  process.execPath,
  join(here, '..', 'dist', 'cli.mjs'),
  'audit',
  folder,
  '--quiet',
  '--json',
  ours,
];
const contestants = {
  'unpacking alone, one core': ['taskset', '-c', '0', python, join(here, 'inflate.py'), folder],
  'this tool, one core': ['taskset', '-c', '0', ...tool],
  'this tool, all cores': tool,
  'abicheck, one core': [
    'taskset',
    '-c',
    '0',
    python,
    join(here, 'abicheck-levels.py'),
    folder,
    theirs,
  ],
};

const runs = Object.fromEntries(Object.keys(contestants).map((name) => [name, []]));
for (let round = 0; round < Number(values.rounds); round += 1) {
  for (const [name, command] of Object.entries(contestants)) {
    const said = execFileSync('python3', [join(here, 'measured.py'), ...command], {
      encoding: 'utf8',
    });
    runs[name].push(JSON.parse(said.trim().split('\n').at(-1)));
  }
}

const median = (list) => list.toSorted((a, b) => a - b)[Math.floor(list.length / 2)];
const of = (name, key) => median(runs[name].map((one) => one[key]));
const base = of('unpacking alone, one core', 'wall');
const rows = Object.keys(contestants).map((name) => {
  const processor = median(runs[name].map(({ user, system }) => user + system));
  const cells = [
    of(name, 'wall').toFixed(1),
    processor.toFixed(1),
    (of(name, 'wall') / base).toFixed(2),
  ];
  return `| ${name} | ${cells.join(' | ')} | ${Math.round(of(name, 'memory'))} |`;
});

const text = `# What an audit costs

Written by \`npm run bench:audit -- FOLDER --write\` on ${new Date().toISOString().slice(0, 10)}: ${wheels.length} wheels,
${(bytes / 2 ** 20).toFixed(0)} MB packed, ${cpus().length} cores (${cpus()[0]?.model ?? 'unknown'}), Node ${process.version}, abicheck ${version};
medians of ${values.rounds} interleaved rounds.

| | wall, s | processor, s | × unpacking | peak, MB |
| --- | ---: | ---: | ---: | ---: |
${rows.join('\n')}

${comparison()}
`;
process.stdout.write(text);
if (values.write) writeFileSync(join(here, '..', 'docs', 'audit-performance.md'), text);

/** What each found of NumPy's level, binary by binary. */
function comparison() {
  const found = JSON.parse(readFileSync(theirs, 'utf8'));
  const count = { same: 0, oursOnly: 0, theirsOnly: 0, different: 0, old: 0 };
  for (const { wheel, file, capi } of JSON.parse(readFileSync(ours, 'utf8')).modules) {
    const other = found[`${wheel} ${file}`]?.capi_target_version ?? null;
    if (capi.era === '1.x') count.old += 1;
    if (capi.target === null && other === null) continue;
    if (capi.target === other) count.same += 1;
    else if (other === null) count.oursOnly += 1;
    else if (capi.target === null) count.theirsOnly += 1;
    else count.different += 1;
  }
  return `The level that NumPy must have, binary by binary: ${count.same} times both say the same, ${count.different} times another,
${count.oursOnly} times only this tool says one, ${count.theirsOnly} times only abicheck. That a binary was built for NumPy 1.x, and is
refused by NumPy 2, abicheck does not say; this tool does, of ${count.old} binaries. abicheck compares two versions
of a library for much more than NumPy; only this part of it was run.`;
}
