import { existsSync, readFileSync } from 'node:fs';
import { REPOSITORY } from '../../src/repository.ts';
import { OPTIONS } from '../../src/settings/options.ts';
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

describe('the steps of the README', () => {
  const blocks = [...README.matchAll(/```yaml\n([\s\S]*?)```/g)].map((match) => match[1] ?? '');
  // Each ends where the next step begins.
  const steps = blocks.flatMap((block) =>
    block
      .split(`uses: ${REPOSITORY}@v1`)
      .slice(1)
      .map((step) => step.split(/^ *- /m, 1)[0] ?? ''),
  );

  it('are found, and name the repository of the one constant', () => {
    expect(steps.length).toBeGreaterThan(3);
    expect(README).not.toContain('OWNER/');
  });

  it.each(steps)('have inputs that exist: %j', (step) => {
    const given = [...step.matchAll(/^ {10}([\w-]+):/gm)].map((match) => match[1]);
    const inputs = OPTIONS.filter((one) => one.input);
    expect(inputs.map((one) => one.name)).toEqual(expect.arrayContaining(given));
  });
});

it('every file and picture that the README links to is there', () => {
  const links = [...README.matchAll(/\]\(([^)#:]+)(?:#[^)]*)?\)/g)].map((match) => match[1] ?? '');
  expect(links.filter((link) => link.includes('images/')).length).toBeGreaterThan(2);
  expect(links.filter((link) => !existsSync(link))).toEqual([]);
});

it('every option stands in the README, once', () => {
  const table = README.slice(
    README.indexOf('<!-- options -->'),
    README.indexOf('<!-- /options -->'),
  );
  for (const { flag } of OPTIONS) {
    if (flag === null) continue;
    expect(table.match(new RegExp(`\\| \`--${flag}[ \`]`, 'g')) ?? []).toHaveLength(1);
  }
});
