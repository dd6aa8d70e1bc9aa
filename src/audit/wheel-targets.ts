import type { MarkerEnvironment } from '../packaging/markers.ts';

/** One Python on one kind of machine that a wheel is for. */
export interface WheelTarget {
  /** `3.11`. */
  readonly python: string;
  readonly freeThreaded: boolean;
  /** `linux-x86_64`, `musllinux-x86_64`, `macos-arm64`, `windows-amd64`, …. */
  readonly platform: string;
  /** What a requirement's marker is evaluated in. */
  readonly markers: MarkerEnvironment;
}

/** The newest CPython minor that an abi3 wheel is held against. */
const NEWEST_MINOR = 15;

/**
 * The Pythons and platforms that a wheel's tags name; an abi3 wheel is for all later ones, too.
 *
 * @param tags expanded: `cp311-cp311-manylinux_2_17_x86_64`
 * @example wheelTargets(['cp312-cp312-win_amd64']).map(({ python, platform }) => `${python} ${platform}`) // ['3.12 windows-amd64']
 */
export function wheelTargets(tags: readonly string[]): readonly WheelTarget[] {
  const found = new Map<string, WheelTarget>();
  for (const tag of tags) {
    const [python = '', abi = '', platform = ''] = tag.split('-');
    // "py3-none-manylinux…": binaries that any Python 3 gets.
    const anyPython = python === 'py3';
    const minor = anyPython ? 8 : Number(/^cp3(\d+)$/.exec(python)?.[1] ?? Number.NaN);
    if (Number.isNaN(minor)) continue;
    const last = anyPython || abi === 'abi3' ? NEWEST_MINOR : minor;
    for (let at = Math.max(minor, 8); at <= last; at += 1) {
      for (const name of platformsOf(platform)) {
        const target = targetOf(at, /t$/.test(abi), name);
        found.set(JSON.stringify([target.python, target.freeThreaded, name]), target);
      }
    }
  }
  return [...found.values()];
}

/**
 * Kinds of machines that a platform tag names; a universal one names two.
 *
 * @example platformsOf('macosx_11_0_universal2') // ['macos-arm64', 'macos-x86_64']
 */
export function platformsOf(tag: string): readonly string[] {
  const linux = /^(?<kind>manylinux|musllinux|linux)(?:\d+|_\d+_\d+)?_(?<machine>\w+)$/.exec(tag);
  const groups = linux?.groups;
  if (groups) {
    const name = groups['kind'] === 'musllinux' ? 'musllinux' : 'linux';
    return [`${name}-${groups['machine']}`];
  }
  const mac = /^macosx_\d+_\d+_(?<machine>\w+)$/.exec(tag)?.groups?.['machine'];
  if (mac === 'universal2') return ['macos-arm64', 'macos-x86_64'];
  if (mac !== undefined) return [`macos-${mac}`];
  if (tag === 'win32') return ['windows-x86'];
  const windows = /^win_(?<machine>\w+)$/.exec(tag)?.groups?.['machine'];
  return windows === undefined ? [] : [`windows-${windows}`];
}

function targetOf(minor: number, freeThreaded: boolean, platform: string): WheelTarget {
  const python = `3.${minor}`;
  const [system = '', ...rest] = platform.split('-');
  const machine = rest.join('-');
  const words = SYSTEMS[system] ?? SYSTEMS['linux'];
  return {
    python,
    freeThreaded,
    platform,
    markers: {
      ...words,
      implementation_name: 'cpython',
      platform_python_implementation: 'CPython',
      platform_machine: system === 'windows' ? machine.toUpperCase() : machine,
      python_version: python,
      python_full_version: `${python}.0`,
      implementation_version: `${python}.0`,
      platform_release: '',
      platform_version: '',
    },
  };
}

const LINUX = { os_name: 'posix', sys_platform: 'linux', platform_system: 'Linux' };
const SYSTEMS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  linux: LINUX,
  musllinux: LINUX,
  macos: { os_name: 'posix', sys_platform: 'darwin', platform_system: 'Darwin' },
  windows: { os_name: 'nt', sys_platform: 'win32', platform_system: 'Windows' },
};
