import { isAbsolute, relative } from 'node:path';
import { gitTopLevel } from '../../host/repository-root.ts';
import type { World } from '../../host/world.ts';
import { type Subject, sourceFolder } from '../../measure/subject/subject.ts';
import { endedWell } from '../../model/ended-well.ts';
import type { MeasuredSubject } from '../../model/measurements.ts';
import type { SubjectFacts } from '../../model/subject-facts.ts';

/** The subject as plans and measurements name it: nothing of it is this machine's. */
export async function measuredSubject(subject: Subject, world: World): Promise<MeasuredSubject> {
  const folder = sourceFolder(subject);
  return {
    kind: subject.kind,
    name: subject.name,
    version: subject.version,
    facts: subject.facts.map(withoutFiles),
    folder: folder === null ? null : await folderOf(folder, world.cwd),
    commit: folder === null ? null : await commitOf(folder, world),
  };
}

/** Judging needs no list of an index's files, whose addresses are nobody else's business. */
function withoutFiles({ onPython, wheels, ...facts }: SubjectFacts): SubjectFacts {
  return {
    ...facts,
    wheels: wheels === null ? null : [],
    ...(onPython && {
      onPython: Object.fromEntries(
        Object.entries(onPython).map(([label, one]) => [label, withoutFiles(one)]),
      ),
    }),
  };
}

/** From the git top level; without one from where the user stands, as `merge` will. */
async function folderOf(project: string, cwd: string): Promise<string> {
  const folder = relative((await gitTopLevel(project)) ?? cwd, project);
  return isAbsolute(folder) || folder.startsWith('..') ? '' : folder.replaceAll('\\', '/');
}

async function commitOf(project: string, { processes, env }: World): Promise<string | null> {
  const { ending, stdout } = await processes.run('git', ['rev-parse', 'HEAD'], {
    cwd: project,
    env: Object.fromEntries(
      Object.entries(env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
    ),
    timeoutSeconds: 10,
  });
  const commit = stdout.trim();
  return endedWell(ending) && /^[0-9a-f]{40,64}$/.test(commit) ? commit : null;
}
