/** What only glibc has: its loader and parts. */
const LIBRARY = /^(?:ld-linux[\w.-]*|lib(?:c|m|pthread|dl|rt|util|resolv)\.so\.\d)/;
/** Names that its headers put into every program; other libraries end theirs so, too (`XXH64`). */
const SYMBOL = new RegExp(
  `^(?:${[
    String.raw`__\w+_chk|__strdup|__rawmemchr|__(?:fp)?classify\w*|__res_init|__libc_\w+|__finite\w*|__isinf|__isnan|__sched_cpualloc`,
    // Names behind its headers' macros, and what C++ and OpenBLAS built with it ask for.
    String.raw`__register_atfork|__cxa_thread_atexit_impl|__isoc23_\w+|__\w+_finite|__mempcpy|__stpn?cpy|__strtok_r|__strndup|__strsep_g|__strftime_l|__pthread_(?:key_create|getspecific|setspecific|mutex_\w+|mutexattr_\w+|once|register_cancel|unregister_cancel|unwind_next|rwlock_\w+)|__res_n(?:init|close|query|search|send)|__sysconf|__getpagesize|__fentry__`,
    'gnu_get_libc_version|backtrace(?:_symbols(?:_fd)?)?|mallinfo2?|malloc_trim|secure_getenv',
    '_*(?:(?:f|fre)?open|openat|creat|fcntl|l?lseek|fseeko|ftello|f[gs]etpos|tmpfile|mk[od]?stemps?|p(?:read|write)v?2?|f?truncate|posix_f(?:allocate|advise)|fallocate|lockf|[fl]?x?stat|fx?statat|f?statv?fs|readdir|scandir|(?:alpha|version)sort|glob|globfree|n?ftw|mmap|sendfile|[gs]etrlimit|prlimit)64(?:_2)?',
    '_*(?:(?:str|wcs)(?:to(?:f|d|ld|u?ll?|f(?:32|64|128)x?)|coll|xfrm|n?casecmp|[fp]time|fmon|error)|isw?(?:alnum|alpha|blank|cntrl|x?digit|graph|lower|print|punct|space|upper|ctype)|tow?(?:lower|upper|ctrans)|wctype|wctrans|nl_langinfo)_l',
    '_*(?:[gs]et|make|swap)context',
  ].join('|')})$`,
);
const MUSL = /^Error (?:loading shared library|relocating) /;

/**
 * @param text the loader's message
 * @returns true where a file that was built for glibc is loaded by musl's loader (Alpine)
 */
export function isGlibcOnMusl(text: string): boolean {
  if (!MUSL.test(text)) return false;
  const library = /^Error loading shared library (\S+?):/.exec(text)?.[1];
  if (library !== undefined) return LIBRARY.test(library);
  const symbol = /^Error relocating (?!\S*-musl[^\s/]*:)\S+: (\w+): symbol not found/.exec(
    text,
  )?.[1];
  return symbol !== undefined && SYMBOL.test(symbol);
}

/** What helps, of a package as the text names it. */
export function forMusl(name: string): string {
  return `Install a wheel that is for musl (\`musllinux\` in its file name; a current pip chooses it where the release has one), or the system’s own package (\`apk add\`); else use an image with glibc (\`python:3.X-slim\` instead of \`-alpine\`). Setting \`manylinux_compatible\` on Alpine makes pip install what ${name} cannot load.`;
}
