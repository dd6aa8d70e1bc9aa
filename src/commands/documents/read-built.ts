import { dirname } from 'node:path';
import { together } from '../../host/together.ts';
import type { World } from '../../host/world.ts';
import type { HandedWheel } from '../../measure/build/handed-stage.ts';
import type { BuiltWheel } from '../../model/built-wheel.ts';
import { BUILT_WHEEL_SCHEMA } from '../../model/json/built-wheel-schema.ts';
import { compileSchema } from '../../model/json/compile-schema.ts';
import type { PlanFile } from '../../model/plan-file.ts';
import { EXIT, UserError } from '../../model/user-error.ts';
import { buildsOf } from '../../plan/builds-of.ts';
import { matchingFiles } from './matching-files.ts';
import { otherSubject } from './read-plans.ts';

/** What a build printed is in it, and that is cut. */
const LARGEST_BYTES = 4 * 2 ** 20;

/**
 * Reads what `build` left for a plan.
 *
 * @param folder absolute
 * @returns by platform, in plan order
 * @throws {UserError} exit 2 where something of another run lies there
 */
export async function readBuilt(
  folder: string,
  given: PlanFile,
  { files, cwd }: Pick<World, 'files' | 'cwd'>,
): Promise<readonly HandedWheel[]> {
  const validate = compileSchema(BUILT_WHEEL_SCHEMA);
  const { found: paths } = await matchingFiles([folder], { files, cwd });
  const read = await together(
    paths.map(async ({ path, shown }): Promise<HandedWheel | null> => {
      const text = await files.readText(path, LARGEST_BYTES);
      // The folder itself: no build left anything in it.
      if (text === undefined && path === folder) return null;
      const record = parsed(text);
      const wrong = validate(record);
      if (wrong !== undefined) throw unusable(shown, `\`build\` did not write it: ${wrong}`);
      const why = foreignness(record as BuiltWheel, given);
      if (why !== null) throw unusable(shown, why);
      return { folder: dirname(path), record: record as BuiltWheel };
    }),
  );
  return buildsOf(given.plan.planned).flatMap(({ platform, python }) => {
    const [first, ...others] = read.filter(
      (one) => one?.record.platform === platform && one.record.python === python,
    );
    if (others.length > 0) {
      throw unusable(folder, `two builds for Python ${python} on ${platform} lie there`);
    }
    return first ? [first] : [];
  });
}

function parsed(text: string | undefined): unknown {
  try {
    return JSON.parse(text ?? '');
  } catch {
    return undefined;
  }
}

function foreignness({ tool, subject, plan, result }: BuiltWheel, given: PlanFile): string | null {
  const { version } = given.tool;
  if (tool.version !== version)
    return `numpy-abi-matrix ${tool.version} built it, this is ${version}`;
  if (plan !== given.plan.id) return 'it was built for another plan';
  if (result.kind === 'built' && !/^[^\\/]+\.whl$/i.test(result.file))
    return `${JSON.stringify(result.file)} is no file name of a wheel`;
  const other = otherSubject(given.subject, subject);
  return other === null ? null : `it was built for something else: ${other}`;
}

function unusable(shown: string, reason: string): UserError {
  return new UserError(`What was built cannot be used: ${shown}: ${reason}`, {
    exitCode: EXIT.usage,
    remedy:
      'Give --built the folder that `build --plan` wrote for this plan, and nothing else in it',
  });
}
