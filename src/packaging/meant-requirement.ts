const NAME = String.raw`[A-Za-z0-9](?:[\w.-]*[A-Za-z0-9])?(?:\s*\[[^\]]*\])?`;
const VERSION = String.raw`v?(?<version>\d[\w.+!]*)`;
/** Conda's `name=1.2`, npm's `name@1.2`, and a blank as in `pip list`. */
const OTHER_SIGN = new RegExp(String.raw`^(?<name>${NAME})(?:\s*[=@:]\s*|\s+)${VERSION}$`);

/**
 * Whether what stands after `@` is a release, as npm writes it: uv would look for a file of that name.
 *
 * @example isRelease('1.3.11') // true
 * @example isRelease('1.3.11.zip') // false
 */
export function isRelease(address: string): boolean {
  return /^v?\d+(?:\.\d+)*(?:(?:a|b|rc|\.post|\.dev)\d+)*$/.test(address);
}

/**
 * What whoever wrote a line that is no requirement probably meant, as a remedy.
 *
 * @example meantRequirement('h5py=3.1') // 'Write h5py==3.1'
 */
export function meantRequirement(text: string): string {
  const { name, version } = OTHER_SIGN.exec(text)?.groups ?? {};
  if (name !== undefined && version !== undefined) return `Write ${name}==${version}`;
  if (/^[a-z][a-z0-9+.-]*:\/\//i.test(text))
    return `Write the name before the address: NAME @ ${text}`;
  if (/\.whl$/i.test(text)) return 'A built wheel is named by --wheel (the input wheels)';
  return 'Write it as PEP 508 says, for example numpy>=1.23,<3; python_version >= "3.10"';
}

/**
 * Whether a text can only be a requirement: a name with a version. No folder is called so.
 *
 * @example isRequirement('h5py==3.1') // true
 * @example isRequirement('h5py') // false
 */
export function isRequirement(text: string): boolean {
  return /^[a-z0-9][\w.-]*\s*(?:\[[\w\s,.-]+\]\s*)?(?:[=<>!~]=|[<>])\s*\d/i.test(text);
}
