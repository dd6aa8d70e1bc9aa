import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { CompiledModule } from '../../../src/model/compiled-module.ts';

/** A Python with headers, and what its extension files are called. */
export interface ScriptedPython {
  readonly executable: string;
  readonly version: string;
  readonly suffix: string;
  /** The compiled extension. */
  readonly binary: string;
}

/** Compiles the scripted extension for a Python into a folder. */
export function buildScripted(executable: string, folder: string): ScriptedPython {
  const [version = '', suffix = '', include = ''] = execFileSync(
    executable,
    [
      '-c',
      'import platform, sysconfig as s; print(platform.python_version(), s.get_config_var("EXT_SUFFIX"), s.get_path("include"), sep="\\n")',
    ],
    { encoding: 'utf8' },
  ).split('\n');
  const source = join(dirname(fileURLToPath(import.meta.url)), 'scripted.c');
  const binary = join(folder, `scripted${suffix}`);
  execFileSync('cc', ['-shared', '-fPIC', '-O1', `-I${include}`, source, '-o', binary]);
  return { executable, version, suffix, binary };
}

/**
 * Writes a tree: `pkg/__init__.py` style paths get their text; `pkg/m0` (no suffix) becomes a
 * compiled module that runs the text when it is imported.
 * A text `-> pkg/m1` makes a link to that module's file. `pkg/m0@alt` is `m0.alt` and the suffix,
 * `pkg/_x=m1` a file `_x` that exports `m1`: only their package loads those.
 *
 * @returns the compiled modules, in the order given
 */
export function writeTree(
  root: string,
  tree: Readonly<Record<string, string>>,
  python: ScriptedPython,
): readonly CompiledModule[] {
  const modules: CompiledModule[] = [];
  for (const [path, text] of Object.entries(tree)) {
    const full = join(root, path);
    mkdirSync(dirname(full), { recursive: true });
    if (path.endsWith('.py')) {
      writeFileSync(full, text);
      continue;
    }
    const [place = '', exported] = path.split('=');
    const file = `${place.replace('@', '.')}${python.suffix}`;
    const [, target] = /^-> (\S+)\n?/.exec(text) ?? [];
    if (target) symlinkSync(join(root, `${target}${python.suffix}`), join(root, file));
    else copyFileSync(python.binary, join(root, file));
    writeFileSync(`${join(root, file)}.code`, text.replace(/^-> .*\n?/, ''));
    const name = place.replace(/@.*|\/__init__$/g, '').replaceAll('/', '.');
    const plain = path.replace(/\/__init__$/, '') === name.replaceAll('.', '/');
    const module = compiled(name, file, join(root, file), exported);
    modules.push(plain ? module : { ...module, proof: 'by-package' });
  }
  return modules;
}

function compiled(name: string, file: string, path: string, exported?: string): CompiledModule {
  return {
    name,
    distribution: 'scripted',
    version: '1.0',
    file,
    path,
    wheel: null,
    role: 'subject',
    proof: 'by-name',
    facts: {
      format: 'elf',
      machines: ['x86_64'],
      initNames: [exported ?? name.split('.').at(-1) ?? ''],
      python2Init: false,
      capi: { era: 'none', target: null, also: [] },
      generators: [],
      importsArrayApi: false,
      needed: [],
    },
  };
}
