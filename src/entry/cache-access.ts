import type { Env } from '../host/child-environment.ts';

/**
 * What a run may do with the workflow's cache: `off` neither read nor write it, `read`, or `write` it
 * as well.
 */
export type CacheAccess = 'off' | 'read' | 'write';

/** The part of the event's file that is looked at. */
export interface WorkflowEvent {
  readonly pull_request?: {
    readonly head?: { readonly repo?: { readonly full_name?: string } | null };
    readonly base?: { readonly repo?: { readonly full_name?: string } | null };
  };
}

/** Events whose runs see what was checked out alone, and write where only their like read. */
const OWN_CODE = /^(?:push|schedule|workflow_dispatch|repository_dispatch|merge_group)$/;

/**
 * Releases and tags are proven anew: what is published rests on nothing that an earlier run left. Where
 * the code of a stranger may run with the rights of the base branch (`pull_request_target`,
 * `workflow_run`, comments) nothing is written that other runs would read.
 *
 * @param mode the input `cache`
 * @param event the event's file, parsed; undefined when it cannot be read
 * @example cacheAccess('auto', { GITHUB_EVENT_NAME: 'push', GITHUB_REF: 'refs/tags/v1' }, {}) // 'off'
 */
export function cacheAccess(
  mode: 'auto' | 'true' | 'false',
  env: Env,
  event: WorkflowEvent | undefined,
): CacheAccess {
  const name = env['GITHUB_EVENT_NAME'] ?? '';
  if (mode === 'false') return 'off';
  const isRelease = name === 'release' || (env['GITHUB_REF'] ?? '').startsWith('refs/tags/');
  if (mode === 'auto' && isRelease) return 'off';
  if (OWN_CODE.test(name) || isRelease) return 'write';
  if (name !== 'pull_request') return 'read';
  const { head, base } = event?.pull_request ?? {};
  const own = base?.repo?.full_name;
  return own !== undefined && head?.repo?.full_name === own ? 'write' : 'read';
}
