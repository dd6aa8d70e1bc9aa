import { join } from 'node:path';
import { formatMoment } from '../../escape/moment.ts';
import { together } from '../../host/together.ts';
import type { CombinationState } from '../../model/measurement.ts';
import type { NumpySpec } from '../../model/numpy-spec.ts';
import type { SubjectFacts } from '../../model/subject-facts.ts';
import { baseName } from '../../packaging/base-name.ts';
import type { Interpreter } from '../../packaging/interpreter.ts';
import { parseRequirement } from '../../packaging/requirements.ts';
import { chooseRelease } from '../../plan/choose-release.ts';
import type { ChosenPython } from '../../plan/chosen-python.ts';
import { removeLarge } from '../environment/remove-large.ts';
import type { RunContext } from '../measure-combination.ts';
import type { BuildOptions } from './build-options.ts';
import { buildProject } from './build-project.ts';
import type { BuildResult } from './build-result.ts';
import { createKeptWheels } from './kept-wheels.ts';
import { logExcerpt } from './log-excerpt.ts';
import { mayServeMany } from './may-serve-many.ts';
import { readBuildSystem } from './read-build-system.ts';
import { servesInterpreter } from './serves-interpreter.ts';

/** Builds the project's wheels: one per Python ABI, each once. */
export interface BuildStage {
  wheelFor(python: ChosenPython): Promise<StageResult>;
  /**
   * Builds beside what else goes on, unless the first wheel may well serve all Pythons. `wheelFor`
   * takes it, where no wheel of an earlier Python serves this one after all.
   */
  ahead(python: ChosenPython): Promise<void>;
  /** Whether a wheel that was built already serves this Python, or its own was built. */
  has(python: ChosenPython): boolean;
  /** Waits until wheels are kept for later runs, and what builds left is deleted. */
  close(): Promise<void>;
}

export type StageResult =
  | Extract<BuildResult, { kind: 'built' }>
  /** The combinations of this Python cannot run. */
  | { readonly kind: 'none'; readonly state: CombinationState };

/**
 * @param project the project's folder
 * @param context shared by all combinations
 * @param fresh whether wheels of earlier runs count for nothing
 */
