/** What log systems, shells and build tools put before each line: name, and line by line. */
export type Prefixer = (line: string, index: number) => string;

const two = (number: number): string => String(number % 60).padStart(2, '0');
const at = (index: number): string => `10:${two(Math.floor(index / 60) + 11)}:${two(index)}`;
const month = ['Mar', 'Apr'] as const;

export const PREFIXES: readonly (readonly [string, Prefixer])[] = [
  ['Docker BuildKit', (line, index) => `#14 ${(0.87 + index / 100).toFixed(3)} ${line}`],
  ['Docker Compose', (line) => `web-1  | ${line}`],
  ['Docker Compose v1', (line) => `app_1           | ${line}`],
  ['Docker Compose, a plain name', (line) => `web     | ${line}`],
  ['Jenkins', (line, index) => `[2026-03-02T${at(index)}.123Z] ${line}`],
  [
    'Kubernetes (CRI)',
    (line, index) => `2026-03-02T${at(index)}.12345678${index % 10}Z stderr F ${line}`,
  ],
  ['kubectl logs --prefix', (line) => `[pod/web-6d4cf56db6-abcde/app] ${line}`],
  ['GitHub Actions', (line, index) => `2026-03-02T${at(index)}.1234567Z ${line}`],
  [
    'GitHub CLI',
    (line, index) => `build (3.11)\tRun tests\t2026-03-02T${at(index)}.1234567Z ${line}`,
  ],
  ['GitLab', (line, index) => `2026-03-02T${at(index)}.123456Z 01E ${line}`],
  ['Azure Pipelines', (line, index) => `2026-03-02T${at(index)}.1234567Z ##[error]${line}`],
  ['journald', (line, index) => `Mar 02 ${at(index)} host python[1234]: ${line}`],
  ['syslog', (line, index) => `${month[index % 2]}  2 ${at(index)} host app: ${line}`],
  [
    'systemd with levels',
    (line, index) => `<3>2026-03-02 ${at(index)} host app[${900 + index}]: ${line}`,
  ],
  ['Python logging', (line, index) => `2026-03-02 ${at(index)},${100 + index} ERROR root: ${line}`],
  [
    'levels that change',
    (line, index) => `${at(index)} ${index % 2 ? 'INFO' : 'ERROR'} [main] ${line}`,
  ],
  ['Airflow', (line, index) => `[2026-03-02, ${at(index)} UTC] {subprocess.py:93} INFO - ${line}`],
  ['Heroku', (line, index) => `2026-03-02T${at(index)}.123456+00:00 app[web.1]: ${line}`],
  ['Heroku’s build', (line) => `remote:        ${line}`],
  ['CloudWatch', (line, index) => `2026-03-02T${at(index)}.123Z\t${line}`],
  ['gunicorn', (line, index) => `[2026-03-02 ${at(index)} +0000] [${12 + index}] [ERROR] ${line}`],
  [
    'celery',
    (line, index) => `[2026-03-02 ${at(index)},123: ERROR/ForkPoolWorker-${index % 4}] ${line}`,
  ],
  ['torchrun', (line) => `[rank0]: ${line}`],
  ['mpirun --tag-output', (line) => `[1,0]<stderr>: ${line}`],
  ['SageMaker', (line) => `[1,mpirank:0,algo-1]<stderr>:${line}`],
  ['srun --label', (line) => `0: ${line}`],
  ['Ray', (line) => `(MyTask pid=1234, ip=10.0.0.1) ${line}`],
  ['glog', (line, index) => `E0302 ${at(index)}.123456   1234 main.py:12] ${line}`],
  ['Android', (line, index) => `03-02 ${at(index)}.123  1234  1250 W python.stderr: ${line}`],
  ['nix', (line) => `       > ${line}`],
  ['nix build -L', (line) => `python3.11-pandas> ${line}`],
  ['tox 4', (line) => `py311: ${line}`],
  ['npm', (line) => `npm ERR! ${line}`],
  ['cmake', (line) => `  -- ${line}`],
  ['a tree', (line) => `  │ ${line}`],
  ['Yocto', (line) => `| ${line}`],
  ['Markdown quote', (line) => `> ${line}`],
  ['indented by four', (line) => `    ${line}`],
  ['indented by a tab', (line) => `\t${line}`],
  ['numbered', (line, index) => `${String(index + 1).padStart(5)}\t${line}`],
  ['grep -n', (line, index) => `build.log:${index + 1}:${line}`],
  ['Kaggle', (line, index) => `${(12.3 + index / 10).toFixed(1)}s\t${index}\t${line}`],
  ['TeamCity', (line, index) => `[${at(index)}]W:\t [Step 1/2] ${line}`],
  ['Bazel', (line) => `(${at(3)}) ERROR: ${line}`],
  [
    'a request’s id',
    (line, index) => `[${((index + 7) * 48271 * 9973).toString(16).slice(-8)}] ${line}`,
  ],
  ['dmesg', (line, index) => `[${(98 + index / 3).toFixed(6).padStart(12)}] ${line}`],
  [
    'threads',
    (line, index) =>
      `${at(index)} [${index % 3 ? 'MainThread' : `Thread-${index} (worker)`}] ${line}`,
  ],
  ['a comment', (line) => `# ${line}`],
  ['a list', (line) => `* ${line}`],
  ['columns', (line, index) => `${index}\tstderr\t${at(index)}\t${line}`],
  ['a duration', (line, index) => `[+${index * 7}ms] ${line}`],
  ['quoted', (line) => `'${line}',`],
  ['double-quoted', (line) => `  "${line.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}",`],
  [
    'docker compose -t',
    (line, index) => `web-1  | 2026-03-02T${at(index)}.12345678${index % 10}Z ${line}`,
  ],
  [
    'journalctl -o short-iso',
    (line, index) => `2026-03-02T${at(index)}+0100 web01 uwsgi[90${index % 7}]: ${line}`,
  ],
  [
    'Airflow’s subprocess',
    (line, index) => `[2026-03-02T${at(index)}.123+0000] {logging_mixin.py:188} WARNING - ${line}`,
  ],
  ['fly.io', (line, index) => `2026-03-02T${at(index)}Z app[4d8912ab] ams [info] ${line}`],
  ['foreman', (line, index) => `${at(index)} web.1  | ${line}`],
  ['Cloud Build', (line) => `Step #3 - "test": ${line}`],
  ['stern', (line) => `web-6d4cf56db6-abcde app ${line}`],
  ['packer', (line) => `==> amazon-ebs.x: ${line}`],
  ['SLURM', (line) => `node01: ${line}`],
];
