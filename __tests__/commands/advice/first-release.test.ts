import { describe, expect, it } from '@jest/globals';
import { findFirstReady, type Readiness } from '../../../src/commands/advice/first-release.ts';

const versions = Array.from({ length: 32 }, (_, index) => `1.${index}`);

async function search(firstReady: number, limit = 6, unknown: readonly number[] = []) {
  const looked: string[] = [];
  const result = await findFirstReady(
    versions,
    async (version): Promise<Readiness> => {
      looked.push(version);
      const at = versions.indexOf(version);
      if (unknown.includes(at)) return 'unknown';
      return at >= firstReady ? 'ready' : 'not-ready';
    },
    limit,
  );
  return { result, looks: looked.length };
}

describe('findFirstReady()', () => {
  it.each([0, 1, 15, 16, 30, 31])('finds release %i of 32 within six looks', async (first) => {
    const { result, looks } = await search(first);
    expect(result).toEqual({ kind: 'found', version: `1.${first}`, first: true });
    expect(looks).toBeLessThanOrEqual(6);
  });

  it('looks once when even the newest is not ready', async () => {
    const { result, looks } = await search(99);
    expect(result).toEqual({ kind: 'none', newest: '1.31' });
    expect(looks).toBe(1);
  });

  it('does not call the best one found the first when it may not go on', async () => {
    expect((await search(0, 3)).result).toMatchObject({ kind: 'found', first: false });
    expect((await search(0, 6, [15])).result).toEqual({
      kind: 'found',
      version: '1.31',
      first: false,
    });
  });

  it('says nothing where there is nothing to look at', async () => {
    expect(await findFirstReady([], async () => 'ready', 6)).toEqual({ kind: 'unknown' });
    expect((await search(0, 6, [31])).result).toEqual({ kind: 'unknown' });
  });
});
