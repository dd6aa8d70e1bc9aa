import { baseName } from './base-name.ts';

/**
 * A library's name without folders, versions and suffix.
 *
 * @example libraryStem('@rpath/libarrow_python.1400.dylib') // 'libarrow_python'
 */
export function libraryStem(path: string): string {
  const name = baseName(path);
  return name.toLowerCase().replace(/(?:\.\d+)*\.(?:so|dylib|dll)(?:\.\d+)*$/, '');
}
