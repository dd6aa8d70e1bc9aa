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
 * The compiled file that a call crashed in, by the native stack. NumPy crashes on what it is given:
 * where another distribution's file called it directly, that file is it.
 *
 * @returns its absolute path, null without a stack that tells
 */
export function crashedFile(evidence: Evidence): string | null {
  const { observation, ownerOf } = evidence;
  // What hangs or leaves may as well be the Python code itself.
  if (observation.outcome.kind !== 'signalled') return null;
  const loaded = [
    ...new Set(observation.events.flatMap(({ event, file }) => (event === 'end' ? [file] : []))),
  ];
  let numpys: string | null = null;
  for (const { file, library } of observation.nativeFrames) {
    if (RUNTIME.test(file ?? '') || RUNTIME.test(library ?? '')) continue;
    if (INTERPRETER.test(file ?? '') || INTERPRETER.test(library ?? '')) break;
    if (library === null) continue;
    // The stack may come from another combination's environment: only the path inside is the same.
    const same = loaded.find((one) => insideOf(one) === insideOf(library));
    const found = same ?? (ownerOf(library) === null ? null : library);
    if (found === null) return numpys;
    if (ownerOf(found)?.distribution !== 'numpy') return found;
    numpys ??= found;
  }
  return numpys;
}

function insideOf(path: string): string {
  const posix = path.replaceAll('\\', '/');
  return /(?:site|dist)-packages\/(.+)$/.exec(posix)?.[1] ?? posix;
}
