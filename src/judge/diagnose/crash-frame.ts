import type { NativeFrame, Observation } from '../../model/observation.ts';
import type { Evidence } from './evidence.ts';

/** The C library, the loader and the C++ runtime: they crash on what others gave them. */
const RUNTIME =
  /(?:^|\/)(?:libc|libm|libpthread|ld-linux|ld-musl|libstdc\+\+|libgcc_s|libSystem|libsystem_\w+|libc\+\+)[\w.+-]*(?:\.so|\.dylib|$)|sysdeps\/|(?:^|\/)(?:nptl|malloc|string|stdlib|signal|elf|csu)\/[\w-]+\.[chS]$|libstdc\+\+-v3\//;
/** CPython itself: what it calls lies above, so the search ends here. */
const INTERPRETER =
  /(?:^|\/)(?:Python|Objects|Modules|Parser|Programs|Include)\/(?:\w+\/)*\w+\.[ch]$|(?:^|\/)(?:libpython[\w.]*\.(?:so|dylib)[\w.]*|python[\d.]*)$/;

/** @returns the innermost native frame that is neither the C runtime's nor the interpreter's */
export function crashFrame(observation: Observation): NativeFrame | undefined {
  for (const frame of observation.nativeFrames) {
    const { file, library } = frame;
    if (file === null && library === null) continue;
    if (RUNTIME.test(file ?? '') || RUNTIME.test(library ?? '')) continue;
    return INTERPRETER.test(file ?? '') || INTERPRETER.test(library ?? '') ? undefined : frame;
  }
  return undefined;
}

/**
 * The extension file that a call crashed in: the library of the native frame; without a debugger the
 * only extension of the subject that was loaded.
 *
 * @returns its absolute path, null when it is not known
 */
export function crashedFile(evidence: Evidence): string | null {
  const { observation, ownerOf } = evidence;
  // What hangs or leaves may as well be the Python code itself.
  if (observation.outcome.kind !== 'signalled') return null;
  const loaded = [
    ...new Set(observation.events.flatMap(({ event, file }) => (event === 'end' ? [file] : []))),
  ];
  const library = crashFrame(observation)?.library ?? null;
  if (library !== null) {
    // The stack may come from another combination's environment: only the path inside is the same.
    return loaded.find((file) => insideOf(file) === insideOf(library)) ?? null;
  }
  const own = loaded.filter((file) => {
    const owner = ownerOf(file);
    return owner !== null && evidence.subjects.includes(owner.distribution);
  });
  return own.length === 1 ? (own[0] ?? null) : null;
}

function insideOf(path: string): string {
  const posix = path.replaceAll('\\', '/');
  return /(?:site|dist)-packages\/(.+)$/.exec(posix)?.[1] ?? posix;
}
