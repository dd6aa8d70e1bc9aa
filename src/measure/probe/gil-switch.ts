import type { ProbeRun } from './run-probe.ts';

/**
 * The load that switched the GIL back on, for good: there is at most one in a process. Python says
 * which; while a module is created it lends the GIL, so the outer one of two loads sees it too.
 */
export function gilSwitch({ records, stderr }: Pick<ProbeRun, 'records' | 'stderr'>) {
  const loads = records.filter((record) => record.kind === 'load');
  const [switched] = loads.filter((load) => load.gil);
  const [, named] = GIL_WARNING.exec(stderr) ?? [];
  return switched && (loads.find((load) => load.module === named) ?? switched);
}

const GIL_WARNING = /\(GIL\) has been enabled to load module '([^']+)'/;
