// node bench/profile.mjs [--workload pandas] [--python 3.11]… [-- more flags of check]
// Where the time of one run goes: processor time by kind of child, and what ran when.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { WORKLOADS } from './workloads.mjs';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    workload: { type: 'string', default: 'pandas' },
    python: { type: 'string', multiple: true, default: ['3.10', '3.11', '3.12'] },
  },
});
const many = (flag, list) => list.flatMap((one) => [flag, one]);
const workload = WORKLOADS[values.workload];
const folder = mkdtempSync(join(tmpdir(), 'profile-'));
try {
  const hook = join(import.meta.dirname, 'profile-hook.cjs');
  const program = resolve(import.meta.dirname, '..', 'dist', 'cli.mjs');
  const result = spawnSync(
    process.execPath,
    [
      ...['-r', hook, program, 'check', '--json', join(folder, 'report.json')],
      ...many('--package', workload.packages),
      ...many('--python', values.python),
      ...many('--numpy', workload.numpys),
      ...positionals,
    ],
    { encoding: 'utf8', env: { ...process.env, BENCH_PROFILE: join(folder, 'children.json') } },
  );
  console.log(result.stdout.trim().split('\n').at(0), '· exit', result.status);
  const children = JSON.parse(readFileSync(join(folder, 'children.json'), 'utf8'));
  const report = JSON.parse(readFileSync(join(folder, 'report.json'), 'utf8'));
  console.log('\nkind                                     n   wall s   user s  system s');
  for (const [kind, list] of Object.entries(
    Object.groupBy?.(children, (one) => one.kind) ?? grouped(children),
  )) {
    const sum = (field) => list.reduce((total, one) => total + one[field], 0);
    const figures = ['wall', 'user', 'system'].map((field) => sum(field).toFixed(2).padStart(8));
    console.log(kind.slice(0, 38).padEnd(38), String(list.length).padStart(4), ...figures);
  }
  const total = (field) => children.reduce((sum, one) => sum + one[field], 0);
  console.log(
    `\nall: ${children[0].wall.toFixed(1)} s, processor ${total('user').toFixed(1)} user + ${total('system').toFixed(1)} system, own memory ${children[0].memory.toFixed(0)} MB`,
  );
  console.log('\n   start      end  stage    combination');
  for (const { stage, what, start, seconds } of report.timeline ?? []) {
    console.log(
      start.toFixed(2).padStart(8),
      (start + seconds).toFixed(2).padStart(8),
      stage.padEnd(8),
      what,
    );
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function grouped(list) {
  const groups = {};
  for (const one of list) groups[one.kind] = [...(groups[one.kind] ?? []), one];
  return groups;
}
