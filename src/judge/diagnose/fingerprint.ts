import type { Observation } from '../../model/observation.ts';

/**
 * Type and message of the exception that ended it, without what differs from environment to
 * environment: equal failures have equal prints.
 *
 * @returns null when nothing went wrong
 */
export function fingerprintOf(observation: Observation): string | null {
  if (observation.exceptions.length === 0) return printOf(observation);
  const known = printed.get(observation);
  if (known !== undefined) return known;
  const print = printOf(observation);
  printed.set(observation, print);
  return print;
}

/** Modules that failed together share what was seen of them. */
const printed = new WeakMap<Observation, string | null>();

function printOf(observation: Observation): string | null {
  const last = observation.exceptions.at(0);
  if (!last) return observation.outcome.kind === 'imported' ? null : describeEnd(observation);
  const message = last.message
    .replace(/(?:[A-Za-z]:)?[\\/][^\s'":,)]*[\\/]/g, '')
    .replace(/0x[0-9a-f]{6,}/gi, '0x…');
  return `${last.type}: ${message}`;
}

function describeEnd({ outcome }: Observation): string {
  return outcome.kind === 'signalled' ? `killed by ${outcome.signal}` : outcome.kind;
}
