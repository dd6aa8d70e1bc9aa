import type { Symptoms } from './symptoms.ts';

/** Words that only one system's loader, Python or debugger uses. */
const TELLING: readonly (readonly [RegExp, string])[] = [
  [/DLL load failed|Windows fatal exception|\[WinError \d|(?:^|[\s"'(])[A-Za-z]:\\\w/m, 'windows'],
  [/-darwin\.so\b|\.dylib\b|mach-o|Library\/Frameworks\/Python\.framework/i, 'macos'],
  [/-linux-\w+\.so\b|\.so\.\d|GLIBC(?:XX)?_|ELF\b|\/usr\/lib\/[\w-]*linux/, 'linux'],
];

/**
 * Where it failed: the combination's platform (`windows-amd64`); of a log, which has none, the system
 * alone (`windows`) by the words in it; null where they do not tell.
 */
export function platformOf({ evidence, texts, chain }: Symptoms): string | null {
  const { combination, observation } = evidence;
  if (combination) return combination.platform;
  const { outcome } = observation;
  // Only Windows ends a process without a signal's name.
  if (outcome.kind === 'signalled' && !outcome.signal.startsWith('SIG')) return 'windows';
  const files = chain.flatMap(({ frames }) => frames.map(({ file }) => file));
  const told = [...texts, ...files, observation.stderr].join('\n');
  return TELLING.find(([words]) => words.test(told))?.[1] ?? null;
}
