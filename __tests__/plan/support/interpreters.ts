import type { Interpreter } from '../../../src/packaging/interpreter.ts';

const range = (high: number, low: number) =>
  Array.from({ length: high - low + 1 }, (_, at) => high - at);

/** Platform tags, best first, as `packaging.tags` lists them for these machines. */
export const PLATFORMS: Readonly<Record<string, readonly string[]>> = {
  'manylinux-x86_64': [
    ...range(39, 5).flatMap((glibc) => [
      `manylinux_2_${glibc}_x86_64`,
      ...(glibc === 17 ? ['manylinux2014_x86_64'] : []),
      ...(glibc === 12 ? ['manylinux2010_x86_64'] : []),
      ...(glibc === 5 ? ['manylinux1_x86_64'] : []),
    ]),
    'linux_x86_64',
  ],
  'manylinux-aarch64': [
    ...range(39, 17).flatMap((glibc) => [
      `manylinux_2_${glibc}_aarch64`,
      ...(glibc === 17 ? ['manylinux2014_aarch64'] : []),
    ]),
    'linux_aarch64',
  ],
  'musllinux-x86_64': ['linux_x86_64', ...range(2, 0).map((musl) => `musllinux_1_${musl}_x86_64`)],
  'macos-x86_64': [
    ...range(14, 11).flatMap((os) => [`macosx_${os}_0_x86_64`, `macosx_${os}_0_universal2`]),
    ...range(16, 4).flatMap((os) =>
      ['x86_64', 'intel', 'fat64', 'fat32', 'universal2', 'universal'].map(
        (format) => `macosx_10_${os}_${format}`,
      ),
    ),
  ],
  'macos-arm64': [
    ...range(14, 11).flatMap((os) => [`macosx_${os}_0_arm64`, `macosx_${os}_0_universal2`]),
    ...range(16, 4).map((os) => `macosx_10_${os}_universal2`),
  ],
  'windows-amd64': ['win_amd64'],
};

/** A CPython as `packaging` would describe it. */
export function cpython(
  version: string,
  options: Partial<Interpreter> & { readonly wheels?: string } = {},
): Interpreter {
  const { wheels = 'manylinux-x86_64', ...rest } = options;
  const minor = Number(version.split('.')[1]);
  const freeThreaded = rest.freeThreaded ?? false;
  const platforms = PLATFORMS[wheels] ?? [];
  const abi = `cp3${minor}${freeThreaded ? 't' : ''}`;
  const on = (prefix: string) => platforms.map((platform) => `${prefix}-${platform}`);
  const tags = [
    ...on(`cp3${minor}-${abi}`),
    ...(freeThreaded ? [] : range(minor, 2).flatMap((m) => on(`cp3${m}-abi3`))),
    ...on(`cp3${minor}-none`),
    ...range(minor, 0).flatMap((m) => on(`py3${m}-none`)),
    `py3-none-any`,
  ];
  return {
    executable: `/opt/python/${version}${freeThreaded ? 't' : ''}/bin/python`,
    version,
    implementation: 'cpython',
    freeThreaded,
    platform: 'linux-x86_64',
    tags,
    markers: {
      python_version: `3.${minor}`,
      python_full_version: version,
      os_name: 'posix',
      sys_platform: 'linux',
      platform_system: 'Linux',
      platform_machine: 'x86_64',
      platform_release: '6.8.0-45-generic',
      platform_version: '#45-Ubuntu SMP',
      platform_python_implementation: 'CPython',
      implementation_name: 'cpython',
      implementation_version: version,
    },
    extensionSuffixes: [`.cpython-3${minor}-x86_64-linux-gnu.so`, '.abi3.so', '.so'],
    source: 'pyenv',
    ...rest,
  };
}
