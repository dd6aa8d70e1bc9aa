import { describe, expect, it } from '@jest/globals';
import { type CacheAccess, cacheAccess } from '../../src/entry/cache-access.ts';

const from = (head: string | null) => ({
  pull_request: {
    head: { repo: head === null ? null : { full_name: head } },
    base: { repo: { full_name: 'me/project' } },
  },
});

describe('cacheAccess()', () => {
  it.each<[string, string | undefined, ReturnType<typeof from> | undefined, CacheAccess]>([
    ['push', 'refs/heads/main', undefined, 'write'],
    ['schedule', 'refs/heads/main', undefined, 'write'],
    ['workflow_dispatch', 'refs/heads/main', undefined, 'write'],
    ['workflow_dispatch', 'refs/tags/v1', undefined, 'off'],
    ['merge_group', 'refs/heads/queue', undefined, 'write'],
    ['push', 'refs/tags/v1.0', undefined, 'off'],
    ['release', 'refs/tags/v1.0', undefined, 'off'],
    ['release', undefined, undefined, 'off'],
    ['pull_request', 'refs/pull/1/merge', from('me/project'), 'write'],
    ['pull_request', 'refs/pull/1/merge', from('stranger/project'), 'read'],
    // A fork that is gone.
    ['pull_request', 'refs/pull/1/merge', from(null), 'read'],
    ['pull_request', 'refs/pull/1/merge', undefined, 'read'],
    ['pull_request', 'refs/pull/1/merge', { pull_request: {} } as never, 'read'],
    ['pull_request_target', 'refs/heads/main', from('stranger/project'), 'read'],
    ['workflow_run', 'refs/heads/main', undefined, 'read'],
    ['issue_comment', 'refs/heads/main', undefined, 'read'],
    ['an event of tomorrow', 'refs/heads/main', undefined, 'read'],
    ['', undefined, undefined, 'read'],
  ])('%s on %s', (name, ref, event, expected) => {
    const env = { GITHUB_EVENT_NAME: name, GITHUB_REF: ref };
    expect(cacheAccess('auto', env, event)).toBe(expected);
    expect(cacheAccess('false', env, event)).toBe('off');
    if (expected !== 'off') expect(cacheAccess('true', env, event)).toBe(expected);
  });

  it('is given for a release where it is asked for', () => {
    expect(cacheAccess('true', { GITHUB_EVENT_NAME: 'release' }, undefined)).toBe('write');
  });
});
