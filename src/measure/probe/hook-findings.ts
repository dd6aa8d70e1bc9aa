import type { CompiledModule } from '../../model/compiled-module.ts';
import type { HookFinding } from '../../model/measurement.ts';
import { gilSwitch } from './gil-switch.ts';
import { loadEvents, observeLost, oldApi } from './observe.ts';
import type { ProbeRun } from './run-probe.ts';

/** Whether the hooks saw anything in this process that a run without them must confirm. */
export function sawMore(run: ProbeRun): boolean {
  return run.records.some(
    (record) => record.kind === 'old-api' || (record.kind === 'load' && record.event === 'fail'),
  );
}

/** The hook findings of a process that closed well, one per file, but for its own targets' files. */
export function hookFindings(
  run: ProbeRun,
  targets: readonly CompiledModule[],
): readonly HookFinding[] {
  const events = loadEvents(run.records);
  const accesses = oldApi(run.records);
  const files = new Set<string>();
  for (const event of events) if (event.event === 'fail') files.add(event.file);
  for (const access of accesses) files.add(access.file ?? '');
  const gil = gilSwitch(run);
  if (gil) files.add(gil.file);
  // A target has its own walk, and its own observation.
  const ownTargets = new Set(targets.map((target) => target.path));
  return [...files]
    .filter((file) => !ownTargets.has(file))
    .map((file) => {
      const own = events.filter((event) => event.file === file);
      const asked = accesses.filter((access) => (access.file ?? '') === file);
      const lost = { kind: 'lost', target: -1, reason: 'not-loaded', origin: null } as const;
      const failed = own.find((event) => event.event === 'fail');
      return {
        file,
        module: own[0]?.module ?? asked[0]?.module ?? null,
        observation: {
          ...observeLost(run, lost, null),
          outcome: { kind: 'imported' } as const,
          exceptions: failed?.exceptions ?? [],
          events: own,
          oldApi: asked,
          gilEnabledBy: gil?.file === file ? [gil.module] : [],
          culpritFile: file === '' ? null : file,
        },
      };
    });
}
