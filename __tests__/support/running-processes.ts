import { readdirSync, readFileSync } from 'node:fs';

/** Command lines and environments of running processes that hold a text (Linux), to find orphans. */
export function runningMarked(text: string): readonly string[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && Number(name) !== process.pid)
    .flatMap((pid) => {
      const [command = '', environment = ''] = ['cmdline', 'environ'].map((file) => {
        try {
          return readFileSync(`/proc/${pid}/${file}`, 'utf8').replaceAll('\0', ' ');
        } catch {
          return '';
        }
      });
      return command.includes(text) || environment.includes(text) ? [`${pid}: ${command}`] : [];
    });
}
