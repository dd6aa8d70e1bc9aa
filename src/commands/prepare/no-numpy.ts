import { redact } from '../../escape/redact.ts';
import { EXIT, UserError } from '../../model/user-error.ts';
import type { IndexSettings } from '../../provision/index/index-settings.ts';

/** That no index in force has a file of NumPy: most often its address leads somewhere else. */
export function noNumpy({
  indexes,
  findLinks,
  secrets,
}: Pick<IndexSettings, 'indexes' | 'findLinks' | 'secrets'>): UserError {
  const places = [...indexes, ...findLinks].map((one) => redact(one, secrets));
  const where = places.length === 0 ? 'no index is in force' : `asked: ${places.join(', ')}`;
  return new UserError(`No package index in force has a file of NumPy (${where})`, {
    exitCode: EXIT.usage,
    remedy:
      'Check the address: it must be that of the simple index (PEP 503 or PEP 691), which often ends in /simple; a page to log in has no files, either',
  });
}
