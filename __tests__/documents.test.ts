import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';

const ROOT = new URL('../', import.meta.url);
const DOCUMENTS = [
  ...['README.md', 'CONTRIBUTING.md'],
  ...readdirSync(new URL('docs/', ROOT), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .map((name) => `docs/${name.replaceAll('\\', '/')}`),
];
const FILES = ['src', '__tests__', 'scripts', 'bench', 'docs', '.ci'].flatMap((folder) =>
  readdirSync(new URL(`${folder}/`, ROOT), { recursive: true, encoding: 'utf8' }).map(
    (name) => `/${folder}/${name.replaceAll('\\', '/')}`,
  ),
);

test('files and folders of the sources that a document names are there', () => {
  const missing = DOCUMENTS.flatMap((document) => {
    const text = readFileSync(new URL(document, ROOT), 'utf8');
    const named = [...text.matchAll(/`((?:[\w.-]+\/)*[\w.-]+(?:\.(?:ts|py|mjs)|\/))`/g)];
    return named
      .map(([, name = '']) => name)
      .filter((name) => name.includes('/') && !['dist/', '.github/'].includes(name))
      .filter((name) => !FILES.some((file) => file.endsWith(`/${name.replace(/\/$/, '')}`)))
      .map((name) => `${document}: ${name}`);
  });
  expect(missing).toEqual([]);
});
