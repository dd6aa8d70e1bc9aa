import type { Uv } from '../../model/ports.ts';
import { interrupted } from '../../model/user-error.ts';
import type { Interpreter } from '../../packaging/interpreter.ts';
import { type InspectOptions, inspectInterpreter } from './inspect.ts';

export type InstalledInterpreter =
  | { readonly kind: 'installed'; readonly interpreter: Interpreter }
  | { readonly kind: 'unavailable'; readonly reason: string };

/**
 * Has uv download one Python; failing is a value, for that Python only.
 *
 * @param request as uv spells it: `3.13`, `3.13t`, `3.12.4`, `pypy3.10`
 */
export async function installInterpreter(
  request: string,
  options: InspectOptions & { readonly uv: Uv },
): Promise<InstalledInterpreter> {
  const unavailable = (why: string): InstalledInterpreter => ({
    kind: 'unavailable',
    reason: `Python ${request} is not on this machine, and ${why}`,
  });
  if (/^(never|false|manual)$/i.test(options.env['UV_PYTHON_DOWNLOADS'] ?? '')) {
    return unavailable('UV_PYTHON_DOWNLOADS forbids to download it');
  }
  const uvRequest = request.replace(/^pypy-?/, 'pypy@').replace(/-dev$/, '');
  const env = { UV_PYTHON_INSTALL_BIN: '0', UV_HTTP_RETRIES: '1' };
  const installed = await options.uv.run(['python', 'install', '--no-config', uvRequest], {
    cwd: options.folder,
    timeoutSeconds: 600,
    env,
  });
  if (installed.ending.kind === 'interrupted') {
    throw interrupted();
  }
  if (installed.ending.kind !== 'exited' || installed.ending.code !== 0) {
    const text = installed.stderr.trim();
    const unknown = /No download found|invalid value|not a valid/i.test(text);
    return unavailable(
      unknown ? 'uv knows no download of it' : `its download failed${cause(text)}`,
    );
  }
  const found = await options.uv.run(
    ['python', 'find', '--no-config', '--managed-python', '--no-project', uvRequest],
    { cwd: options.folder, timeoutSeconds: 60 },
  );
  const inspected = await inspectInterpreter(found.stdout.trim(), 'uv', options);
  return inspected.kind === 'interpreter'
    ? { kind: 'installed', interpreter: inspected.interpreter }
    : unavailable(`what was downloaded ${inspected.reason}`);
}

/** The innermost cause that uv names. */
function cause(text: string): string {
  const last = text
    .split('\n')
    .map((line) => /^\s*(?:Caused by|cause): (.+)$/i.exec(line)?.[1])
    .findLast((line) => line !== undefined);
  return last === undefined ? '' : `: ${last.slice(0, 200)}`;
}
