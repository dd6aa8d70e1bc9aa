import { randomBytes } from 'node:crypto';

const PRIME = (1n << 127n) - 1n;
const MASK = (1n << 48n) - 1n;

/** Records that other threads of a probe may have overtaken. */
const WINDOW = 64;

/** A secret for one probe, in hexadecimal. */
export function newSecret(): string {
  return randomBytes(15).toString('hex');
}

/** The token of the n-th record, as worker.py makes it. */
export function tokenOf(secret: string, n: number): number {
  return Number(fifthPower(BigInt(`0x${secret}`) + BigInt(n)) & MASK);
}

/** The secret of the n-th process that a probe forks off, as worker.py makes it. */
export function branchSecret(secret: string, n: number): string {
  return fifthPower(BigInt(`0x${secret}`) + (BigInt(n) << 32n)).toString(16);
}

function fifthPower(root: bigint): bigint {
  return (((root * root * root * root) % PRIME) * root) % PRIME;
}

/**
 * Says of a record's token whether the probe itself made it: each is taken once, and about in order.
 * The file that a probe writes can be read and written by what it imports. A fixed secret in each
 * record could be copied from there; of past tokens none is taken again, and the next one cannot be
 * known without the secret, which is in no file.
 *
 * @param secret as the probe was given it
 */
export function recordTokens(secret: string): (token: unknown) => boolean {
  const open = new Set<unknown>();
  let next = 0;
  return (token) => {
    while (open.size < WINDOW) open.add(tokenOf(secret, next++));
    return open.delete(token);
  };
}
