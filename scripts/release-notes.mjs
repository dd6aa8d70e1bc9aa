// Prints the notes of one version from CHANGELOG.md; fails where there are none.
//
//     node scripts/release-notes.mjs 1.2.0
import { readFile } from 'node:fs/promises';

const version = (process.argv[2] ?? '').replace(/^v/, '');
const text = await readFile(new URL('../CHANGELOG.md', import.meta.url), 'utf8');
const { version: own } = JSON.parse(
  await readFile(new URL('../package.json', import.meta.url), 'utf8'),
);
if (version !== own) fail(`package.json says ${own}, the tag says ${version}`);
const sections = text.split(/^## /m).slice(1);
const found = sections.find((one) => /^\[?([\w.+-]+)/.exec(one)?.[1] === version);
if (found === undefined) fail(`CHANGELOG.md has no section "## ${version}"`);
process.stdout.write(`${found.slice(found.indexOf('\n') + 1).trim()}\n`);

function fail(message) {
  process.stderr.write(`error: ${message}\n`);
  process.exit(1);
}
