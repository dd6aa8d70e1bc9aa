import { pythonMinor } from '../../packaging/python-minor.ts';
import { removedModule } from '../../packaging/removed-modules.ts';
import { fixFor, nameOf, sentences } from './rule.ts';
import type { Symptoms } from './symptoms.ts';

const NUMPY_DISTUTILS = /[\\/]numpy[\\/]distutils[\\/]/;

const SETUPTOOLS_ITSELF = /[\\/]setuptools[\\/]__init__\.py$/;

/**
 * Modules that a release of Python or setuptools took away, so that no package that provides them is
 * missing.
 *
 * @param top the top-level module
 * @returns undefined for any other
 */
export function vanishedModule(
  top: string,
  symptoms: Symptoms,
): { readonly why: string; readonly fix: string } | undefined {
  const { python, chain } = symptoms;
  if (top === 'pkg_resources') {
    return {
      why: 'setuptools 82 dropped `pkg_resources`.',
      fix: 'Constrain `setuptools<82` in this environment (`pip install "setuptools<82"`), or upgrade the package that still imports `pkg_resources` to a release that uses `importlib.metadata`.',
    };
  }
  const minor = python === null ? undefined : pythonMinor(python);
  if (top === 'distutils' && (minor === undefined || minor >= 12)) {
    if (chain.some((one) => one.frames.some((frame) => NUMPY_DISTUTILS.test(frame.file)))) {
      return {
        why: '`numpy.distutils` needs Python’s `distutils`, which Python 3.12 dropped; NumPy has no `numpy.distutils` for newer Pythons.',
        fix: 'Build with Python 3.11 or older (with `setuptools<60`), or take a release of the package that builds with meson-python, scikit-build-core or setuptools alone; in your own package move to one of them.',
      };
    }
    if (chain.some((one) => SETUPTOOLS_ITSELF.test(one.frames.at(-1)?.file ?? ''))) {
      return {
        why: 'Python 3.12 dropped `distutils`, and this setuptools is older than its own copy of it (before 60): something pins it, as old releases of NumPy do for their own build.',
        fix: 'Take the pin on setuptools away (`[build-system] requires` in pyproject.toml, a constraint), or take a release of what is built that has a wheel for this Python; where it is NumPy, a newer one. Else use Python 3.11.',
      };
    }
    return {
      why: 'Python 3.12 dropped `distutils`; setuptools brings a copy.',
      fix: 'Install `setuptools` in this environment, or upgrade the package that still imports `distutils`.',
    };
  }
  return dropped(top, symptoms);
}

function dropped(
  top: string,
  symptoms: Symptoms,
): { readonly why: string; readonly fix: string } | undefined {
  const removed = removedModule(top, symptoms.python);
  if (removed === undefined) return undefined;
  const { since, copy } = removed;
  const asker = nameOf(symptoms.culprit);
  if (since === '3.0') {
    return {
      why: `\`${top}\` is Python 2’s name of a module: this is code for Python 2.`,
      fix: fixFor(symptoms, {
        own: 'Port it to Python 3: nothing that can be installed brings that name.',
        dependency: `Take a release of ${asker} for Python 3, or what replaced it: nothing that can be installed brings that name.`,
      }),
    };
  }
  const meanwhile = copy && `Until then \`${copy}\` brings a copy of the module.`;
  return {
    why: `Python ${since} dropped \`${top}\`.`,
    fix: sentences(
      fixFor(symptoms, {
        own: `Do without it (“What’s New In Python ${since}” names what replaces it), or leave newer Pythons out with \`requires-python = "<${since}"\`.`,
        dependency: `Upgrade ${asker} to a release for Python ${since}, or take an older Python.`,
      }),
      meanwhile,
    ),
  };
}
