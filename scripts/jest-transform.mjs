// Lets jest load TypeScript and, as text, the sources that the bundle embeds: Python, and what the
// HTML report holds.
import { transformSync } from 'esbuild';

export default {
  process(source, path) {
    const loader = /\.(?:py|css|page\.js)$/.test(path) ? 'text' : 'ts';
    return transformSync(source, {
      loader,
      format: 'esm',
      target: 'node20',
      sourcefile: path,
      sourcemap: 'inline',
    });
  },
};
