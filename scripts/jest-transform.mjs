// Lets jest load TypeScript and, as text, the Python sources that the bundle embeds.
import { transformSync } from 'esbuild';

export default {
  process(source, path) {
    const loader = path.endsWith('.py') ? 'text' : 'ts';
    return transformSync(source, {
      loader,
      format: 'esm',
      target: 'node20',
      sourcefile: path,
      sourcemap: 'inline',
    });
  },
};
