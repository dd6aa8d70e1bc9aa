import { EXIT, UserError } from '../model/user-error.ts';

/**
 * The folder that relative paths start at.
 *
 * @param running this process, or one like it
 * @throws {UserError} exit 2 where it has been removed, or may not be looked at
 */
export function workingFolder(running: Pick<NodeJS.Process, 'cwd'>): string {
  try {
    return running.cwd();
  } catch (cause) {
    throw new UserError('The working folder is not there any more, or may not be looked at', {
      exitCode: EXIT.usage,
      remedy: 'Change to a folder that is there (cd), and run it again',
      cause,
    });
  }
}
