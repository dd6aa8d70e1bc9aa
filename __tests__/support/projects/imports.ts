import { cModule } from './c-extension.ts';
import { type ProjectTemplate, pyproject, setupPy } from './project-template.ts';

const RAISE =
  'PyErr_SetString(PyExc_ImportError, "numpy.core.multiarray failed to import"); return NULL;';

/** `import sample` catches the failure of its extension. */
export function swallowingPackage(): ProjectTemplate {
  return {
    'pyproject.toml': pyproject(),
    'setup.py': setupPy({ 'sample._core': 'src/core.c' }),
    'src/core.c': cModule({ name: '_core', init: RAISE }),
    'sample/__init__.py': 'try:\n    from . import _core\nexcept ImportError:\n    _core = None\n',
  };
}

/** The extension fails once, its package hides that, and the second import succeeds. */
export function secondTimeLucky(): ProjectTemplate {
  return {
    'pyproject.toml': pyproject(),
    'setup.py': setupPy({ 'sample._core': 'src/core.c' }),
    'src/core.c': cModule({
      name: '_core',
      before: 'static int attempts = 0;',
      init: `if (attempts++ == 0) { ${RAISE} }`,
    }),
    'sample/__init__.py': 'try:\n    from . import _core\nexcept ImportError:\n    pass\n',
  };
}

/**
 * `import sample.a._x` alone fails by a circular import; after `sample.b` it succeeds. A process that
 * imported all modules one after the other would call it green.
 */
export function circularPackage(): ProjectTemplate {
  return {
    'pyproject.toml': pyproject(),
    'setup.py': setupPy({ 'sample.a._x': 'src/x.c', 'sample.b._y': 'src/y.c' }),
    'src/x.c': cModule({ name: '_x' }),
    'src/y.c': cModule({ name: '_y' }),
    'sample/__init__.py': '',
    'sample/a/__init__.py': 'from sample.b import helper\nvalue = helper + 1\n',
    'sample/b/__init__.py': 'helper = 1\nfrom sample.a import value\n',
  };
}

/** The extension needs `numpy` in `sys.modules` and does not import it. */
export function needsNumpyFirst(): ProjectTemplate {
  return {
    'pyproject.toml': pyproject(),
    'setup.py': setupPy({ 'sample._core': 'src/core.c' }),
    'src/core.c': cModule({
      name: '_core',
      init: `if (PyDict_GetItemString(PyImport_GetModuleDict(), "numpy") == NULL) {
        PyErr_SetString(PyExc_ImportError, "numpy is not loaded");
        return NULL;
    }`,
    }),
    'sample/__init__.py': '',
  };
}

/**
 * A library for ctypes beside a module. setuptools wants an init function of every extension on
 * Windows: this one is empty, and importing it crashes or fails.
 *
 * @param opened whether the package opens it
 */
export function libraryForCtypes(opened: boolean): ProjectTemplate {
  const open = `import ctypes, glob, os
library = ctypes.CDLL(glob.glob(os.path.join(os.path.dirname(__file__), "_library.*so"))[0])
`;
  return {
    'pyproject.toml': pyproject(),
    'setup.py': setupPy({ 'sample._core': 'src/core.c', 'sample._library': 'src/library.c' }),
    'src/core.c': cModule({ name: '_core' }),
    'src/library.c': `int twice(int number) { return 2 * number; }
void *PyInit__library(void) { return 0; }
`,
    'sample/__init__.py': opened ? open : '',
  };
}

/**
 * A module whose init function only passes on to code of somewhere else, so that it names nothing of
 * Python; that raises, and the package goes on without it.
 */
export function passesOnItsInit(): ProjectTemplate {
  return {
    'pyproject.toml': pyproject(),
    'setup.py': setupPy({ 'sample._core': 'src/core.c', 'sample._passes': 'src/passes.c' }),
    'src/core.c': cModule({ name: '_core' }),
    'src/passes.c': `#define _GNU_SOURCE
#include <dlfcn.h>
static char name[] = "QyErr_NoMemory";
void *PyInit__passes(void) {
    name[0] = 'P';
    return ((void *(*)(void)) dlsym(RTLD_DEFAULT, name))();
}
`,
    'sample/__init__.py': `try:
    from . import _passes
except MemoryError:
    pass
`,
  };
}
