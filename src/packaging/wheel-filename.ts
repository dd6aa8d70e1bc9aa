/** What a wheel's file name says (binary distribution format, PEP 427 and PEP 425). */
export interface WheelFilename {
  /** As written: `boost_histogram`; normalise it before comparing. */
  readonly distribution: string;
  readonly version: string;
  /** The optional build tag (`1`, `2abc`); null when there is none. */
  readonly build: string | null;
  /** `python-abi-platform`, compressed sets expanded: `cp311-cp311-win_amd64`; file order. */
  readonly tags: readonly string[];
}

/** A file name with more tags than this is nonsense; the longest real one expands to some dozens. */
const MAX_TAGS = 1_000;

const NAME =
  /^(?<distribution>[A-Za-z0-9](?:[A-Za-z0-9._]*[A-Za-z0-9])?)-(?<version>[A-Za-z0-9_.!+]+)(?:-(?<build>\d[A-Za-z0-9_.]*))?-(?<python>[A-Za-z0-9_.]+)-(?<abi>[A-Za-z0-9_.]+)-(?<platform>[A-Za-z0-9_.]+)\.whl$/;

/**
 * Reads a wheel's file name.
 *
 * @param name the file's base name, without folders
 * @returns its parts, or undefined when it is no wheel's name
 * @example parseWheelFilename('a-1.0-cp38.cp39-abi3-win32.whl')?.tags
 * // ['cp38-abi3-win32', 'cp39-abi3-win32']
 */
export function parseWheelFilename(name: string): WheelFilename | undefined {
  const groups = NAME.exec(name)?.groups;
  if (groups === undefined) {
    return undefined;
  }
  const { distribution = '', version = '', build, python = '', abi = '', platform = '' } = groups;
  const [pythons, abis, platforms] = [python, abi, platform].map(parts);
  if (pythons === undefined || abis === undefined || platforms === undefined) {
    return undefined;
  }
  if (pythons.length * abis.length * platforms.length > MAX_TAGS) {
    return undefined;
  }
  const tags = pythons.flatMap((p) => abis.flatMap((a) => platforms.map((f) => `${p}-${a}-${f}`)));
  return { distribution, version, build: build ?? null, tags: [...new Set(tags)] };
}

/** A compressed tag set; undefined when a part is empty (`cp38..cp39`). Tags compare lower-case. */
function parts(text: string): readonly string[] | undefined {
  const list = text.toLowerCase().split('.');
  return list.every((part) => part !== '') ? list : undefined;
}
