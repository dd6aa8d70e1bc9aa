import type { Culprit } from '../../model/finding.ts';
import type { Frame } from '../../model/observation.ts';
import { crashedFile } from './crash-frame.ts';
import { blamedFrame, culpritOfFile, faultOf } from './culprit.ts';
import { debuggerFrame } from './debugger-frames.ts';
import { readFaultDump } from './fault-dump.ts';
import type { Symptoms } from './symptoms.ts';

/** Who was being loaded or had just been loaded when the process ended. */
export function atDeath(symptoms: Symptoms): Symptoms {
  const { evidence } = symptoms;
  const { observation, module } = evidence;
  const importing = observation.phase === 'import' || observation.phase === 'parents';
  const ofTarget = importing || observation.phase === 'exit' ? module?.path : undefined;
  const file = observation.culpritFile ?? ofTarget ?? crashedFile(evidence);
  const loadedAs = observation.events.findLast((event) => event.file === file)?.module;
  const culprit = file
    ? culpritOfFile(evidence, file, loadedAs ?? module?.name ?? null)
    : ofStack(symptoms);
  const facts = file === null ? null : evidence.factsOf(file);
  return { ...symptoms, culprit, culpritPath: file, facts, fault: faultOf(evidence, culprit) };
}

function ofStack(symptoms: Symptoms): Culprit {
  const dump = readFaultDump(symptoms.stderr);
  // NumPy's own import died, whoever asked for it: only NumPy's frames, down to its `__init__`.
  if (diesInNumpysImport(dump.frames)) {
    return { distribution: 'numpy', version: symptoms.numpy, module: null, file: null };
  }
  const { evidence } = symptoms;
  // Compiled code that somebody owns lies deeper than any Python frame; NumPy was called by another.
  const isOther = (file: string) => {
    const owner = evidence.ownerOf(file)?.distribution;
    return owner !== undefined && owner !== '' && owner !== 'numpy';
  };
  const native = dump.binaries.find(isOther);
  if (native !== undefined) return culpritOfFile(evidence, native, null);
  const frame = blamedFrame(evidence, dump.frames.toReversed());
  if (frame) return culpritOfFile(evidence, frame.file, null);
  const [binary] = dump.binaries;
  return binary === undefined ? symptoms.culprit : culpritOfFile(evidence, binary, null);
}

/** @param frames innermost first */
function diesInNumpysImport(frames: readonly Frame[]): boolean {
  const isNumpy = (frame: Frame) => /[\\/](?:site|dist)-packages[\\/]numpy[\\/]/.test(frame.file);
  const own = frames.filter((frame) => !frame.file.startsWith('<'));
  const other = own.findIndex((frame) => !isNumpy(frame));
  const inner = other < 0 ? own : own.slice(0, other);
  return inner.some(
    (frame) => /[\\/]numpy[\\/]__init__\.py$/.test(frame.file) && frame.function === '<module>',
  );
}

/** Where the process was: `when the interpreter ends`; empty when it is not known. */
export function where(symptoms: Symptoms): string {
  switch (symptoms.evidence.observation.phase) {
    case 'call':
      return symptoms.evidence.smoke ? 'in the smoke code' : 'at a call';
    case 'exit':
      return 'when the interpreter ends';
    case 'start':
      return '';
    default:
      return 'while it is imported';
  }
}

/** The same with a space in front, empty when it is not known. */
export function at(symptoms: Symptoms): string {
  const place = where(symptoms);
  return place === '' ? '' : ` ${place}`;
}

/** The environment's folder is another one each time. */
export function withoutFolders(text: string): string {
  return text.replace(/(^|")[^"]*[\\/](?:(?:site|dist)-packages|python\d\.\d+t?|Lib)[\\/]/, '$1');
}

/** The probe's own launcher and worker. */
export const OWN_FRAME = /[\\/]probe-\w+[\\/]code[\\/](?:launcher|worker)\.py"/;

/** Lines of the dump that show it: the fatal line, what came before it, and the first frames. */
export function stackLines(symptoms: Symptoms): readonly string[] {
  const lines = symptoms.stderr
    .split('\n')
    .filter((line) => line.trim() !== '' && !OWN_FRAME.test(line));
  const fatal = lines.findLastIndex((line) =>
    /^(?:Fatal Python error|Windows fatal exception|Timeout \()/.test(line),
  );
  if (fatal < 0) {
    // Of a debugger's stack the innermost frames tell, from the first that has a name on.
    const native = lines.filter((line) => debuggerFrame(line) !== undefined);
    const named = native.findIndex((line) => /\.(?:so|dylib|pyd)\b|:\d+$/.test(line));
    if (named >= 0) return [...lines.slice(0, 1), ...native.slice(named, named + 3)];
    return lines.slice(-4);
  }
  // Other threads may stand above the one that died.
  const current = lines.findIndex((line, at) => at > fatal && /^Current thread 0x/.test(line));
  const user = lines
    .slice(Math.max(fatal, current))
    .filter((line) => /^\s+File "(?!<frozen|<probe>)/.test(line))
    .map(withoutFolders);
  // At a time-out the signal was ours: only the stack tells something.
  if (symptoms.evidence.observation.outcome.kind === 'timed-out') return user.slice(0, 4);
  return [...lines.slice(Math.max(0, fatal - 1), fatal + 1), ...user.slice(0, 3)];
}

/** @returns the Python line that ran last, `ctypes/__init__.py:517 in string_at`, if the dump has it */
export function innermostFrame(symptoms: Symptoms): string | undefined {
  const frame = readFaultDump(symptoms.stderr).frames.find(
    (one) => !one.file.startsWith('<') && !OWN_FRAME.test(`${one.file}"`),
  );
  return frame && `${withoutFolders(frame.file)}:${frame.line} in ${frame.function}`;
}

/** Nobody but the smoke code is known to be behind it. */
export function isSmokeItself({ evidence, culprit }: Symptoms): boolean {
  return evidence.smoke && culprit.distribution === null && culprit.module === null;
}
