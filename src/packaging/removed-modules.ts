import { pythonMinor } from './python-minor.ts';

/** A module that Python's standard library once had. */
export interface RemovedModule {
  /** The Python that no longer has it; `3.0` for names of Python 2. */
  readonly since: string;
  /** A distribution that brings a copy of it. */
  readonly copy?: string;
}

/** Python's "What's New", section "Removed"; PEP 594 for 3.13. `distutils` has rules of its own. */
const REMOVED: ReadonlyMap<string, RemovedModule> = new Map<string, RemovedModule>([
  ...of('3.0', 'ConfigParser Queue StringIO Tkinter __builtin__ cPickle cStringIO commands'),
  ...of('3.0', 'copy_reg exceptions httplib urllib2 urlparse'),
  ...of('3.9', '_dummy_thread dummy_threading'),
  ...of('3.10', '_bootlocale'),
  ...of('3.11', 'binhex'),
  ...copied('3.12', { asynchat: 'pyasynchat', asyncore: 'pyasyncore', imp: 'zombie-imp' }),
  ...copied('3.12', { smtpd: 'standard-smtpd' }),
  ...of('3.13', 'lib2to3 msilib nis ossaudiodev spwd'),
  ...copied('3.13', { audioop: 'audioop-lts', cgi: 'legacy-cgi', cgitb: 'legacy-cgi' }),
  ...copied('3.13', { crypt: 'crypt-r', _crypt: 'crypt-r' }),
  ...redistributed('aifc chunk imghdr mailcap nntplib pipes sndhdr sunau telnetlib uu xdrlib'),
]);

function of(since: string, names: string): readonly (readonly [string, RemovedModule])[] {
  return names.split(' ').map((name) => [name, { since }]);
}

function copied(
  since: string,
  copies: Readonly<Record<string, string>>,
): readonly (readonly [string, RemovedModule])[] {
  return Object.entries(copies).map(([name, copy]) => [name, { since, copy }]);
}

/** One project publishes what Python 3.13 dropped, each module as `standard-NAME`. */
function redistributed(names: string): readonly (readonly [string, RemovedModule])[] {
  return names.split(' ').map((name) => [name, { since: '3.13', copy: `standard-${name}` }]);
}

/**
 * Whether a missing module is one that Python dropped: then nothing has to be installed for it.
 *
 * @param name the top-level module
 * @param python its label or version (`3.13t`), null where it is not known
 * @example removedModule('imp', '3.12') // { since: '3.12', copy: 'zombie-imp' }
 * @example removedModule('imp', '3.11') // undefined
 */
export function removedModule(name: string, python: string | null): RemovedModule | undefined {
  const removed = REMOVED.get(name);
  if (removed === undefined || python === null) return removed;
  const minor = pythonMinor(python);
  const since = pythonMinor(removed.since) ?? 0;
  return minor === undefined || minor >= since ? removed : undefined;
}
