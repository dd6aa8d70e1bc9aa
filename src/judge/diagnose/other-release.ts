import { providersOf } from '../../packaging/import-names.ts';
import { isSmokeItself } from './death-scene.ts';
import { isStandardLibrary } from './standard-library.ts';
import { describeException, type Symptoms } from './symptoms.ts';

/** A name that the installed release of another distribution does not have. */
export interface OtherRelease {
  /** As a sentence names it: `` `trapz` of `scipy.integrate` ``. */
  readonly what: string;
  /** The distribution that should have it, else its top package. */
  readonly provider: string;
  /** The release that is installed; null where only the package is known. */
  readonly version: string | null;
}

/**
 * Recognises Python code that asks a package other than its own and NumPy for a name or module that
 * its installed release does not have: it was written for another release of it. Which release that
 * is often depends on the NumPy beside it, so that the combinations seem to blame NumPy.
 *
 * @returns undefined when the failure that users see is another one
 */
export function otherRelease(symptoms: Symptoms): OtherRelease | undefined {
  const [seen] = symptoms.chain;
  if (seen === undefined || isSmokeItself(symptoms)) return undefined;
  const asked = askedFor(describeException(seen));
  if (asked === undefined) return undefined;
  const { evidence, culprit } = symptoms;
  const top = asked.module.split('.')[0] ?? asked.module;
  const file = asked.file ?? seen.path;
  const owner = file === null ? null : evidence.ownerOf(file);
  // A file of nobody's, a script beside the program as a rule, is no release.
  if (owner?.distribution === '') return undefined;
  const named = providersOf(top).find((one) => evidence.installed.has(one)) ?? null;
  const provider = owner?.distribution ?? named;
  const own = [culprit.module?.split('.')[0], culprit.distribution?.replaceAll('-', '_')];
  if (top === 'numpy' || own.includes(top) || provider === culprit.distribution) return undefined;
  // Where all that is installed is known, what none of it provides is Python's own.
  if (provider === null && evidence.combination !== null) return undefined;
  if (provider === null && isStandardLibrary(top)) return undefined;
  const version = provider === null ? null : (evidence.installed.get(provider) ?? null);
  return { what: asked.what, provider: provider ?? top, version };
}

/** A name of Python's own library that this Python does not have, as `pkgutil.ImpImporter`. */
export function missingInPython({ chain, evidence }: Symptoms): string | undefined {
  const asked = chain[0] && evidence.combination === null && askedFor(describeException(chain[0]));
  if (!asked) return undefined;
  const [top = ''] = asked.module.split('.');
  return isStandardLibrary(top) && !asked.what.startsWith('the module') ? asked.what : undefined;
}

function askedFor(
  text: string,
): { readonly what: string; readonly module: string; readonly file: string | null } | undefined {
  // CPython Python/ceval.c `import_from`, Objects/moduleobject.c, importlib `_find_and_load_unlocked`.
  const [, name, from = '', file = null] =
    /^ImportError: cannot import name '([^']+)' from '([\w.]+)' \(([^()]+)\)/.exec(text) ?? [];
  if (name !== undefined) return { what: `\`${name}\` of \`${from}\``, module: from, file };
  const [, of = '', attribute] =
    /^AttributeError: module '([\w.]+)' has no attribute '(\w+)'/.exec(text) ?? [];
  if (attribute !== undefined) {
    return { what: `\`${attribute}\` of \`${of}\``, module: of, file: null };
  }
  // A dotted name: what it lies in was found.
  const [, missing] = /^ModuleNotFoundError: No module named '([\w.]+\.\w+)'/.exec(text) ?? [];
  return missing === undefined
    ? undefined
    : { what: `the module \`${missing}\``, module: missing, file: null };
}

/** `scipy 1.15.3`, or the package's name where no more is known. */
export function releaseName({ provider, version }: OtherRelease): string {
  return version === null ? `\`${provider}\`` : `${provider} ${version}`;
}
