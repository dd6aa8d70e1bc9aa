import { type Look, WHERE } from '../../../model/look.ts';
import type { Kind } from '../rule.ts';
import { badWheel } from './elsewhere.ts';

function setUp(
  where: readonly Look[],
  id: string,
  name: string,
  means: string,
  remedy: string,
): Kind {
  return { id, where, name, category: 'environment', severity: 'error', means, remedy, links: [] };
}

export const noNetwork: Kind = setUp(
  WHERE.nowhere,
  'no-network',
  'A server could not be reached',
  'A download failed: no network, a proxy, or an index that is down.',
  'Check the network, the proxy and the index settings, then run it again.',
);
export const buildFailed: Kind = setUp(
  WHERE.definition,
  'build-failed',
  'The build failed',
  'The project could not be built; the tool’s own last lines are the evidence.',
  'Read the first error of the compiler or build backend, and mend that.',
);
export const resolverConflict: Kind = setUp(
  WHERE.nowhere,
  'resolver-conflict',
  'The requirements could not be installed together',
  'The installer found no solution; its own last lines are the evidence.',
  'Loosen the requirement that the evidence names, or exclude the combination.',
);
export const noInterpreter: Kind = setUp(
  WHERE.nowhere,
  'no-interpreter',
  'An interpreter could not be had',
  'The Python that was asked for is not on this machine and could not be installed.',
  'Install it (actions/setup-python, pyenv, uv), or do not ask for it.',
);
export const noNumpy: Kind = setUp(
  WHERE.nowhere,
  'no-numpy',
  'A NumPy could not be had',
  'The NumPy that was named has no wheel for any of the planned Pythons on this platform.',
  'Name a Python that this NumPy supports, or do not ask for it.',
);

export const wheelNotHandedOver: Kind = setUp(
  WHERE.nowhere,
  'wheel-not-handed-over',
  'A wheel that was built elsewhere could not be had',
  'The wheel was to be built once for all that measure with it, and is missing or another file.',
  'See why the job that runs `build` for this Python left none, and hand its folder over whole.',
);

/** Set-up failures: results of their own, never mixed with those of modules. */
export const SET_UP_KINDS: readonly Kind[] = [
  noInterpreter,
  noNumpy,
  noNetwork,
  buildFailed,
  resolverConflict,
  wheelNotHandedOver,
];

/** What to do now, for a set-up failure's id; empty for an id that has a text of its own. */
export function setUpRemedy(id: string): string {
  return [...SET_UP_KINDS, badWheel].find((kind) => kind.id === id)?.remedy ?? '';
}
