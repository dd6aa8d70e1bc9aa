import { isSharedFile } from '../../packaging/shared-file.ts';
import { splitModuleFile } from './module-file.ts';

// distutils/command/build_ext.py: self.warn(f'building extension "{ext.name}" failed: {e}')
const FAILED = /\bbuilding extension "([^"\r\n]+)" failed\b/g;
// setuptools_rust/command.py: print(f"{command_name}: optional Rust extension {ext.name} failed")
const RUST_FAILED = /\boptional Rust extension (\S+) failed\b/g;
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
 * @param wheelMembers paths in the wheel; a file by the extension's last name is taken for its own
 * @returns dotted names, in order of the log
 * @example leftOutExtensions('building extension "a._x" failed: command gcc failed', []) // ['a._x']
 */
export function leftOutExtensions(
  buildLog: string,
  wheelMembers: readonly string[],
): readonly string[] {
  const namesOf = (pattern: RegExp) =>
    [...buildLog.matchAll(pattern)].flatMap(([, one]) => one ?? []);
  const tried = TROUBLE.test(buildLog) ? namesOf(TRIED) : [];
  const built = new Set(wheelMembers.filter(isSharedFile).map(stemOf));
  return [...new Set([...namesOf(FAILED), ...namesOf(RUST_FAILED), ...tried])].filter((name) => {
    const leaf = name.split(/[./\\]/).at(-1) ?? name;
    return !built.has(leaf) && !built.has(`lib${leaf}`);
  });
}

function stemOf(member: string): string {
  return splitModuleFile(member.slice(member.lastIndexOf('/') + 1)).stem;
}
