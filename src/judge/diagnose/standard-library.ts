/**
 * Modules of Python's library from which releases of Python took names that much-used packages asked
 * for: `pkgutil.ImpImporter` (3.12), `ast.Str` (3.14), `inspect.getargspec` (3.11), `collections.Mapping`
 * (3.10), `configparser.SafeConfigParser` (3.12), `asyncio.coroutine` (3.11), `fractions.gcd` (3.9),
 * `time.clock` (3.8), `unittest.makeSuite` (3.13), `locale.format` (3.12), `ssl.wrap_socket` (3.12).
 */
const MODULES = new Set(
  'abc argparse array ast asyncio base64 binascii builtins collections configparser contextlib ctypes dataclasses datetime email enum fractions functools gettext hashlib html importlib inspect io itertools json locale logging math multiprocessing operator os pathlib pickle pkgutil platform plistlib random re shutil signal socket ssl string struct subprocess sys sysconfig tempfile threading time tokenize traceback types typing unittest urllib uuid warnings xml zipfile'.split(
    ' ',
  ),
);

/** @param top a module's first name */
export function isStandardLibrary(top: string): boolean {
  return MODULES.has(top);
}
