// Which folder of src/ may import which: the one table from which biome.json's rules are written
// (`node scripts/arrows.mjs`) and which docs/architecture.md shows. A test holds the three together.
import { readFile, writeFile } from 'node:fs/promises';
import { pathToFileURL } from 'node:url';

/** Folder → folders it may import. The doors may import all of them. */
export const ARROWS = {
  commands: [
    ...['measure', 'judge', 'report', 'audit', 'plan', 'provision', 'settings', 'wheels'],
    ...['store', 'host', 'binary', 'model', 'packaging', 'escape'],
  ],
  entry: ['judge', 'report', 'settings', 'store', 'host', 'model', 'packaging', 'escape'],
  measure: [
    ...['plan', 'provision', 'settings', 'wheels', 'host', 'binary', 'model', 'packaging'],
    'escape',
  ],
  judge: ['plan', 'model', 'packaging', 'escape'],
  report: ['model', 'packaging', 'escape'],
  audit: ['plan', 'model', 'packaging', 'escape'],
  plan: ['model', 'packaging', 'escape'],
  provision: ['wheels', 'host', 'model', 'packaging', 'escape'],
  settings: ['model', 'packaging', 'escape'],
  wheels: ['model', 'packaging', 'escape'],
  store: ['host', 'model', 'packaging', 'escape'],
  host: ['model', 'packaging', 'escape'],
  binary: ['model', 'packaging'],
  model: ['packaging', 'escape'],
  packaging: ['escape'],
  escape: [],
};

/** Folders without any input or output: they know no file system, process, network or environment. */
export const PURE = [
  ...['judge', 'report', 'audit', 'plan', 'settings', 'binary', 'model', 'packaging', 'escape'],
];

/** What a pure folder may import of Node all the same. */
const HARMLESS = ['!node:path', '!node:buffer', '!node:crypto', '!node:util', '!node:url'];

/** One Biome override for each folder. */
export function overrides() {
  const folders = Object.keys(ARROWS);
  return folders.map((folder) => {
    const pure = PURE.includes(folder);
    const closed = folders.filter((one) => one !== folder && !ARROWS[folder].includes(one));
    const patterns = [
      {
        group: [...closed.map((one) => `**/${one}/**`), '**/cli.ts', '**/action.ts'],
        message: `src/${folder} does not know this folder (scripts/arrows.mjs)`,
      },
      ...(pure
        ? [
            {
              group: ['node:*', ...HARMLESS, '@actions/*'],
              message: 'This folder is pure: the world comes in through src/model/ports.ts',
            },
          ]
        : []),
    ];
    const style = {
      noRestrictedImports: { level: 'error', options: { patterns } },
      ...(pure ? { noProcessEnv: 'error' } : {}),
    };
    return { includes: [`src/${folder}/**`], linter: { rules: { style } } };
  });
}

/** The table as the page on the architecture shows it. */
export function arrowTable() {
  const rows = Object.entries(ARROWS).map(
    ([folder, may]) =>
      `| \`${folder}/\`${PURE.includes(folder) ? ' (pure)' : ''} | ${may.map((one) => `\`${one}\``).join(', ') || '–'} |`,
  );
  return ['| folder | may import |', '| --- | --- |', ...rows].join('\n');
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const config = JSON.parse(await readFile('biome.json', 'utf8'));
  const ours = new Set(Object.keys(ARROWS).map((folder) => `src/${folder}/**`));
  const others = config.overrides.filter(({ includes }) => !includes.some((one) => ours.has(one)));
  config.overrides = [...overrides(), ...others];
  await writeFile('biome.json', `${JSON.stringify(config, null, 2)}\n`);
}
