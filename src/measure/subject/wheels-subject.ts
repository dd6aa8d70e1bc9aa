import { openSync } from 'node:fs';
import { basename } from 'node:path';
import { together } from '../../host/together.ts';
import type { World } from '../../host/world.ts';
import type { SubjectFacts } from '../../model/subject-facts.ts';
import { EXIT, UserError } from '../../model/user-error.ts';
import { parseCoreMetadata } from '../../packaging/core-metadata.ts';
import { normaliseName } from '../../packaging/requirement-name.ts';
import { parseWheelFilename } from '../../packaging/wheel-filename.ts';
import { openWheel } from '../../wheels/open-wheel.ts';
import { factsOf } from './metadata-facts.ts';
import type { WheelsSubject } from './subject.ts';
import { wheelFilesOf, wheelsAmong } from './wheel-files.ts';

/**
 * Wheels as the subject: every distribution that the patterns match.
 *
 * @throws {UserError} exit 2 for a pattern without a match, and for what is no readable wheel
 */
export async function readWheels(
  globs: readonly string[],
  extras: readonly string[],
  world: World,
): Promise<WheelsSubject> {
  const found = await together(globs.map((glob) => wheelFilesOf(glob, world)));
  // Each was named: one that matches nothing is no less missing because another matches.
  const empty = globs.filter((_, at) => found[at]?.length === 0);
  if (empty.length > 0) {
    throw new UserError(`No wheel matches ${empty.map((glob) => `"${glob}"`).join(', ')}`, {
      exitCode: EXIT.usage,
      remedy:
        'Check the pattern, and that the wheels are there by now; on a command line quote it, so that the shell does not expand it',
    });
  }
  const { wheels: files, notices } = wheelsAmong([...new Set(found.flat())].sort());
  for (const notice of notices) world.progress.notice(notice);
  const byName = new Map<string, string[]>();
  for (const file of files) {
    const parsed = parseWheelFilename(basename(file));
    if (!parsed) {
      throw new UserError(`"${basename(file)}" is not the file name of a wheel`, {
        exitCode: EXIT.usage,
        remedy: 'A wheel is called name-version-python-abi-platform.whl; narrow the pattern',
      });
    }
    const name = normaliseName(parsed.distribution);
    byName.set(name, [...(byName.get(name) ?? []), file]);
  }
  const facts = await together(
    [...byName].map(([name, own]) => wheelFacts(name, own, extras, world)),
  );
  const [first] = facts;
  return {
    kind: 'wheels',
    name: [...byName.keys()].join(', '),
    version: facts.length === 1 ? (first?.version ?? null) : null,
    facts,
    limits: [],
    files,
  };
}

async function wheelFacts(
  name: string,
  files: readonly string[],
  extras: readonly string[],
  world: World,
): Promise<SubjectFacts> {
  const parsed = files.flatMap((file) => parseWheelFilename(basename(file)) ?? []);
  const versions = [...new Set(parsed.map(({ version }) => version))];
  if (versions.length > 1) {
    throw new UserError(
      `The wheels hold ${versions.length} versions of ${name}: ${versions.join(', ')}`,
      {
        exitCode: EXIT.usage,
        remedy: 'Narrow the pattern to one version',
      },
    );
  }
  const file = files[0] ?? '';
  const wheel = await openWheel({ kind: 'descriptor', fd: openSync(file, 'r') });
  try {
    if ('kind' in wheel) {
      throw new UserError(`"${basename(file)}" cannot be read: ${wheel.reason}`, {
        exitCode: EXIT.usage,
        remedy: 'Build or download the wheel again',
      });
    }
    if (wheel.metadata === null) {
      throw new UserError(`"${basename(file)}" holds no METADATA`, {
        exitCode: EXIT.usage,
        remedy: 'Build or download the wheel again',
      });
    }
    const tags = files.map((one) => ({
      filename: basename(one),
      tags: parseWheelFilename(basename(one))?.tags ?? [],
      requiresPython: null,
    }));
    world.progress.detail(`${name}: ${files.length} wheels`);
    return factsOf(name, parseCoreMetadata(wheel.metadata), extras, tags);
  } finally {
    if (!('kind' in wheel)) wheel.close();
  }
}
