import type { PythonPart } from '../../packaging/python-parts.ts';

/**
 * How to come by a Python that has a part of its standard library, as an instruction.
 *
 * @param part what is known of it; undefined for what every Python has
 * @example whereToGet({ headers: 'libbz2-dev' })
 * // 'Where Python was built on the machine (pyenv, asdf, `make`), install `libbz2-dev` (Debian, Ubuntu; …'
 */
export function whereToGet(part: PythonPart | undefined): string {
  if (part === undefined) return 'This Python is not whole: install it anew, or take another one.';
  const { headers, split, system, windows } = part;
  if (system === 'Windows') return 'Only Python on Windows has it.';
  if (system === 'Unix') return 'Python on Windows has none.';
  const ways = [
    split &&
      `Where Python came with the system, install its package \`${split}\` (Debian, Ubuntu).`,
    headers &&
      `Where Python was built on the machine (pyenv, asdf, \`make\`), install \`${headers}\` (Debian, Ubuntu; other systems name it a little differently) and build that Python anew: it leaves out what it finds no headers for.`,
    windows && `On Windows no Python has it: install \`${windows}\`, which stands in for it.`,
    headers && 'Pythons of uv, conda and actions/setup-python have it.',
  ];
  return ways.filter(Boolean).join(' ');
}
