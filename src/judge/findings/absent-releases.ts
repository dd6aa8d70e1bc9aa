import { listOf } from '../../escape/list-of.ts';
import { numpyForPython } from '../../packaging/numpy-for-python.ts';
import { compareMinors } from '../../packaging/numpy-releases.ts';

/** A requirement as every fix writes it, in backticks. */
const ASKED = /`numpy(>=|<)(\d+(?:\.\d+)*)`/g;

/**
 * What is to be added to a fix that asks for a NumPy which some of the Pythons do not have; empty
 * where all of them have one.
 *
 * @param fix whatever a rule advises
 * @param pythons labels: `all` of the run, which a lower bound holds for, and those where it `fails`
 * @example absentReleases('Ask for `numpy>=2.0`.', { all: ['3.8', '3.9'], fails: ['3.9'] })
 * // 'Python 3.8 has no such NumPy (its last is 1.24): there `numpy>=2.0; python_version >= "3.9"` leaves an older one.'
 */
export function absentReleases(
  fix: string,
  pythons: { readonly all: readonly string[]; readonly fails: readonly string[] },
): string {
  const asked = [...new Map([...fix.matchAll(ASKED)].map((one) => [one[0], one])).values()];
  return asked
    .map(([, operator = '', version = '']) =>
      operator === '<' ? noneBelow(version, pythons.fails) : noneFrom(version, pythons.all),
    )
    .filter((one) => one !== '')
    .join(' ');
}

function noneFrom(version: string, pythons: readonly string[]): string {
  const without = pythons.filter((python) => {
    const last = numpyForPython(python)?.last;
    return last !== undefined && compareMinors(version, last) > 0;
  });
  const [python] = without.slice(-1);
  if (python === undefined) return '';
  const last = numpyForPython(python)?.last;
  const begins = pythons.find((one) => !without.includes(one) && numpyForPython(one) !== undefined);
  const marker = begins && /^3\.\d+/.exec(begins)?.[0];
  const way = marker
    ? `there \`numpy>=${version}; python_version >= "${marker}"\` leaves an older one`
    : 'there only an older C-API, or a newer Python, helps';
  return `Python ${listOf(without)} ${without.length === 1 ? 'has' : 'have'} no such NumPy (${without.length === 1 ? 'its' : 'the'} last is ${last}): ${way}.`;
}

function noneBelow(version: string, pythons: readonly string[]): string {
  const without = pythons.filter((python) => {
    const first = numpyForPython(python)?.first;
    return first !== undefined && compareMinors(first, version) >= 0;
  });
  const [python] = without;
  if (python === undefined) return '';
  const have = without.length === 1 ? 'has' : 'have';
  return `Python ${listOf(without)} ${have} no NumPy below ${version} (the first there is ${numpyForPython(python)?.first}): \`numpy<${version}\` is no way out there.`;
}
