import { compare, valid } from '@renovatebot/pep440';

/**
 * A specifier set without lower limits that a higher one makes idle: several lines of one package
 * may hold on one Python.
 *
 * @example shortSpecifier('>=1.17.0,>=1.21.2,<3') // '>=1.21.2,<3'
 */
export function shortSpecifier(specifier: string): string {
  const clauses = specifier.split(',').filter((one) => one !== '');
  const floors = clauses.flatMap((one) => /^>=(.+)$/.exec(one)?.[1] ?? []);
  if (!floors.every((one) => valid(one) !== null)) return specifier;
  const highest = floors.toSorted(compare).at(-1);
  const rest = clauses.filter((one) => !one.startsWith('>='));
  return [...(highest === undefined ? [] : [`>=${highest}`]), ...rest].join(',');
}
