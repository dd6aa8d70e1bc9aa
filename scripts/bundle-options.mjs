const banner = `import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);`;

/** How the entries are bundled into a folder, readable, with shared chunks: for `dist/` and for tests. */
export const bundleOptions = (outdir) => ({
  entryPoints: {
    action: 'src/action.ts',
    cli: 'src/cli.ts',
    // A thread of an audit.
    'audit-worker': 'src/audit-worker.ts',
  },
  outdir,
  outExtension: { '.js': '.mjs' },
  chunkNames: 'chunk-[hash]',
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  loader: { '.py': 'text', '.css': 'text', '.page.js': 'text' },
  banner: { js: banner },
  legalComments: 'none',
  metafile: true,
  logLevel: 'warning',
});
