/** Why the system refused to read or write a file, in words. */
export function reasonOf(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  switch (code) {
    case 'ENOSPC':
    case 'EDQUOT':
      return 'no space is left on its disk';
    case 'EACCES':
    case 'EPERM':
      return 'permission denied';
    case 'EROFS':
      return 'its disk is read-only';
    case 'ENOENT':
      return 'there is no such folder, or nothing can be made in it';
    case 'ENOTDIR':
    case 'EEXIST':
      return 'a file is in the way';
    default:
      return message;
  }
}
