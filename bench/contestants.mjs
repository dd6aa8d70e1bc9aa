import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const HERE = import.meta.dirname;
const PROGRAM = resolve(HERE, '..', 'dist', 'cli.mjs');
const IMPORT_EACH = join(HERE, 'import-each.py');
const many = (flag, values) => values.flatMap((value) => [flag, value]);
const short = (version) => version.replaceAll('.', '');
const nameOf = (requirement) => requirement.split('==')[0];

/**
 * The programs that run a workload, by name: each makes its command in a new folder of its own.
 * Downloads are warm for all of them; environments are new.
 *
 * @param project makes the project in a folder, for a workload that is built: one for this tool,
 *   which is told what to forget, and a new one for each run of the others, whose caches do not know it
 * @param programs paths of `tox` (without tox-uv), `toxUv`, `nox` and `uv`
 * @param cache a cache folder of this tool
 */
export function contestants(workload, { pythons, project, programs, cache, jobs }) {
  const { packages, numpys } = workload;
  const names = project ? ['bench-project'] : packages.map(nameOf);
  const subjectIn = (folder) => (project ? [project(folder)] : packages);
  const own = project?.(join(cache, '..', 'ours'));
  const check = (more) => [
    ...[process.execPath, PROGRAM, 'check'],
    ...(own ? [own] : many('--package', packages)),
    ...many('--python', pythons),
    ...many('--numpy', numpys),
    ...['--jobs', String(jobs), '--cache-dir', cache, ...more],
  ];
  /** What a run kept, or a part of it, goes before this one: downloads stay. */
  const without =
    (part, more = []) =>
    () => {
      const root = join(cache, 'store-1');
      if (existsSync(root)) rmSync(join(root, part), { recursive: true, force: true });
      return check(more);
    };
  /** pip builds in the project's own folder, where two at once disturb each other: one for each. */
  const subjectOfEach = (folder, environments) =>
    project
      ? environments.map((name) => `${name}: ${project(join(folder, name))}`)
      : subjectIn(folder);
  const toxIni = (folder, subjectFor = subjectIn) => {
    const environments = pythons.flatMap((python) =>
      numpys.map((numpy) => `py${short(python)}-np${short(numpy)}`),
    );
    const deps = [
      ...subjectFor(folder, environments),
      ...numpys.map((numpy) => `np${short(numpy)}: numpy==${numpy}`),
    ];
    const ini = [
      '[tox]',
      `env_list = ${environments.join(', ')}`,
      'no_package = true',
      '[testenv]',
      'skip_install = true',
      'deps =',
      ...deps.map((line) => `    ${line}`),
      'pass_env = UV_*, PIP_*, SSL_*',
      `commands = python ${IMPORT_EACH} ${names.join(' ')}`,
    ];
    writeFileSync(join(folder, 'tox.ini'), `${ini.join('\n')}\n`);
    return ['run-parallel', '-p', String(jobs), '-c', folder, '--workdir', join(folder, 'work')];
  };
  const noxFile = (folder) => {
    const subject = subjectIn(folder);
    const lines = [
      'import nox',
      'nox.options.default_venv_backend = "uv"',
      `@nox.session(python=${JSON.stringify(pythons)})`,
      `@nox.parametrize("numpy", ${JSON.stringify(numpys)})`,
      'def imports(session, numpy):',
      `    session.install(${subject.map((one) => JSON.stringify(one)).join(', ')}, "numpy==" + numpy)`,
      `    session.run("python", ${JSON.stringify(IMPORT_EACH)}, ${names.map((one) => JSON.stringify(one)).join(', ')})`,
    ];
    writeFileSync(join(folder, 'noxfile.py'), `${lines.join('\n')}\n`);
    return [programs.nox, '-f', join(folder, 'noxfile.py'), '--envdir', join(folder, 'work')];
  };
  const limit = (folder) => {
    const uv = programs.uv;
    const [source] = subjectIn(folder);
    const builds = pythons.map(
      (python) => `${uv} build -q --wheel -p ${python} -o ${join(folder, `w${python}`)} ${source}`,
    );
    const lines = pythons.flatMap((python) =>
      numpys.map((numpy) => {
        const at = join(folder, `${python}-${numpy}`);
        const what = project ? `${join(folder, `w${python}`)}/*.whl` : packages.join(' ');
        const install = `${uv} pip install -q --link-mode hardlink --python ${at} ${what} numpy==${numpy}`;
        return `${uv} venv -q --no-project -p ${python} ${at} && ${install} && ${at}/bin/python ${join(HERE, 'import-all.py')} ${names.join(' ')}`;
      }),
    );
    writeFileSync(join(folder, 'lines'), `${lines.join('\n')}\n`);
    const each = `xargs -a ${join(folder, 'lines')} -d '\\n' -P ${jobs} -I {} sh -c '{}'`;
    return ['sh', '-c', project ? `${builds.join(' && ')} && ${each}` : each];
  };
  return {
    'this tool, nothing kept': without(''),
    'this tool, nothing kept, environments on the disk': () => [
      ...['env', `TMPDIR=${tmpdir()}`, ...without('')()],
    ],
    'this tool, bytecode and wheels kept': without('measurements'),
    'this tool, nothing changed': () => check([]),
    'this tool, `--isolation module`, nothing kept': without('', ['--isolation', 'module']),
    'tox + pip, a process for each module': (folder) => [
      programs.tox,
      ...toxIni(folder, subjectOfEach),
    ],
    'tox-uv, a process for each module': (folder) => [programs.toxUv, ...toxIni(folder)],
    'nox + uv, a process for each module': noxFile,
    'the limit: hard links, one process for each combination': limit,
  };
}
