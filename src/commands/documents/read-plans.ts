import { relative } from 'node:path';
import { together } from '../../host/together.ts';
import type { World } from '../../host/world.ts';
import { type PlanFile, readPlanFile } from '../../model/plan-file.ts';
import { EXIT, UserError } from '../../model/user-error.ts';
import { joinPlans, platformsOf } from '../../plan/join-plans.ts';
import { matchingFiles, UNREADABLE } from './matching-files.ts';
import { identified } from './measured-plan.ts';
import { validatePlan } from './validate-measurements.ts';

/** A plan file larger than this is something else. */
const LARGEST_BYTES = 64 * 2 ** 20;

/**
 * Reads plan files as one plan: those of several platforms are joined.
 *
 * @param patterns files, folders (all `*.json` in them) and globs
 * @param version of this tool: plans of another one are refused
 * @throws {UserError} exit 2
 */
export async function readPlans(
  patterns: readonly string[],
  world: Pick<World, 'files' | 'cwd'>,
  version: string,
): Promise<PlanFile> {
  const { files, cwd } = world;
  const { found: paths, unmatched } = await matchingFiles(patterns, world);
  if (unmatched.length > 0) {
    const named = unmatched.map((pattern) => relative(cwd, pattern) || pattern).join(', ');
    throw unusable(named, 'there is no such file');
  }
  const read = await together(
    paths.map(async ({ path, shown }) => {
      const text = await files.readText(path, LARGEST_BYTES);
      if (text === undefined) throw unusable(shown, UNREADABLE);
      const found = readPlanFile(text, validatePlan);
      if (found.kind === 'problem') throw unusable(shown, found.reason);
      const { tool } = found.document;
      if (tool.version !== version) {
        throw unusable(
          shown,
          `numpy-abi-matrix ${tool.version} made it, this is ${version}: use one version throughout`,
        );
      }
      return { shown, document: found.document };
    }),
  );
  const [first, ...others] = read;
  if (!first) throw new Error('a plan is read where one is named');
  for (const { shown, document } of others) {
    const why = otherSubject(document.subject, first.document.subject);
    if (why !== null) throw unusable(shown, `${why} (in ${first.shown})`);
  }
  return others.length === 0 ? first.document : joined(read.map(({ document }) => document));
}

function joined(documents: readonly PlanFile[]): PlanFile {
  const [first] = documents;
  if (!first) throw new Error('there is no plan to join');
  const named = documents.map(({ plan, runners }) => {
    const own = Object.values(runners);
    return { plan, runner: own.length === 1 ? (own[0] ?? null) : null };
  });
  const result = joinPlans(named);
  if (result.kind === 'twice') {
    throw new UserError(`Two of the plans are for ${result.platform}`, {
      exitCode: EXIT.usage,
      remedy:
        'Join plans of different platforms; where two machines are of one platform, make each plan with --runner and a name of its own',
    });
  }
  const names = platformsOf(result.plan);
  /** A platform's name in one plan, and in the plan over all. */
  const rename = (document: PlanFile, platform: string): string => {
    const [runner] = Object.values(document.runners);
    return names.includes(platform) ? platform : `${platform}@${runner}`;
  };
  const mapped = <T>(of: (document: PlanFile) => Readonly<Record<string, T>>) =>
    Object.fromEntries(
      documents.flatMap((document) =>
        Object.entries(of(document)).map(([platform, value]) => [
          rename(document, platform),
          value,
        ]),
      ),
    );
  return {
    ...first,
    subject: {
      ...first.subject,
      version: documents.find(({ subject }) => subject.version !== null)?.subject.version ?? null,
    },
    plan: identified(result.plan, first.subject, first.tool.version),
    runners: mapped(({ runners }) => runners),
    pinned: mapped(({ pinned }) => pinned),
  };
}

/** Says why a plan is not one for this subject; null when it is. */
export function otherSubject(
  planned: PlanFile['subject'],
  here: Pick<PlanFile['subject'], 'kind' | 'name' | 'commit'>,
): string | null {
  const [of, at] = [`${planned.kind} ${planned.name}`, `${here.kind} ${here.name}`];
  if (of !== at) return `it is a plan for the ${of}, and this is the ${at}`;
  if (planned.commit !== null && here.commit !== null && planned.commit !== here.commit) {
    return `it was made for commit ${planned.commit.slice(0, 12)}, and this is ${here.commit.slice(0, 12)}`;
  }
  return null;
}

function unusable(shown: string, reason: string): UserError {
  return new UserError(`The plan ${shown} cannot be used: ${reason}`, {
    exitCode: EXIT.usage,
    remedy: 'Make it anew with `plan --json FILE`, for the subject and the commit that are checked',
  });
}

/** @throws {UserError} exit 2 where the plan is for something else than what is checked */
export function refuseOtherSubject(
  given: PlanFile,
  here: Parameters<typeof otherSubject>[1],
): void {
  const why = otherSubject(given.subject, here);
  if (why !== null) throw unusable('given', why);
}
