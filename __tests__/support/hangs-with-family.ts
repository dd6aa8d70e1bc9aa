import { stat } from 'node:fs/promises';

/** What `hangsWithFamily` needs to be compiled. */
export const HANGS_INCLUDES = '#include <stdio.h>\n#include <unistd.h>\n';

/**
 * Statements of a module's init function, in C: makes a file to say that it came so far, starts a
 * process that leaves its process group, and never ends.
 */
export function hangsWithFamily(marker: string): string {
  return `fclose(fopen(${JSON.stringify(marker)}, "w")); if (fork() == 0) setsid(); for (;;) sleep(1);`;
}

/** Waits until the file is there. */
export async function appears(file: string): Promise<void> {
  while (!(await stat(file).catch(() => undefined))) {
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
