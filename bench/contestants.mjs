import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const HERE = import.meta.dirname;
const nameOf = (requirement) => requirement.split('==')[0];

/**
 * The programs that run a workload, by name. Each gets a new folder; downloads are warm.
 *
 * @param programs paths of `tox` and `uv`
 */
export function contestants({ packages, numpys }, pythons, programs) {
  const many = (flag, values) => values.flatMap((value) => [flag, value]);
  const tool =
    (...more) =>
    () => [
      process.execPath,
      resolve(HERE, '..', 'dist', 'cli.mjs'),
      'check',
      ...many('--package', packages),
      ...many('--python', pythons),
      ...many('--numpy', numpys),
      ...more,
    ];
  return {
    'this tool': tool(),
    'this tool, --isolation module': tool('--isolation', 'module'),
    'tox-uv, a process for each module': (folder) => {
      const environments = pythons.flatMap((python) =>
        numpys.map((numpy) => `py${python.replace('.', '')}-np${numpy.replaceAll('.', '')}`),
      );
      const dependencies = [
        ...packages,
        ...numpys.map((numpy) => `np${numpy.replaceAll('.', '')}: numpy==${numpy}`),
      ];
      const ini = [
        '[tox]',
        `env_list = ${environments.join(', ')}`,
        'no_package = true',
        '[testenv]',
        'skip_install = true',
        'deps =',
        ...dependencies.map((line) => `    ${line}`),
        `commands = python ${join(HERE, 'import-each.py')} ${packages.map(nameOf).join(' ')}`,
      ];
      writeFileSync(join(folder, 'tox.ini'), `${ini.join('\n')}\n`);
      return [programs.tox, 'run-parallel', '-c', folder, '--workdir', join(folder, 'work')];
    },
    'the limit: hard links, a process for each combination': (folder) => {
      const lines = pythons.flatMap((python) =>
        numpys.map((numpy) => {
          const at = join(folder, `${python}-${numpy}`);
          const install = `${programs.uv} pip install -q --link-mode hardlink --python ${at} ${packages.join(' ')} numpy==${numpy}`;
          const imports = `${at}/bin/python -c 'import ${packages.map((one) => nameOf(one).replace('scikit-learn', 'sklearn')).join(', ')}'`;
          return `${programs.uv} venv -q --no-project -p ${python} ${at} && ${install} && ${imports}`;
        }),
      );
      mkdirSync(folder, { recursive: true });
      writeFileSync(join(folder, 'lines'), `${lines.join('\n')}\n`);
      return [
        'xargs',
        '-a',
        join(folder, 'lines'),
        '-d',
        '\n',
        '-P',
        '2',
        '-I',
        '{}',
        'sh',
        '-c',
        '{}',
      ];
    },
  };
}
