import { type Symptoms, search } from './symptoms.ts';

/**
 * Recognises an import of a compiled submodule that this Python does not see.
 *
 * `import pkg._core` says "No module named 'pkg._core'"; `from . import _core` says "cannot import
 * name '_core' from partially initialized module 'pkg' (most likely due to a circular import)". With
 * the environment at hand its files decide. By the text alone it must be a submodule that the
 * package asks of itself: where a package's own `__init__` imports a name from itself, no circle
 * is possible.
 *
 * @returns the dotted name that is missing, null when it is something else
 */
export function missingSubmodule(symptoms: Symptoms): string | null {
  const circular = search(
    symptoms,
    /cannot import name '(\w+)' from (?:partially initialized module )?'([\w.]+)'(?: \((most likely due to a circular import)\))?(?: \(([^)]*)\))?/,
  );
  if (circular) {
    const [, name = '', parent = '', circle, file] = circular.match;
    const missing = `${parent}.${name}`;
    if (foreignFiles(symptoms, missing).length > 0) return missing;
    if (symptoms.evidence.combination !== null || parent.split('.')[0] === 'numpy') return null;
    const frame = symptoms.chain.at(-1)?.frames.at(-1);
    // A module beside the package's `__init__` asks for a private one beside it, which is none of its names.
    const beside = /^from \. import \(?_\w+/.test(frame?.source ?? '') && name.startsWith('_');
    if (!circle) return beside && folderOf(frame?.file) === folderOf(file) ? missing : null;
    const asking = frame?.file;
    return asking === file && /[\\/]__init__\.py$/.test(file ?? '') ? missing : null;
  }
  const absent = search(symptoms, /No module named '((?!numpy\b)\w+(?:\.\w+)+)'/);
  const missing = absent?.match[1];
  if (!missing) return null;
  if (foreignFiles(symptoms, missing).length > 0) return missing;
  if (symptoms.evidence.combination !== null) return null;
  return askedByItself(symptoms, missing) ? missing : null;
}

function folderOf(file: string | undefined): string | undefined {
  return file?.replace(/[\\/][^\\/]*$/, '');
}

/** The frame that asks lies in the folder of the package whose submodule is missing. */
function askedByItself(symptoms: Symptoms, missing: string): boolean {
  const parts = missing.split('.');
  const frame = symptoms.chain.at(-1)?.frames.findLast((one) => !one.file.startsWith('<'));
  const folders = frame?.file.split(/[\\/]/).slice(0, -1) ?? [];
  const leaf = parts.at(-1) ?? '';
  return leaf.startsWith('_') && folders.includes(parts[0] ?? '');
}

/** @returns compiled files that lie where the module would, none of which this Python can see */
export function foreignFiles(symptoms: Symptoms, module: string): readonly string[] {
  const { combination, module: own } = symptoms.evidence;
  if (combination === null) return [];
  return symptoms.evidence
    .filesFor(module)
    .filter((file) => file !== symptoms.evidence.observation.loadedAs?.file)
    .filter((file) => file !== own?.path || own.proof !== 'by-name')
    .map((file) => symptoms.evidence.ownerOf(file)?.file ?? file);
}
