import { readFileSync } from 'node:fs';
import { parseCli } from '../../src/settings/parse-cli.ts';

const README = readFileSync('README.md', 'utf8');

/** The command lines of the README, without their comments. */
const LINES = [
  ...README.matchAll(/^(?:node dist\/cli\.mjs|numpy-abi-matrix) (.+?)(?:\s+#.*)?$/gm),
].map((match) => match[1] ?? '');

/** Words as a shell splits them; the README quotes with single quotes only. */
function words(line: string): readonly string[] {
  return [...line.matchAll(/'([^']*)'|(\S+)/g)].map((match) => match[1] ?? match[2] ?? '');
}

describe('the command lines of the README', () => {
  it('are found', () => {
    expect(LINES.length).toBeGreaterThan(6);
  });

  it.each(LINES)('%s', (line) => {
    const request = parseCli(words(line));
    expect(['run', 'explain']).toContain(request.kind);
    expect('problems' in request ? request.problems : []).toEqual([]);
  });
});
