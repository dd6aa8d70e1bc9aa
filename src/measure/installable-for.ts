import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { together } from '../host/together.ts';
import type { PlannedCombination } from '../model/combination.ts';
import type { Measurement } from '../model/measurement.ts';
import type { BuildStage } from './build/build-stage.ts';
import { leftOutExtensions } from './discover/left-out-extensions.ts';
import { modulesDefinedIn, stoppedSources } from './discover/stopped-sources.ts';
import { chooseWheels } from './install/choose-wheels.ts';
import { testedWheel } from './install/tested-wheel.ts';
import { wheelMembers } from './install/wheel-members.ts';
import type { Installable } from './measure-combination.ts';
import type { Subject } from './subject/subject.ts';

/** What to install on a Python, or why there is nothing. */
type Ready =
  | { readonly kind: 'ready'; readonly installable: Installable }
  | { readonly kind: 'none'; readonly state: Measurement['state'] };

/** The wheel of a Python (built where that was not done yet), or the requirement lines. */
export async function installableFor(
  combination: PlannedCombination,
  subject: Subject,
  build: BuildStage | null,
): Promise<Ready> {
  const foreign = { buildNumpy: null, buildPython: null, wheels: [], leftOut: [] };
  switch (subject.kind) {
    case 'packages':
      return {
        kind: 'ready',
        installable: {
          ...foreign,
          subject: {
            kind: 'requirements',
            lines: subject.pinned.get(combination.python) ?? subject.requirements,
          },
        },
      };
    case 'wheels': {
      const { chosen, missing } = chooseWheels(subject.files, combination.interpreter);
      if (missing.length > 0) {
        const reason = `none of the wheels of ${missing.join(', ')} installs on Python ${combination.python} here`;
        return { kind: 'none', state: { kind: 'excluded', reason } };
      }
      return {
        kind: 'ready',
        installable: {
          ...foreign,
          subject: { kind: 'wheels', files: chosen },
          wheels: await together(chosen.map(testedWheel)),
        },
      };
    }
    case 'project': {
      if (!build) throw new Error('a project needs a build stage');
      const built = await build.wheelFor({
        label: combination.python,
        interpreter: combination.interpreter,
      });
      if (built.kind !== 'built') return { kind: 'none', state: built.state };
      return {
        kind: 'ready',
        installable: {
          subject: { kind: 'wheels', files: [built.wheel] },
          buildNumpy: built.buildNumpy,
          buildPython: built.buildPython,
          wheels: [await testedWheel(built.wheel)],
          leftOut: await leftOutOf(subject.folder, built),
        },
      };
    }
    default:
      return subject satisfies never;
  }
}

/** What the build log tells of, and what the sources define at which a compiler stopped. */
async function leftOutOf(
  project: string,
  { text, wheel }: { readonly text: string; readonly wheel: string },
): Promise<readonly string[]> {
  const stopped = await together(
    stoppedSources(text).map(async (file) => {
      // Builds have folders of their own, from which they name it.
      const inside = file.replace(/^(?:\.\.?[\\/])+/, '');
      const source = await readFile(path.resolve(project, inside), 'utf8').catch(() => '');
      return modulesDefinedIn(file, source);
    }),
  );
  return leftOutExtensions(text, await wheelMembers(wheel), stopped.flat());
}
