// npm run readiness [-- --results FILE…]: audits the newest wheels of docs/readiness-packages.txt, for all
// platforms, and writes docs/readiness.md. Killed, it goes on where it was. With --results the page is
// made of lines that `audit --json-lines` wrote elsewhere, such as the parts of several machines.
import { spawnSync } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { build } from 'esbuild';

const LIST = 'docs/readiness-packages.txt';
const PAGE = 'docs/readiness.md';
const { values } = parseArgs({ options: { results: { type: 'string', multiple: true } } });
const results = values.results ?? [await audited()];

const page = await pageOf(results);
await writeFile(PAGE, page);
process.stdout.write(`${PAGE} is written\n`);

/** @returns the file of results, new each day: what is newest changes */
async function audited() {
  await mkdir('node_modules/.cache', { recursive: true });
  const file = `node_modules/.cache/readiness-${new Date().toISOString().slice(0, 10)}.jsonl`;
  const words = ['audit', '--requirements', LIST, '--all-platforms', '--json-lines', file];
  const { status } = spawnSync(process.execPath, ['dist/cli.mjs', ...words], { stdio: 'inherit' });
  // Findings are what the page is about.
  if (status !== 0 && status !== 1) process.exit(status ?? 1);
  return file;
}

async function pageOf(files) {
  await mkdir('node_modules/.cache', { recursive: true });
  const folder = await mkdtemp('node_modules/.cache/readiness-');
  try {
    const outfile = join(folder, 'readiness.mjs');
    const contents = `
      export { readinessPage } from './src/report/render/readiness.ts';
      export { parseRequirementList } from './src/packaging/requirement-list.ts';`;
    await build({
      stdin: { contents, resolveDir: '.' },
      outfile,
      bundle: true,
      packages: 'external',
      format: 'esm',
      platform: 'node',
      target: 'node20',
      logLevel: 'warning',
    });
    const { readinessPage, parseRequirementList } = await import(pathToFileURL(outfile).href);
    const texts = await Promise.all(files.map((file) => readFile(file, 'utf8')));
    const lines = texts.flatMap((text) => text.split('\n')).filter((line) => line !== '');
    const all = new Map(lines.map((line) => JSON.parse(line)).map((one) => [one.requirement, one]));
    const { requirements } = parseRequirementList(await readFile(LIST, 'utf8'), LIST);
    const missing = requirements.filter(({ text }) => !all.has(text)).map(({ text }) => text);
    const wanted = requirements.flatMap(({ text }) => all.get(text) ?? []);
    return readinessPage(wanted, missing, 'npm run readiness').text;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
