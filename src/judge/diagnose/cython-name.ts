/**
 * Cython writes the module into the names of its C functions, each part behind its length.
 *
 * @returns the module, undefined for other names
 * @example moduleOfCythonName('__pyx_f_5numpy_6random_6_pcg64_next') // 'numpy.random._pcg64'
 */
export function moduleOfCythonName(name: string): string | undefined {
  let rest = /^__pyx_[a-z]+_(?=\d)(.+)$/.exec(name)?.[1] ?? '';
  const parts: string[] = [];
  for (;;) {
    const [digits = ''] = /^\d+(?=[A-Za-z_])/.exec(rest) ?? [];
    const part = rest.slice(digits.length, digits.length + Number(digits));
    // A class begins with a capital; behind the last part stands the function.
    if (digits === '' || !/^[a-z_]\w*$/.test(part)) break;
    parts.push(part);
    rest = rest.slice(digits.length + part.length).replace(/^_/, '');
  }
  return parts.length > 1 ? parts.join('.') : undefined;
}
