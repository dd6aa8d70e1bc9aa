import type { CompiledModule } from './compiled-module.ts';

/**
 * The folders that a compiled module's name is made of, outermost first. The name alone does not
 * tell them: one may have a dot in it (`lib/python3.12/site-packages` of a prefix within a wheel).
 *
 * @param module whose `path` has `/` or `\` between folders
 * @example moduleFolders({ name: 'a.v1.2._x', path: '/site/a/v1.2/_x.so' }) // ['a', 'v1.2']
 */
export function moduleFolders(module: Pick<CompiledModule, 'name' | 'path'>): readonly string[] {
  const parts = module.name.split('.').slice(0, -1);
  if (parts.length === 0) return [];
  const above = module.path.replaceAll('\\', '/').split('/').slice(0, -1);
  const start = above.findIndex((_, index) => above.slice(index).join('.') === parts.join('.'));
  return start === -1 ? parts : above.slice(start);
}
