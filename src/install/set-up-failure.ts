/** A set-up failure: its stable id, what happened, what to do now. */
export interface SetUpFailure {
  readonly setUp: string;
  readonly message: string;
}

interface Pattern {
  readonly setUp: string;
  readonly pattern: RegExp;
  readonly remedy: string;
  /** Worth another try. */
  readonly passing: boolean;
}

/** What uv says, in order; texts are uv's and its libraries' (reqwest, hyper), read in uv 0.13. */
const PATTERNS: readonly Pattern[] = [
  {
    setUp: 'disk-full',
    pattern: /No space left on device|os error 28\b|not enough space on the disk/i,
    remedy: 'Free some space, or point TMPDIR and --cache-dir at another disk',
    passing: false,
  },
  {
    setUp: 'index-refused',
    pattern: /\b(?:401|403)\b|Unauthorized|Forbidden/,
    remedy: 'Check the credentials of the package index',
    passing: false,
  },
  {
    setUp: 'hash-mismatch',
    pattern: /Hash mismatch/i,
    remedy: 'The file on the index is not the one that was pinned; do not use it',
    passing: false,
  },
  {
    setUp: 'no-network',
    pattern:
      /error sending request|dns error|failed to lookup address|Connection (?:refused|reset)|connection closed|operation timed out|Could not connect|Failed to (?:fetch|download)|tcp connect error|network is unreachable|\b50[0234]\b/i,
    remedy: 'Check the network and the package index, then run again',
    passing: true,
  },
];

/**
 * @param text what uv wrote on stderr
 * @returns the failure it tells of, `install-failed` where it is none of the known
 */
export function setUpFailure(text: string): SetUpFailure & { readonly passing: boolean } {
  const known = PATTERNS.find(({ pattern }) => pattern.test(text));
  const said = lastLines(text, 6);
  if (!known) return { setUp: 'install-failed', message: said, passing: false };
  return { setUp: known.setUp, message: `${said}\n${known.remedy}`, passing: known.passing };
}

function lastLines(text: string, count: number): string {
  const lines = text.split(/\r\n|\r|\n/).filter((line) => line.trim() !== '');
  return lines.slice(-count).join('\n') || 'uv said nothing';
}
