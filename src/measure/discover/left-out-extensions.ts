import { isSharedFile } from '../../packaging/shared-file.ts';
import { splitModuleFile } from './module-file.ts';

// distutils/command/build_ext.py: self.warn(f'building extension "{ext.name}" failed: {e}')
const FAILED = /\bbuilding extension "([^"\r\n]+)" failed\b/g;
// setuptools_rust/command.py: print(f"{command_name}: optional Rust extension {ext.name} failed")
const RUST_FAILED = /\boptional Rust extension (\S+) failed\b/g;
// Cython/Build/Dependencies.py, with exclude_failures: print("Failed compilations: %s" % ', '.join(…))
const CYTHON_FAILED = /^Failed compilations: (\w[\w., ]*)$/gm;
// distutils/command/build_ext.py: log.info("building '%s' extension", ext.name)
const TRIED = /\bbuilding '([^'\r\n]+)' extension\b/g;
/** What compilers, and builds that go on without a module, say in between. */
const TROUBLE = /\berror\b|\bfail(?:ed|ure|s)?\b|\bcould ?n[o']t\b|\bunable to\b|\bskipp/i;

/**
 * The extensions that a build tried and left out: setuptools says it of optional ones, and projects
 * with a `build_ext` of their own go on in silence. The wheel is made all the same, and whatever else
 * is in it works.
 *
 * @param buildLog all that the build printed
 * @param wheelMembers paths in the wheel; a file by the extension's last name is taken for its own,
 *   unless it is another extension's
 * @param stopped last names of modules that a compiler did not compile
 * @returns dotted names, in order of the log
 * @example leftOutExtensions('building extension "a._x" failed: command gcc failed', []) // ['a._x']
 */
export function leftOutExtensions(
  buildLog: string,
  wheelMembers: readonly string[],
  stopped: readonly string[] = [],
): readonly string[] {
  const namesOf = (pattern: RegExp) =>
    [...buildLog.matchAll(pattern)].flatMap(([, one = '']) => one.split(', ').filter(Boolean));
  const tried = namesOf(TRIED);
  const failed = [...namesOf(FAILED), ...namesOf(RUST_FAILED), ...namesOf(CYTHON_FAILED)];
  const shared = wheelMembers.filter(isSharedFile);
  const open = new Set(shared);
  const names = [...new Set([...failed, ...tried])];
  const found = new Set<string>();
  // The longest first: `b` may lie in `lib/`, and `a/b` is that of `a.b`.
  for (const name of names.toSorted((a, b) => partsOf(b).length - partsOf(a).length)) {
    const own = [...open].filter((member) => isAt(member, name));
    for (const member of own) open.delete(member);
    if (own.length > 0) found.add(name);
  }
  const missing = names.filter((name) => !found.has(name));
  // Moved by the project, or made a library for ctypes.
  const nowhere = missing.filter((name) => {
    const leaf = partsOf(name).at(-1) ?? name;
    const moved = [...open].find((member) => [leaf, `lib${leaf}`].includes(stemOf(member)));
    if (moved !== undefined) open.delete(moved);
    return moved === undefined;
  });
  const told = TROUBLE.test(buildLog) ? nowhere : nowhere.filter((name) => failed.includes(name));
  const known = new Set([
    ...names.map((name) => partsOf(name).at(-1)),
    ...shared.map(stemOf).flatMap((stem) => [stem, stem.replace(/^lib/, '')]),
  ]);
  return [...told, ...new Set(stopped.filter((name) => !known.has(name)))];
}

/** Whether a member of the wheel lies where an extension's name says. */
function isAt(member: string, name: string): boolean {
  const folders = member.split('/').slice(0, -1);
  const place = [...folders, stemOf(member)].join('/');
  const wanted = partsOf(name).join('/');
  return place === wanted || place.endsWith(`/${wanted}`);
}

function partsOf(name: string): readonly string[] {
  return name.split(/[./\\]/);
}

function stemOf(member: string): string {
  return splitModuleFile(member.slice(member.lastIndexOf('/') + 1)).stem;
}
