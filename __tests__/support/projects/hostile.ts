import { cModule } from './c-extension.ts';
import { type ProjectTemplate, pyproject, setupPy } from './project-template.ts';

export interface Hostility {
  /** Statements of the init function. */
  readonly init: string;
  readonly before?: string;
}

const UNIX =
  '#include <signal.h>\n#include <stdio.h>\n#include <stdlib.h>\n#include <sys/types.h>\n#include <unistd.h>';
const PYTHON = (code: string): string =>
  `if (PyRun_SimpleString(${JSON.stringify(code)}) != 0) return NULL;`;

/** What a module may do to whoever imports it; each is a real one that some tool believed green. */
const HOSTILITIES = {
  /** Dies by SIGSEGV in its init function. */
  segfault: { init: '*(volatile int *)16 = 1;' },
  abort: { before: UNIX, init: 'fputs("free(): double free detected\\n", stderr); abort();' },
  /** Ends the process as if all were well. */
  'exit-0': { before: UNIX, init: 'exit(0);' },
  '_exit-0': { before: UNIX, init: '_exit(0);' },
  hang: { before: UNIX, init: 'for (;;) sleep(1000);' },
  /** Speaks to the runner in both of its grammars, on both streams. */
  commands: {
    before: UNIX,
    init: [
      'puts("::error file=x.py,line=1::made up");',
      'puts("text ##[add-mask]everything");',
      'fputs("\\r::set-output name=a::b\\n::stop-commands::x\\n", stderr);',
      'fflush(stdout);',
    ].join('\n    '),
  },
  /** Leaves a child behind that holds the pipes. */
  'fork-holds-pipes': { before: UNIX, init: 'if (fork() == 0) { sleep(600); _exit(0); }' },
  /** The same, in a session of its own: it is not in the process group. */
  setsid: { before: UNIX, init: 'if (fork() == 0) { setsid(); sleep(600); _exit(0); }' },
  /** A child that runs on as the module's importer did, and reports success. */
  'fork-and-return': { before: UNIX, init: 'if (fork() != 0) { for (;;) sleep(1000); }' },
  'close-descriptors': { before: UNIX, init: 'for (int fd = 0; fd < 1024; fd++) close(fd);' },
  /** Crashes, catches its own crash and ends with success. */
  'own-handler': {
    before: `${UNIX}\nstatic void quiet(int number) { (void)number; _exit(0); }`,
    init: 'signal(SIGSEGV, quiet); *(volatile int *)16 = 1;',
  },
  /** Crashes when the interpreter ends, long after a successful import. */
  'crash-at-exit': {
    before: `${UNIX}\nstatic void last(void) { *(volatile int *)16 = 1; }`,
    init: 'Py_AtExit(last);',
  },
  /** Writes its environment to `environment.txt` beside the module's package. */
  'dump-environment': {
    init: PYTHON(
      'import os, sys, sample\nwith open(os.path.join(os.path.dirname(sample.__file__), "environment.txt"), "w") as f:\n    f.write(repr(dict(os.environ)))',
    ),
  },
  /** Rewrites its own package and NumPy's, in place: hard links would carry that elsewhere. */
  'rewrite-files': {
    init: PYTHON(
      'import importlib.util, os, sample\nn = importlib.util.find_spec("numpy")\nfor p in [sample.__file__] + ([n.origin] if n else []):\n    with open(p, "a") as f:\n        f.write("\\n# rewritten\\n")',
    ),
  },
  /** A NULL without an exception. */
  'silent-null': { init: 'return NULL;' },
  /** Raises what `except ImportError` and `except Exception` do not catch. */
  'system-exit': { init: 'PyErr_SetNone(PyExc_SystemExit); return NULL;' },
} as const satisfies Record<string, Hostility>;

export type HostileKind = keyof typeof HOSTILITIES;

/** All kinds, for tables. */
export const HOSTILE_KINDS = Object.keys(HOSTILITIES) as readonly HostileKind[];

/** Package `sample` whose module `sample._core` misbehaves; `sample._fine` beside it does not. */
export function hostileProject(kind: HostileKind): ProjectTemplate {
  const { init, before = '' }: Hostility = HOSTILITIES[kind];
  return {
    'pyproject.toml': pyproject(),
    'setup.py': setupPy({ 'sample._core': 'src/core.c', 'sample._fine': 'src/fine.c' }),
    'src/core.c': cModule({ name: '_core', init, before }),
    'src/fine.c': cModule({ name: '_fine', numpy: 'initialised' }),
    'sample/__init__.py': '',
  };
}

/**
 * Package `sample` with one misbehaving module for each kind: one build and one run for them all.
 *
 * @param own further modules by the last part of their names
 */
export function hostilePackage(
  kinds: readonly HostileKind[],
  own: Readonly<Record<string, Hostility>> = {},
): ProjectTemplate {
  const named: readonly (readonly [string, Hostility])[] = [
    ...kinds.map((kind) => [hostileName(kind), HOSTILITIES[kind]] as const),
    ...Object.entries(own),
  ];
  const sources = named.map(([name, { init, before = '' }]): readonly [string, string] => [
    `src/${name}.c`,
    cModule({ name, init, before }),
  ]);
  const fine = cModule({ name: '_fine', numpy: 'initialised' });
  const extensions = [...named.map(([name]) => name), '_fine'];
  return {
    'pyproject.toml': pyproject(),
    'setup.py': setupPy(
      Object.fromEntries(extensions.map((name) => [`sample.${name}`, `src/${name}.c`])),
    ),
    ...Object.fromEntries(sources),
    'src/_fine.c': fine,
    'sample/__init__.py': '',
  };
}

/** The last part of the module of one kind: `_segfault`. */
export function hostileName(kind: HostileKind): string {
  return `_${kind.replaceAll('-', '_').replace(/^_/, 'c_')}`;
}
