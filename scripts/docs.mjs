// Writes everything that is generated from the sources but dist/: action.yml, the tables of the
// README, the schemas, docs/failures, the list of docs/adr. Running it twice changes nothing.
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { whatRanWhere } from './what-ran-where.mjs';

await mkdir('node_modules/.cache', { recursive: true });
const folder = await mkdtemp('node_modules/.cache/docs-');
try {
  const outfile = join(folder, 'docs.mjs');
  await build({
    entryPoints: ['scripts/docs-entry.ts'],
    outfile,
    bundle: true,
    packages: 'external',
    format: 'esm',
    platform: 'node',
    target: 'node20',
    loader: { '.py': 'text', '.css': 'text', '.page.js': 'text' },
    logLevel: 'warning',
  });
  const docs = await import(pathToFileURL(outfile).href);
  await writeFile('action.yml', docs.renderAction());
  await writeFile('.github/workflows/numpy-abi-matrix.yml', docs.renderWorkflow());
  await mkdir(docs.SELF_FOLDER, { recursive: true });
  await writeFile(join(docs.SELF_FOLDER, 'action.yml'), docs.renderSelf());
  await writeFile(
    'docs/pyproject.schema.json',
    `${JSON.stringify(docs.pyprojectSchema(), null, 2)}\n`,
  );
  await writeFile('docs/report.schema.json', `${JSON.stringify(docs.REPORT_SCHEMA, null, 2)}\n`);
  const measurements = JSON.stringify(docs.MEASUREMENTS_SCHEMA, null, 2);
  await writeFile('docs/measurements.schema.json', `${measurements}\n`);
  await writeFile('docs/what-ran-where.md', whatRanWhere());
  const plan = JSON.stringify(docs.PLAN_SCHEMA, null, 2);
  await writeFile('docs/plan.schema.json', `${plan}\n`);
  await mkdir('docs/failures', { recursive: true });
  await writeFile('docs/failures/README.md', docs.renderFailureDocs());
  const pages = docs.renderFailurePages();
  for (const name of await readdir('docs/failures')) {
    if (name !== 'README.md' && !(name in pages)) await rm(join('docs/failures', name));
  }
  for (const [name, text] of Object.entries(pages)) {
    await writeFile(join('docs/failures', name), text);
  }
  await writeFile('docs/adr/README.md', await decisions());
  let readme = await readFile('README.md', 'utf8');
  readme = between(readme, 'options', docs.renderOptionTable());
  // The one place that a fork changes is src/repository.ts.
  readme = readme.replace(
    /(uses: )[\w.-]+\/[\w.-]+((?:\/\.github\/workflows\/numpy-abi-matrix\.yml)?@v1$)/gm,
    `$1${docs.REPOSITORY}$2`,
  );
  readme = between(readme, 'outputs', docs.renderOutputTable());
  await writeFile('README.md', readme);
} finally {
  await rm(folder, { recursive: true, force: true });
}

/** The list of the decisions, by what they say in their first line. */
async function decisions() {
  const names = (await readdir('docs/adr')).filter((name) => name !== 'README.md').sort();
  const rows = names.map(async (name) => {
    const [title] = (await readFile(join('docs/adr', name), 'utf8')).split('\n');
    return `- [${title.replace(/^# /, '')}](${name})`;
  });
  const note = '<!-- Written by `npm run docs`; do not edit. -->';
  return `# Decisions\n\n${note}\n\n${(await Promise.all(rows)).join('\n')}\n`;
}

function between(text, name, content) {
  const [start, end] = [`<!-- ${name} -->`, `<!-- /${name} -->`];
  const [from, to] = [text.indexOf(start), text.indexOf(end)];
  if (from < 0 || to < from) throw new Error(`README.md: no ${start} … ${end}`);
  return `${text.slice(0, from + start.length)}\n\n${content}\n\n${text.slice(to)}`;
}
