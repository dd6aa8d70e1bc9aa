import type { Report } from '../../src/report/report.ts';
import { runCli } from './cli.ts';
import { type ProjectTemplate, writeProject } from './projects/project-template.ts';

export interface Checked {
  readonly code: number | null;
  readonly report: Report;
}

/** Checks a project from a template on Python 3.11; one that cannot be set up throws. */
export async function check(
  template: ProjectTemplate,
  numpys: readonly string[],
  options: readonly string[] = [],
  env: Readonly<Record<string, string>> = {},
): Promise<Checked> {
  const { folder, remove } = await writeProject(template);
  try {
    const run = await runCli(
      [
        ...['check', folder, '--python', '3.11', '--json', '-', '--quiet'],
        ...numpys.flatMap((numpy) => ['--numpy', numpy]),
        ...options,
      ],
      { cwd: folder, env },
    );
    if (!run.report) throw new Error(`no report:\n${run.stdout}\n${run.stderr}`);
    const failed = run.report.combinations.find(({ setUp }) => setUp !== null);
    if (failed) throw new Error(failed.reason ?? '');
    return { code: run.code, report: run.report };
  } finally {
    await remove();
  }
}

/** Module → what was said of it under one NumPy: the kind, or `ok`. */
export function verdicts({ report }: Checked, numpy: string): Readonly<Record<string, string>> {
  return Object.fromEntries(
    report.results
      .filter(({ combination }) => combination === `py3.11-np${numpy}`)
      .map(({ module, diagnosis }) => [module.replace(/^(?:zoo|sample)\./, ''), diagnosis ?? 'ok'])
      .sort(),
  );
}
