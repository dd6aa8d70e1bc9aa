import { documentationOf } from '../judge/diagnose/fold.ts';
import type { BuildStage } from '../measure/build/build-stage.ts';
import {
  droppedExtensions,
  failedExtensions,
  tellsOfExtensions,
} from '../measure/discover/dropped-extensions.ts';
import type { Subject } from '../measure/subject/subject.ts';
import type { Finding } from '../model/finding.ts';
import type { CombinationRun } from '../model/measurement.ts';
import type { Files } from '../model/ports.ts';

const MAX_FILES = 5000;
const MAX_BYTES = 1024 * 1024;

/**
 * What a build left out of the wheel although the sources define it: all compiled modules, which
 * must not pass for a pure-Python project, or some of them, which the others' success would hide.
 *
 * @param build the stage that built the wheels; null for other subjects than projects
 */
export async function missingExtensions(
  subject: Subject,
  runs: readonly CombinationRun[],
  build: BuildStage | null,
  files: Files,
): Promise<readonly Finding[]> {
  const ran = runs.filter((run) => run.state.kind === 'ran');
  const empty = ran.filter((run) => run.observed.length === 0);
  const rest = ran.filter((run) => run.observed.length > 0);
  return [
    ...(await allMissing(subject, empty, files)),
    ...(build === null ? [] : await someMissing(subject, rest, build)),
  ];
}

async function someMissing(
  subject: Subject,
  runs: readonly CombinationRun[],
  build: BuildStage,
): Promise<readonly Finding[]> {
  const missing = new Map<string, string[]>();
  for (const { combination } of runs) {
    const { id, python: label, interpreter } = combination;
    const built = await build.wheelFor({ label, interpreter });
    for (const name of built.kind === 'built' ? failedExtensions(built.text) : []) {
      missing.set(name, [...(missing.get(name) ?? []), id]);
    }
  }
  return [...missing].map(([name, combinations]) => ({
    ...commonOf(subject, name),
    title: `The build left \`${name}\` out of the wheel`,
    explanation: `Compiling \`${name}\` failed, the build went on without it (an optional extension), and ended well: users of this wheel would not have that module, and it was not tested.`,
    fix: COMPILE,
    evidence: [`building extension "${name}" failed`],
    hints: {},
    modules: [name],
    combinations,
  }));
}

const COMPILE =
  'Read the build log for the compiler error or the condition that skipped the extension; mark it as required (in setuptools: Extension(..., optional=False)). If the package is meant to work without it here, set allow-empty';

function commonOf(subject: Subject, module: string | null) {
  return {
    kind: 'build-without-extensions',
    category: 'configuration',
    severity: 'error',
    fault: 'own',
    culprit: { distribution: subject.name, version: subject.version, module, file: null },
    inner: null,
    location: null,
    documentation: documentationOf('build-without-extensions'),
  } as const;
}

async function allMissing(
  subject: Subject,
  empty: readonly CombinationRun[],
  files: Files,
): Promise<readonly Finding[]> {
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
      ...commonOf(subject, null),
      title: `The wheel of ${subject.name} holds no compiled module, although its sources define some`,
      explanation: `${first.file}, line ${first.line}: ${first.what}. The build ended well and left the extension out, so users would get a package without it.`,
      fix: COMPILE,
      evidence: signs.map((sign) => `${sign.file}:${sign.line}: ${sign.what}`),
      hints: { source: { file: first.file, line: first.line } },
      modules: [],
      combinations: empty.map((run) => run.combination.id),
    },
  ];
}
