import path from 'node:path';
import { parse, TomlError } from 'smol-toml';
import type { Files } from '../model/ports.ts';
import { isRequirement } from '../packaging/meant-requirement.ts';
import { type Given, placeOf } from './given.ts';
import type { Problem } from './problem.ts';
import { projectsBelow } from './projects-below.ts';

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
  const found = await problemOf(folder, files, given?.texts[0]?.trim() ?? '');
  return found === undefined ? [] : [{ where, ...found }];
}

async function problemOf(
  folder: string,
  files: Files,
  written: string,
): Promise<Omit<Problem, 'where'> | undefined> {
  if (!(await files.exists(folder))) {
    const above = path.dirname(folder);
    if (await isEmpty(above, files)) {
      return { message: `There is no folder ${folder}: ${above} is empty`, remedy: CHECK_OUT };
    }
    const remedy = isRequirement(written)
      ? `Use --package (the input packages) for packages from the index: --package "${written}"`
      : 'Check the path';
    return { message: `There is no folder ${folder}`, remedy };
  }
  const here = async (name: string) => files.exists(path.join(folder, name));
  if (await here('setup.py')) return undefined;
  const hasSetupCfg = await here('setup.cfg');
  const pyproject = await files.readText(path.join(folder, 'pyproject.toml'));
  if (pyproject !== undefined) {
    if (hasSetupCfg || saysHowToBuild(pyproject)) return undefined;
    return {
      message: `${folder} is no project that can be built: its pyproject.toml has neither [project] nor [build-system], and there is no setup.py`,
      remedy: `${await otherFolder(folder, files)}, or add both tables`,
    };
  }
  if (hasSetupCfg) {
    return {
      message: `${folder} has a setup.cfg alone, which no installer builds: it has neither pyproject.toml nor setup.py`,
      remedy:
        'Add a pyproject.toml that names the builder: [build-system] requires = ["setuptools"] and build-backend = "setuptools.build_meta"',
    };
  }
  if (await isEmpty(folder, files)) return { message: `${folder} is empty`, remedy: CHECK_OUT };
  return {
    message: `${folder} is no Python project: it has neither pyproject.toml nor setup.py`,
    remedy: `${await otherFolder(folder, files)}, or test built wheels (--wheel, the input wheels) or packages (--package, the input packages) instead`,
  };
}

/** The first step of a workflow is easily forgotten. */
const CHECK_OUT =
  'Check the repository out first (in a workflow: actions/checkout), or name the folder that has the project';

async function isEmpty(folder: string, files: Files): Promise<boolean> {
  if (!(await files.exists(folder)) || (await files.read(folder, 1)) !== undefined) return false;
  return (await files.list(folder, { maxFiles: 1 })).length === 0;
}

/** Settings of other tools make no project: setuptools would build an empty UNKNOWN 0.0.0 of it. */
function saysHowToBuild(pyproject: string): boolean {
  try {
    const document = parse(pyproject);
    return Object.hasOwn(document, 'project') || Object.hasOwn(document, 'build-system');
  } catch (error) {
    // That it cannot be read is told where it is read.
    if (error instanceof TomlError) return true;
    throw error;
  }
}

async function otherFolder(folder: string, files: Files): Promise<string> {
  const [first] = await projectsBelow(folder, files);
  return first === undefined
    ? 'Name the folder that has the project'
    : `Name the folder that has the project, as ${first} has`;
}
