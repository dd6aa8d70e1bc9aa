/** What only glibc has: its loader and parts, and names that its headers put into every program. */
const LIBRARY = /^(?:ld-linux[\w.-]*|lib(?:c|m|pthread|dl|rt|util|resolv)\.so\.\d)/;
const SYMBOL =
  /^(?:__\w+_chk|__strdup|__rawmemchr|__(?:fp)?classify\w*|__longjmp_chk|__res_init|__libc_\w+|__finite\w*|__isinf|__isnan|__sched_cpualloc|gnu_get_libc_version|backtrace\w*|mallinfo2?|malloc_trim|secure_getenv|fcntl64|\w+64|\w+_l|\w*context)$/;
const MUSL = /^Error (?:loading shared library|relocating) /;

/**
 * @param text the loader's message
 * @returns true where a file that was built for glibc is loaded by musl's loader (Alpine)
 */
export function isGlibcOnMusl(text: string): boolean {
  if (!MUSL.test(text)) return false;
  const library = /^Error loading shared library (\S+?):/.exec(text)?.[1];
  if (library !== undefined) return LIBRARY.test(library);
  const symbol = /^Error relocating \S+: (\w+): symbol not found/.exec(text)?.[1];
  return symbol !== undefined && SYMBOL.test(symbol);
}

/** What helps, of a package as the text names it. */
export function forMusl(name: string): string {
  return `Install a wheel that is for musl (\`musllinux\` in its file name; a current pip chooses it where the release has one), or the system’s own package (\`apk add\`); else use an image with glibc (\`python:3.X-slim\` instead of \`-alpine\`). Setting \`manylinux_compatible\` on Alpine makes pip install what ${name} cannot load.`;
}
