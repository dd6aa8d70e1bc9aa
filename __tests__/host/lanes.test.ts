import { createLanes } from '../../src/host/lanes.ts';

/** Tasks that end when they are told to; `begun` says in which order they began. */
function trial(slots: number) {
  const lanes = createLanes(slots);
  const begun: string[] = [];
  const ends = new Map<string, () => void>();
  const add = (name: string): Promise<void> =>
    lanes.run(name.charAt(0), () => {
      begun.push(name);
      return new Promise((resolve) => ends.set(name, resolve));
    });
  const settle = () => new Promise((resolve) => setImmediate(resolve));
  const end = async (name: string) => {
    ends.get(name)?.();
    await settle();
  };
  return { begun, add, end, settle };
}

describe('createLanes()', () => {
  it('begins as many as there are slots, each of another lane', async () => {
    const { begun, add, settle } = trial(3);
    for (const name of ['a1', 'a2', 'a3', 'b1', 'b2', 'c1', 'd1']) add(name);
    await settle();
    expect(begun).toEqual(['a1', 'b1', 'c1']);
  });

  it('goes on with the lane whose task ended, the oldest first', async () => {
    const { begun, add, end, settle } = trial(2);
    for (const name of ['a1', 'a2', 'b1', 'b2', 'c1']) add(name);
    await settle();
    await end('b1');
    await end('a1');
    await end('a2');
    expect(begun).toEqual(['a1', 'b1', 'b2', 'a2', 'c1']);
  });

  it('leaves no slot empty when one lane is left', async () => {
    const { begun, add, settle } = trial(2);
    for (const name of ['a1', 'a2', 'a3']) add(name);
    await settle();
    expect(begun).toEqual(['a1', 'a2']);
  });

  it('frees the slot of a task that throws', async () => {
    const lanes = createLanes(1);
    await expect(lanes.run('a', () => Promise.reject(new Error('no')))).rejects.toThrow('no');
    expect(await lanes.run('a', async () => 1)).toBe(1);
  });
});
