import type { Env } from '../host/child-environment.ts';
import { REPOSITORY } from '../repository.ts';
import { VERSION } from '../version.ts';

/**
 * Where the documentation of this very version can be read: at the action's own repository and ref
 * when it runs as an action, else at the release.
 *
 * @example documentationBase({ GITHUB_ACTION_REPOSITORY: 'o/n', GITHUB_ACTION_REF: 'v1' }) // 'https://github.com/o/n/blob/v1/'
 */
export function documentationBase(env: Env): string {
  const server = /^https:\/\/[\w.:-]+$/.exec(env['GITHUB_SERVER_URL'] ?? '')?.[0];
  const repository = /^[\w.-]+\/[\w.-]+$/.exec(env['GITHUB_ACTION_REPOSITORY'] ?? '')?.[0];
  const ref = /^[\w./-]+$/.exec(env['GITHUB_ACTION_REF'] ?? '')?.[0];
  const host = server ?? 'https://github.com';
  if (repository && ref) return `${host}/${repository}/blob/${ref}/`;
  return `https://github.com/${REPOSITORY}/blob/v${VERSION}/`;
}
