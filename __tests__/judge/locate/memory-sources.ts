import { repositorySources, type Sources } from '../../../src/judge/locate/sources.ts';
import type { Files } from '../../../src/model/ports.ts';

/** A repository from a literal: path → text. */
export function memorySources(files: Readonly<Record<string, string>>, project = ''): Sources {
  const port: Files = {
    read: async (path) => new TextEncoder().encode(files[path.slice('/repo/'.length)] ?? ''),
    readText: async (path) => files[path.slice('/repo/'.length)],
    list: async (_folder, options) =>
      Object.keys(files)
        .filter((file) => !options?.skip?.(file))
        .sort(),
    exists: async (path) => path.slice('/repo/'.length) in files,
  };
  return repositorySources(port, '/repo', project);
}
