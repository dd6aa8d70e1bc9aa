import type { Located } from './located.ts';
import { atTheTop, filesNamed } from './project-files.ts';
import type { Sources } from './sources.ts';

/** Build files by rank, with the line that matters most in each. */
const BUILD: readonly (readonly [RegExp, readonly RegExp[]])[] = [
  [/^pyproject\.toml$/, [/^\s*\[build-system\]/, /^\s*\[project\]/]],
  [/^setup\.py$/, [/^\s*(?:\w+\.)?setup\s*\(/]],
  [/^setup\.cfg$/, [/^\[options\]/, /^\[metadata\]/]],
  [/^meson\.build$/, [/^\s*project\s*\(/]],
  [/^CMakeLists\.txt$/, [/^\s*project\s*\(/i]],
  [/^Cargo\.toml$/, [/^\s*\[lib\]/, /^\s*\[package\]/]],
  [/^(?:.*requirements.*\.(?:txt|in)|(?:uv|poetry|pdm)\.lock|pylock.*\.toml)$/i, []],
];

/** The build file's first meaningful line. */
export async function locateBuildFile(sources: Sources): Promise<Located | null> {
  for (const [name, patterns] of BUILD) {
    for (const file of await filesNamed(sources, name)) {
      if (!atTheTop(sources, file)) continue;
      const line = meaningfulLine((await sources.text(file)) ?? '', patterns);
      if (line !== null) return { file, line, why: 'the build file, as no line says more' };
    }
  }
  return null;
}

/** Where to point when a message has no line of its own: the build file, else the workflow. */
export async function locateFallback(sources: Sources): Promise<Located | null> {
  return (await locateBuildFile(sources)) ?? (await locateWorkflow(sources));
}

/** `[tool.numpy-abi-matrix]`, where known failures and choices are kept. */
export async function locateConfiguration(sources: Sources): Promise<Located | null> {
  for (const file of await filesNamed(sources, /^pyproject\.toml$/)) {
    const lines = ((await sources.text(file)) ?? '').split(/\r?\n/);
    const table = lines.findIndex((line) => /^\s*\[tool\.["']?numpy-abi-matrix["']?\]/.test(line));
    const known = lines.findIndex((line, at) => at > table && /^\s*known-failures\s*=/.test(line));
    if (table >= 0) return { file, line: Math.max(table, known) + 1, why: 'our own settings' };
  }
  return null;
}

/** The workflow's step that runs us. */
export async function locateWorkflow(sources: Sources): Promise<Located | null> {
  const files = (await sources.list()).filter((one) =>
    /^\.github\/workflows\/[^/]+\.ya?ml$/.test(one),
  );
  for (const file of files) {
    const lines = ((await sources.text(file)) ?? '').split(/\r?\n/);
    const step = lines.findIndex((line) => /^[\s-]*(?:uses|run):.*numpy-abi-matrix/.test(line));
    if (step >= 0) return { file, line: step + 1, why: 'the workflow step that runs the check' };
  }
  return null;
}

function meaningfulLine(text: string, patterns: readonly RegExp[]): number | null {
  const lines = text.split(/\r?\n/);
  for (const pattern of [...patterns, /^\s*[^\s#]/]) {
    const at = lines.findIndex((line) => pattern.test(line));
    if (at >= 0) return at + 1;
  }
  return null;
}
