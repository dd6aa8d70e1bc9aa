import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { cModule } from './projects/c-extension.ts';

export interface WheelContents {
  /** `name-version-python-abi-platform`, without `.whl`. */
  readonly stem: string;
  readonly files: Readonly<Record<string, string | Uint8Array>>;
  /** `Requires-Dist` lines. */
  readonly requires?: readonly string[];
  readonly requiresPython?: string;
}

/** Reads JSON from standard input; zipfile is in every Python. */
const WRITER = `
import base64, hashlib, json, sys, zipfile
job = json.load(sys.stdin)
record = []
with zipfile.ZipFile(job['path'], 'w', zipfile.ZIP_DEFLATED) as wheel:
    for name, text in job['files'].items():
        data = base64.b64decode(text)
        wheel.writestr(name, data)
        digest = base64.urlsafe_b64encode(hashlib.sha256(data).digest()).rstrip(b'=').decode()
        record.append(f'{name},sha256={digest},{len(data)}')
    record.append(job['record'] + ',,')
    wheel.writestr(job['record'], '\\n'.join(record) + '\\n')
`;

/**
 * Writes a wheel with exactly these files: layouts that no build backend makes on request.
 *
 * @returns its path
 */
export function makeWheel(folder: string, wheel: WheelContents): string {
  const [name = '', version = '', python = '', abi = '', platform = ''] = wheel.stem.split('-');
  const info = `${name}-${version}.dist-info`;
  const tags = python
    .split('.')
    .flatMap((one) => platform.split('.').map((place) => `Tag: ${one}-${abi}-${place}`));
  const metadata = [
    ...['Metadata-Version: 2.1', `Name: ${name}`, `Version: ${version}`],
    `Requires-Python: ${wheel.requiresPython ?? '>=3.8'}`,
    ...(wheel.requires ?? []).map((one) => `Requires-Dist: ${one}`),
  ];
  const files: Record<string, string | Uint8Array> = {
    ...wheel.files,
    [`${info}/METADATA`]: `${metadata.join('\n')}\n`,
    [`${info}/WHEEL`]: `Wheel-Version: 1.0\nGenerator: test\nRoot-Is-Purelib: false\n${tags.join('\n')}\n`,
  };
  const path = join(folder, `${wheel.stem}.whl`);
  const encoded = Object.entries(files).map(([file, data]) => [
    file,
    Buffer.from(data).toString('base64'),
  ]);
  execFileSync('python3', ['-c', WRITER], {
    input: JSON.stringify({
      path,
      files: Object.fromEntries(encoded),
      record: `${info}/RECORD`,
    }),
  });
  return path;
}

/**
 * Compiles C to the bytes of an extension file.
 *
 * @param include folders of headers: Python's, and NumPy's where it is used
 * @param compiler this machine's, or one for another
 * @param more what the linker is told besides
 */
export function compileModule(
  source: string,
  include: readonly string[],
  compiler = 'cc',
  more: readonly string[] = [],
): Uint8Array {
  const folder = mkdtempSync(join(tmpdir(), 'numpy-abi-matrix-cc-'));
  try {
    writeFileSync(join(folder, 'm.c'), source);
    const flags = ['-shared', '-fPIC', '-O1', ...include.map((one) => `-I${one}`)];
    execFileSync(compiler, [...flags, '-o', join(folder, 'm.so'), join(folder, 'm.c'), ...more]);
    return new Uint8Array(readFileSync(join(folder, 'm.so')));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A module without NumPy; `init` are statements of its init function. */
export function plainModule(name: string, include: readonly string[], init = ''): Uint8Array {
  return compileModule(cModule({ name, init }), include);
}

/** Where the headers of one Python are. */
export function pythonInclude(python: string): string {
  const code = 'import sysconfig; print(sysconfig.get_path("include"))';
  return execFileSync(python, ['-c', code], { encoding: 'utf8' }).trim();
}
