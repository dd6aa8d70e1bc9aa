import { createHash } from 'node:crypto';
import { createStore } from '../../src/store/create-store.ts';
import { pruneStore } from '../../src/store/prune-store.ts';

/** What the n-th entry holds: its length differs from run to run, its contents follow from it. */
function contents(key: string, round: number): Uint8Array {
  const block = createHash('sha512').update(`${key} ${round}`).digest();
  return Buffer.concat(Array.from({ length: 500 + ((round * 37) % 3000) }, () => block));
}

/** Writes and reads entries for ever, prunes now and then, and ends with 7 at the first wrong one. */
const [, , cache = ''] = process.argv;
const store = await createStore(cache, () => undefined);
for (let round = 0; store !== null; round += 1) {
  const key = `key ${round % 8}`;
  const found = await store.get('measurements', key);
  if (found && found.length % 64 !== 0) process.exit(7);
  if (found?.subarray(0, 64).some((byte, at) => byte !== found.at(at - 64))) process.exit(7);
  await store.put('measurements', key, contents(key, round));
  if (round % 20 === 19) await pruneStore(cache, Date.now(), { bytes: 300_000, unusedMs: 60_000 });
  if (round === 0) process.stdout.write('begun\n');
}
