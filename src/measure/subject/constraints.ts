import { writeFile } from 'node:fs/promises';
import { dirname, join, relative, resolve } from 'node:path';
import type { World } from '../../host/world.ts';
import { EXIT, UserError } from '../../model/user-error.ts';
import { type ConstraintLine, readConstraints } from '../../packaging/constraint-lines.ts';
import { listText } from '../../packaging/locks/list-text.ts';
import { normaliseName } from '../../packaging/requirement-name.ts';
import type { SpecProblem } from '../../packaging/spec-problem.ts';
import type { SubjectConfig } from '../../settings/config.ts';
import type { Subject } from './subject.ts';

/** The constraint files in force, as one plain file for uv and as lines for the plan. */
export interface Constraints {
  readonly lines: readonly ConstraintLine[];
  /** Absolute; none when there is nothing to constrain. */
  readonly files: readonly string[];
}

const MOST_FILES = 100;

/**
 * Reads requirements and lock files, with the files that they include, and writes what they say as
 * plain constraints into the run's folder. What they say of the subject itself is left out: it is
 * what is tested. So is their NumPy when the metadata are not respected.
 *
 * @throws {UserError} exit 2 for what cannot be read
 */
export async function prepareConstraints(
  config: Pick<SubjectConfig, 'constraints' | 'metadata'>,
  subject: Subject,
  world: World,
): Promise<Constraints> {
  const lines: ConstraintLine[] = [];
  const problems: SpecProblem[] = [];
  const seen = new Set<string>();
  const queue = [...config.constraints];
  for (let path = queue.shift(); path !== undefined; path = queue.shift()) {
    if (seen.has(path) || seen.size >= MOST_FILES) continue;
    seen.add(path);
    const shown = shownPath(path, world.cwd);
    const bytes = await world.files.read(path);
    if (bytes === undefined) {
      throw new UserError(`The constraints file ${shown} cannot be read`, {
        exitCode: EXIT.usage,
        remedy: 'Check the path, and the -r and -c lines of the files that name it',
      });
    }
    const read = readConstraints(listText(bytes), shown);
    lines.push(...read.lines);
    problems.push(...read.problems);
    for (const notice of read.notices) world.progress.notice(notice);
    const from = dirname(path);
    queue.push(...read.includes.map((include) => resolve(from, include)));
  }
  if (problems.length > 0) {
    throw new UserError(problems.map(({ message }) => message).join('\n'), {
      exitCode: EXIT.usage,
      remedy: [...new Set(problems.map(({ remedy }) => remedy))].join('\n'),
    });
  }
  const own = new Set(
    subject.kind === 'packages' ? [] : subject.facts.map(({ name }) => normaliseName(name)),
  );
  const kept = lines.filter(
    ({ requirement: { name } }) =>
      !own.has(name) && (name !== 'numpy' || config.metadata === 'respect'),
  );
  if (kept.length === 0) return { lines: [], files: [] };
  const file = join(world.folder, 'constraints.txt');
  await writeFile(file, `${kept.map(({ text }) => text).join('\n')}\n`);
  return { lines: kept, files: [file] };
}

function shownPath(path: string, cwd: string): string {
  const inside = relative(cwd, path);
  return inside.startsWith('..') ? path : inside;
}
