import type { MarkerEnvironment } from '../packaging/markers.ts';
import { admitsPython } from '../packaging/specifier.ts';

/** One Python on one kind of machine that a wheel is for. */
export interface WheelTarget {
  readonly implementation: 'cpython' | 'pypy';
  /** `3.11`. */
  readonly python: string;
  readonly freeThreaded: boolean;
  /** `linux-x86_64`, `musllinux-x86_64`, `macos-arm64`, `windows-amd64`, …. */
  readonly platform: string;
  /** What a requirement's marker is evaluated in. */
  readonly markers: MarkerEnvironment;
}

/** What decides where a wheel goes. */
export interface Destination {
  /** Expanded: `cp311-cp311-manylinux_2_17_x86_64`. */
  readonly tags: readonly string[];
  /** `Requires-Python`; empty admits every Python. */
  readonly requiresPython?: string;
  /** Platforms of its binaries, for tags that name none (`py3-none-any`). */
  readonly builtFor?: readonly string[];
}

/** The oldest CPython minor that a tag for all later ones is held against, and the newest. */
const OLDEST_MINOR = 6;
const NEWEST_MINOR = 15;
/** A late patch release: `>=3.8.1` and `python_full_version >= "3.9.2"` hold on what people run. */
const PATCH = 30;

/**
 * The Pythons and platforms that a wheel is for: those of its tags, later ones too for the stable
 * ABI, less what `Requires-Python` refuses. Python 2 and other implementations have no entry.
 *
 * @example wheelTargets({ tags: ['cp312-cp312-win_amd64'] }).map(({ python, platform }) => `${python} ${platform}`) // ['3.12 windows-amd64']
 */
export function wheelTargets(wheel: Destination): readonly WheelTarget[] {
  const { tags, requiresPython = '', builtFor = [] } = wheel;
  const found = new Map<string, WheelTarget>();
  for (const tag of tags) {
    const [python = '', abi = '', platform = ''] = tag.split('-');
    const names = platform === 'any' ? builtFor : platformsOf(platform);
    for (const one of pythonsOf(python, abi)) {
      if (!admitsPython(requiresPython, `3.${one.minor}.${PATCH}`)) continue;
      for (const name of names) {
        const target = targetOf(one, name);
        found.set(targetKey(target), target);
      }
    }
  }
  return [...found.values()];
}

/** The same for equal targets: `cpython 3.13t linux-x86_64`. */
export function targetKey(target: Omit<WheelTarget, 'markers'>): string {
  return `${pythonKey(target)} ${target.platform}`;
}

/** The same for equal Pythons: `cpython 3.13t`. */
export function pythonKey(target: Pick<WheelTarget, 'implementation' | 'python' | 'freeThreaded'>) {
  return `${target.implementation} ${target.python}${target.freeThreaded ? 't' : ''}`;
}

interface PythonTag {
  readonly implementation: WheelTarget['implementation'];
  readonly minor: number;
  readonly freeThreaded: boolean;
}

function pythonsOf(python: string, abi: string): readonly PythonTag[] {
  const groups = /^(?<implementation>cp|pp|py)3(?<minor>\d*)$/.exec(python)?.groups;
  if (!groups) return [];
  const { implementation = '', minor = '' } = groups;
  const first = minor === '' ? OLDEST_MINOR : Number(minor);
  // "py3-none-manylinux…", "py39-none-…": binaries that any later Python 3 gets; abi3t (PEP 803).
  const later = implementation === 'py' || minor === '' || /^abi3t?$/.test(abi);
  const last = later ? Math.max(first, NEWEST_MINOR) : first;
  const from = later ? Math.max(first, OLDEST_MINOR) : first;
  return Array.from({ length: last - from + 1 }, (_, at) => ({
    implementation: implementation === 'pp' ? 'pypy' : 'cpython',
    minor: from + at,
    freeThreaded: /^(?:cp3\d+|abi3)t$/.test(abi),
  }));
}

/**
 * Kinds of machines that a platform tag names; a universal one names several.
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
  if (mac !== undefined) return (FAT[mac] ?? [mac]).map((machine) => `macos-${machine}`);
  if (tag === 'win32') return ['windows-x86'];
  const windows = /^win_(?<machine>\w+)$/.exec(tag)?.groups?.['machine'];
  return windows === undefined ? [] : [`windows-${windows}`];
}

/** Names of macOS tags for several machines in one file; only those that Python 3 still runs on. */
const FAT: Readonly<Record<string, readonly string[]>> = {
  universal2: ['arm64', 'x86_64'],
  universal: ['x86_64'],
  intel: ['x86_64'],
  fat64: ['x86_64'],
  fat3: ['x86_64'],
};

/**
 * The platform of a binary, as tags name it.
 *
 * @param format of the file
 * @param machine `x86_64`, `aarch64`, `i686`, …
 * @example builtPlatform('macho', 'aarch64') // 'macos-arm64'
 */
export function builtPlatform(format: string, machine: string): string | undefined {
  const arm = machine === 'aarch64';
  if (format === 'elf') return `linux-${machine}`;
  if (format === 'macho') return `macos-${arm ? 'arm64' : machine}`;
  if (format !== 'pe') return undefined;
  const names: Readonly<Record<string, string>> = { x86_64: 'amd64', i686: 'x86' };
  return `windows-${arm ? 'arm64' : (names[machine] ?? machine)}`;
}

/** An index page repeats some hundred targets ten thousand times. */
const MOST_KNOWN = 5_000;
const known = new Map<string, WheelTarget>();

function targetOf(tag: PythonTag, platform: string): WheelTarget {
  const key = `${tag.implementation} ${tag.minor} ${tag.freeThreaded} ${platform}`;
  const made = known.get(key) ?? makeTarget(tag, platform);
  if (known.size >= MOST_KNOWN) known.clear();
  known.set(key, made);
  return made;
}

function makeTarget({ implementation, minor, freeThreaded }: PythonTag, platform: string) {
  const python = `3.${minor}`;
  const [system = '', ...rest] = platform.split('-');
  const machine = rest.join('-');
  const words = SYSTEMS[system] ?? SYSTEMS['linux'];
  return {
    implementation,
    python,
    freeThreaded,
    platform,
    markers: {
      ...words,
      implementation_name: implementation,
      platform_python_implementation: implementation === 'pypy' ? 'PyPy' : 'CPython',
      platform_machine: system === 'windows' ? machine.toUpperCase() : machine,
      python_version: python,
      python_full_version: `${python}.${PATCH}`,
      implementation_version: `${python}.${PATCH}`,
      platform_release: '',
      platform_version: '',
    },
  } satisfies WheelTarget;
}

const LINUX = { os_name: 'posix', sys_platform: 'linux', platform_system: 'Linux' };
const SYSTEMS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  linux: LINUX,
  musllinux: LINUX,
  macos: { os_name: 'posix', sys_platform: 'darwin', platform_system: 'Darwin' },
  windows: { os_name: 'nt', sys_platform: 'win32', platform_system: 'Windows' },
};
