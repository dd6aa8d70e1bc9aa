/**
 * A reason as it holds for every Python that is left out for the same: told once for all of them.
 *
 * @example ofThatPython('Python 3.14 is not available here', '3.14') // 'that Python is not available here'
 */
export function ofThatPython(reason: string, label: string): string {
  const name = label.replaceAll('.', '\\.');
  return reason.replaceAll(new RegExp(`\\bC?Python ${name}(?![\\w.]*\\w)`, 'g'), 'that Python');
}
