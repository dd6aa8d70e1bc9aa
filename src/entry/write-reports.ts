import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { makeFolder } from '../host/make-folder.ts';
import { reasonOf } from '../host/reason-of.ts';
import { allKinds } from '../judge/diagnose/docs.ts';
import { EXIT, UserError } from '../model/user-error.ts';
import { FORMAT_NAMES, FORMATS, type FormatName } from '../report/render/formats.ts';
import type { RenderOptions } from '../report/render/render-options.ts';
import type { Report } from '../report/report.ts';
import { bytesOf } from './bytes-of.ts';
import { cleaned } from './secrets.ts';

/** Paths, absolute, by format. */
export type ReportFiles = Readonly<Partial<Record<FormatName, string>>>;

/** Every format in one folder. */
export function filesIn(folder: string): Readonly<Record<FormatName, string>> {
  return Object.fromEntries(
    FORMAT_NAMES.map((name) => [name, join(folder, FORMATS[name].file)]),
  ) as Record<FormatName, string>;
}

/**
 * Writes the report in the formats that are wanted. One that cannot be written does not keep the
 * others from being written.
 *
 * @param clean takes secrets out of a text
 * @throws {UserError} naming the files that could not be written
 */
export async function writeReports(
  report: Report,
  files: ReportFiles,
  options: RenderOptions,
  clean: (text: string) => string,
): Promise<void> {
  const kinds = allKinds().map(({ id, name, means, remedy }) => ({ id, name, means, remedy }));
  const problems: string[] = [];
  for (const name of FORMAT_NAMES) {
    const path = files[name];
    if (path === undefined) continue;
    const pieces = FORMATS[name].render(report, { kinds, ...options });
    await writeFile(path, bytesOf(cleaned(pieces, clean))).catch((error: Error) => {
      problems.push(`"${path}": ${error.message}`);
    });
  }
  if (problems.length === 0) return;
  throw new UserError(`Cannot write ${problems.join('; ')}`, {
    exitCode: EXIT.setUp,
    remedy: 'Give another file or folder',
  });
}

/** Makes the folder that reports go to. */
export async function makeReportFolder(folder: string): Promise<void> {
  try {
    makeFolder(folder);
  } catch (cause) {
    throw new UserError(`Cannot make the folder "${folder}": ${reasonOf(cause)}`, {
      exitCode: EXIT.usage,
      remedy: 'Give a folder that can be made, or one that is there',
      cause,
    });
  }
}
