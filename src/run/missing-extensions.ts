import { documentationOf } from '../diagnose/fold.ts';
import { droppedExtensions, tellsOfExtensions } from '../discover/dropped-extensions.ts';
import type { Finding } from '../model/finding.ts';
import type { Files } from '../ports.ts';
import type { CombinationRun } from './combination-run.ts';
import type { Subject } from './subject.ts';

const MAX_FILES = 5000;
const MAX_BYTES = 1024 * 1024;

/**
 * A wheel without compiled modules, from sources that define some: a build that dropped its
 * extensions must not pass for a pure-Python project.
 */
export async function missingExtensions(
  subject: Subject,
  runs: readonly CombinationRun[],
  files: Files,
): Promise<readonly Finding[]> {
  const empty = runs.filter((run) => run.state.kind === 'ran' && run.observed.length === 0);
  if (subject.project === null || empty.length === 0) return [];
  const project = subject.project;
  const listed = await files.list(project, { maxFiles: MAX_FILES });
  const texts = await Promise.all(
    listed.map(async (path) => ({
      path,
      text: tellsOfExtensions(path)
        ? ((await files.readText(`${project}/${path}`, MAX_BYTES)) ?? null)
        : null,
    })),
  );
  const signs = droppedExtensions(texts, []);
  const [first] = signs;
  if (!first) return [];
  return [
    {
      kind: 'build-without-extensions',
      category: 'configuration',
      severity: 'error',
      fault: 'own',
      culprit: { distribution: subject.name, version: subject.version, module: null, file: null },
      title: `The wheel of ${subject.name} holds no compiled module, although its sources define some`,
      explanation: `${first.file}, line ${first.line}: ${first.what}. The build ended well and left the extension out, so users would get a package without it.`,
      fix: 'Read the build log for the compiler error or the condition that skipped the extension; mark it as required (in setuptools: Extension(..., optional=False)). If the package is meant to be pure Python here, set allow-empty',
      evidence: signs.map((sign) => `${sign.file}:${sign.line}: ${sign.what}`),
      inner: null,
      hints: { source: { file: first.file, line: first.line } },
      location: null,
      modules: [],
      combinations: empty.map((run) => run.combination.id),
      documentation: documentationOf('build-without-extensions'),
    },
  ];
}
