// Loaded into the program by bench/profile.mjs: notes each child, and what it used, and prints both at the end.
const children = require('node:child_process');
const { readFileSync, writeFileSync } = require('node:fs');
const { basename } = require('node:path');
const { syncBuiltinESMExports } = require('node:module');

const began = Date.now();
const seen = [];
const running = new Map();
const spawn = children.spawn;

/** Processor seconds, user and system, of a process and of what it has waited for. */
function usedBy(pid) {
  const fields = readFileSync(`/proc/${pid}/stat`, 'latin1')
    .replace(/^.*\) /s, '')
    .split(' ');
  const [user, system, userOfChildren, systemOfChildren] = fields.slice(11, 15).map(Number);
  return { user: (user + userOfChildren) / 100, system: (system + systemOfChildren) / 100 };
}

function kindOf(command, args) {
  const [first, second] = args;
  if (basename(command).startsWith('uv'))
    return `uv ${[first, second].join(' ')}`.replace(/ -.*| \/.*/, '');
  const script = args.find((one) => one.endsWith('.py'));
  return `${basename(command).replace(/\d.*/, '')} ${script ? basename(script) : args.slice(0, 3).join(' ')}`;
}

children.spawn = (command, args, ...rest) => {
  const child = spawn(command, args, ...rest);
  const at = Date.now();
  const one = { kind: kindOf(command, args), at: at - began, user: 0, system: 0, wall: 0 };
  if (child.pid !== undefined) running.set(child.pid, one);
  child.once('exit', () => {
    one.wall = (Date.now() - at) / 1000;
    running.delete(child.pid);
    seen.push(one);
  });
  return child;
};
syncBuiltinESMExports();
setInterval(() => {
  for (const [pid, one] of running) {
    try {
      Object.assign(one, usedBy(pid));
    } catch {
      // It ended since.
    }
  }
}, 5).unref();

process.on('exit', () => {
  const { user, system } = process.cpuUsage();
  const own = { kind: 'this tool itself', user: user / 1e6, system: system / 1e6, at: 0 };
  own.wall = (Date.now() - began) / 1000;
  own.memory = process.resourceUsage().maxRSS / 1024;
  writeFileSync(process.env.BENCH_PROFILE, JSON.stringify([own, ...seen]));
});
