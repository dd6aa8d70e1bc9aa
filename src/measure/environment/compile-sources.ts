import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { buildEnvironment } from '../../host/child-environment.ts';
import { removeTree } from '../../host/remove-tree.ts';
import { together } from '../../host/together.ts';
import type { World } from '../../host/world.ts';
import type { Environment, InstalledDistribution } from '../../model/environment.ts';
import { parseRecord } from '../discover/record.ts';
import { hexLine } from '../hex-line.ts';
import program from './compile-sources.py';

const TIMEOUT_SECONDS = 300;
const OUTPUT_CAP_BYTES = 64 * 1024 * 1024;

/** What is compiled; paths relative to the environment. */
export interface Compilation {
  readonly environment: Environment;
  /** Together with what they import, as far as their text tells. */
  readonly roots: readonly string[];
  readonly sources: readonly string[];
  /** Those whose bytecode is looked for in the store, and kept there. */
  readonly kept: readonly InstalledDistribution[];
}

/** What was written. */
export interface Compiled {
  /** Bytecode, relative to the environment; none when it failed: imports compile for themselves. */
  readonly files: readonly string[];
  /** Ends when the store has what was new. */
  readonly stored: Promise<void>;
}

/**
 * Compiles sources of an environment in a process that imports nothing from it, so that nothing but
 * the sources decides what the bytecode holds. What an earlier run compiled of the same sources with
 * the same interpreter is taken from the store.
 *
 * @param folder of this run, to work in
 */
export async function compileSources(
  { environment, roots, sources, kept }: Compilation,
  folder: string,
  world: World,
): Promise<Compiled> {
  const nothing = { files: [], stored: Promise.resolve() };
  if (roots.length === 0 && sources.length === 0) return nothing;
  const { root, interpreter } = environment;
  const own = await mkdtemp(join(folder, 'compile-'));
  const packs = await together(
    kept.map((one, at) => fetchPack(one, environment, join(own, String(at)), world)),
  );
  const script = join(own, 'compile-sources.py');
  await writeFile(script, program);
  const absolute = (path: string) => `${root}/${path}`;
  const lines = [
    ...environment.sitePackages.map((path) => hexLine('below', path)),
    ...roots.map((path) => hexLine('root', absolute(path))),
    ...sources.map((path) => hexLine('source', absolute(path))),
    ...packs.map(({ record, known, found }) => hexLine('kept', record, known, found)),
  ];
  const { ending, stdout } = await world.processes.run(
    interpreter.executable,
    ['-I', '-S', '-B', script],
    {
      cwd: own,
      env: buildEnvironment(world.env),
      timeoutSeconds: TIMEOUT_SECONDS,
      input: `${lines.join('\n')}\n`,
      outputCapBytes: OUTPUT_CAP_BYTES,
    },
  );
  const stored = storePacks(ending.kind === 'exited' ? packs : [], world)
    .catch(() => undefined)
    .then(() => removeTree(own))
    .catch(() => undefined);
  if (ending.kind !== 'exited') return { files: [], stored };
  const files = stdout
    .split('\n')
    .filter((text) => text !== '')
    .map((text) => relative(root, Buffer.from(text, 'hex').toString('utf8')));
  return { files, stored };
}

/** Bytecode of one distribution: what an earlier run knew, and what this one adds. */
interface Pack {
  readonly key: string;
  readonly record: string;
  readonly known: string;
  readonly found: string;
}

/** The sources decide (RECORD has their hashes, the program looks at them again), and who compiles. */
async function fetchPack(
  { name, version, metadataFolder }: InstalledDistribution,
  { interpreter: { executable, version: python } }: Environment,
  folder: string,
  { store }: World,
): Promise<Pack> {
  await mkdir(folder);
  const record = join(metadataFolder, 'RECORD');
  const text = await readFile(record, 'utf8').catch(() => '');
  // Of what else is listed, a script names the environment's folder: its hash is new each time.
  const sources = parseRecord(text).filter(({ path }) => path.endsWith('.py'));
  const sum = createHash('sha256').update(JSON.stringify(sources)).digest('hex');
  const key = JSON.stringify(['bytecode', 2, executable, python, name, version, sum]);
  const pack = { key, record, known: join(folder, 'known'), found: join(folder, 'found') };
  const known = await store?.get('bytecode', key);
  if (known !== undefined) await writeFile(pack.known, known);
  return pack;
}

async function storePacks(packs: readonly Pack[], { store }: World): Promise<void> {
  for (const { key, found } of packs) {
    const bytes = await readFile(found).catch(() => undefined);
    if (bytes !== undefined) await store?.put('bytecode', key, bytes);
  }
}