export function createBuildStage(project: string, context: RunContext, fresh: boolean): BuildStage {
  const { tools, world } = context;
  const kept = createKeptWheels(project, world, fresh);
  const done = new Map<string, Promise<StageResult>>();
  const begun = new Map<string, Promise<StageResult>>();
  const built: Extract<BuildResult, { kind: 'built' }>[] = [];
  const behind: Promise<unknown>[] = [];
  /** Goes on while the next thing is done; `close` tells of its failure. */
  const later = (task: Promise<unknown>): void => {
    task.catch(() => undefined);
    behind.push(task);
  };

  const reusable = (interpreter: Interpreter) =>
    built.find(
      ({ wheel, abi }) =>
        (abi === 'abi3' || abi === 'none') && servesInterpreter(wheel, interpreter),
    );
  const build = async (python: string, interpreter: Interpreter): Promise<StageResult> => {
    const buildNumpy = await buildNumpyFor(python, interpreter, project, context);
    if (typeof buildNumpy === 'object' && buildNumpy !== null) return buildNumpy;
    const options: BuildOptions = {
      uv: tools.uv,
      processes: world.processes,
      env: world.env,
      tools: tools.inspect.tools,
      project,
      interpreter,
      buildNumpy,
      indexArgs: tools.settings.uvArguments,
      folder: join(world.folder, `build-${python}`),
      own: world.folder,
      onOutput: (text) => world.progress.detail(text),
      hashSources: kept !== null,
      discard: (folder) => later(removeLarge(folder, world)),
    };
    const found = await kept?.find(options);
    if (found) {
      const { built: again, at } = found;
      world.progress.info(
        `${baseName(again.wheel)} is unchanged since it was built with Python ${again.buildPython} (${formatMoment(at)})`,
      );
      return again;
    }
    const began = world.now();
    const result = await world.timeline.timed('build', `build for Python ${python}`, () =>
      buildProject(options),
    );
    switch (result.kind) {
      case 'built': {
        const seconds = ((world.now() - began) / 1000).toFixed(1);
        const numpy = result.buildNumpy ? `, NumPy ${result.buildNumpy}` : ', without NumPy';
        world.progress.info(
          `built ${baseName(result.wheel)} with Python ${result.buildPython}${numpy} (${seconds} s)`,
        );
        world.progress.group(`Build log for Python ${python}`, result.text);
        if (kept !== null) later(kept.keep(options, result));
        return result;
      }
      case 'excluded':
        return { kind: 'none', state: { kind: 'excluded', reason: result.reason } };
      case 'failed':
        world.progress.group(`Build log for Python ${python} (failed)`, result.text);
        return { kind: 'none', state: failedState(result) };
    }
  };

  const beginBuild = ({ label, interpreter }: ChosenPython): Promise<StageResult> => {
    const known = begun.get(label) ?? build(label, interpreter);
    begun.set(label, known);
    return known;
  };
  const wheelOf = async (python: ChosenPython): Promise<StageResult> => {
    const result = reusable(python.interpreter) ?? (await beginBuild(python));
    if (result.kind === 'built' && !built.includes(result)) built.push(result);
    return result;
  };

  return {
    wheelFor(python) {
      const known = done.get(python.label) ?? wheelOf(python);
      done.set(python.label, known);
      return known;
    },
    async ahead(python) {
      if (reusable(python.interpreter) !== undefined) return;
      if (built.length === 0 && (await mayServeMany(project))) return;
      await beginBuild(python);
    },
    has: ({ label, interpreter }) => done.has(label) || reusable(interpreter) !== undefined,
    async close() {
      await together(behind);
    },
  };
}

function failedState({
  setUp,
  message,
  text,
  because,
}: Extract<BuildResult, { kind: 'failed' }>): CombinationState {
  // What installs the requirements says all in its message; of a build only its output tells.
  const what = setUp === 'build-failed' ? `The wheel could not be built: ${message}` : message;
  return {
    kind: 'error',
    setUp,
    message: what,
    lines: logExcerpt(text),
    ...(because && { because }),
  };
}

/**
 * What the project allows to build against, for specs that leave a choice: `oldest` is the oldest of
 * those. A release or a minor that the user names is taken at their word, and may conflict.
 */
async function buildRequires(spec: NumpySpec, project: string): Promise<readonly SubjectFacts[]> {
  if (spec.kind === 'exact' || spec.kind === 'minor') return [];
  const { requires } = await readBuildSystem(project);
  const requirements = requires.flatMap((line) => {
    const read = parseRequirement(line);
    return read.kind === 'requirement' && read.url === null ? [read] : [];
  });
  return [
    {
      name: 'build-system.requires',
      version: null,
      requiresPython: null,
      requirements,
      extras: [],
      wheels: null,
    },
  ];
}

/** The exact release that `build-numpy` means for one Python; null lets the project choose. */
async function buildNumpyFor(
  label: string,
  interpreter: Interpreter,
  project: string,
  { config: { subject }, tools, world }: RunContext,
): Promise<string | null | Extract<StageResult, { kind: 'none' }>> {
  if (!subject.buildNumpy) return null;
  const chosen = chooseRelease(
    subject.buildNumpy,
    { label, interpreter },
    {
      numpy: await tools.index.fetchProject('numpy'),
      subjects: await buildRequires(subject.buildNumpy, project),
      metadata: 'respect',
      today: new Date(world.now()).toISOString().slice(0, 10),
    },
  );
  if (chosen.kind === 'release') return chosen.version;
  return {
    kind: 'none',
    state: {
      kind: 'excluded',
      reason: `cannot build against NumPy ${subject.buildNumpy.text}: ${chosen.reason}`,
    },
  };
}
