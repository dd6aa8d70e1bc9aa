import path from 'node:path';
import type { Files } from '../model/ports.ts';
import { type Given, placeOf } from './given.ts';
import type { Problem } from './problem.ts';

/** A name with extras or a version: no folder is called so. */
const REQUIREMENT = /^[a-z0-9][\w.-]*\s*(?:\[[\w\s,.-]+\]\s*)?(?:[=<>!~]=|[<>])\s*\d/i;

/**
 * Why nothing can be built in a folder.
 *
 * @param folder absolute
 * @param given what named it, if anything did
 */
export async function projectProblems(
  folder: string,
  files: Files,
  given: Given | undefined,
): Promise<readonly Problem[]> {
  const where = given === undefined ? 'project' : placeOf('project', given.provenance);
  if (!(await files.exists(folder))) {
    const text = given?.texts[0]?.trim() ?? '';
    const remedy = REQUIREMENT.test(text)
      ? `Use --package (the input packages) for packages from the index: --package "${text}"`
      : 'Check the path';
    return [{ where, message: `There is no folder ${folder}`, remedy }];
  }
  const here = async (name: string) => files.exists(path.join(folder, name));
  if ((await here('pyproject.toml')) || (await here('setup.py'))) return [];
  if (await here('setup.cfg')) {
    return [
      {
        where,
        message: `${folder} has a setup.cfg alone, which no installer builds: it has neither pyproject.toml nor setup.py`,
        remedy:
          'Add a pyproject.toml that names the builder: [build-system] requires = ["setuptools"] and build-backend = "setuptools.build_meta"',
      },
    ];
  }
  return [
    {
      where,
      message: `${folder} is no Python project: it has neither pyproject.toml nor setup.py`,
      remedy: 'Name the folder that has one, or test built wheels or packages instead',
    },
  ];
}
