// Bundles both entries into dist/, readable, with shared chunks, and writes dist/licenses.txt.
import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { build } from 'esbuild';
import { bundleOptions } from './bundle-options.mjs';

/** Every npm package that the bundle holds, by the paths of its inputs. */
function packageFolders(metafile) {
  const folders = new Set();
  for (const input of Object.keys(metafile.inputs)) {
    const match = /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(input);
    if (match?.[1]) folders.add(match[1]);
  }
  return [...folders].sort();
}

async function licenceOf(folder) {
  const { name, version, license } = JSON.parse(
    await readFile(join(folder, 'package.json'), 'utf8'),
  );
  const files = (await readdir(folder)).filter((file) =>
    /^(licen[cs]e|copying|notice)/i.test(file),
  );
  const texts = await Promise.all(files.sort().map((file) => readFile(join(folder, file), 'utf8')));
  return `${name} ${version} (${license})\n\n${texts.join('\n').trim()}\n`.replace(/\r\n?/g, '\n');
}

await rm('dist', { recursive: true, force: true });
const { metafile } = await build(bundleOptions('dist'));
const folders = packageFolders(metafile).filter((folder) => dirname(folder) !== '.');
const licences = await Promise.all(folders.map(licenceOf));
await writeFile('dist/licenses.txt', licences.join(`\n${'-'.repeat(72)}\n\n`));
for (const file of (await readdir('dist')).filter((name) => name.endsWith('.mjs'))) {
  // Trailing blanks in a dependency's template strings would fail `git diff --check`.
  const path = join('dist', file);
  await writeFile(path, (await readFile(path, 'utf8')).replace(/\r\n?/g, '\n'));
}
