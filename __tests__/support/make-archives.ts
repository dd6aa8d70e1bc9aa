import { execFile } from 'node:child_process';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';

const SCRIPT = `
import io, json, sys, tarfile, zipfile
target, kind, files = sys.argv[1], sys.argv[2], json.loads(sys.argv[3])
if kind == 'whl':
    with zipfile.ZipFile(target, 'w') as archive:
        for name, text in files.items():
            archive.writestr(name, text)
else:
    with tarfile.open(target, 'w:gz') as archive:
        for name, text in files.items():
            info = tarfile.TarInfo(name)
            info.size = len(text.encode())
            archive.addfile(info, io.BytesIO(text.encode()))
`;

async function make(target: string, kind: string, files: Record<string, string>): Promise<string> {
  await promisify(execFile)('python3', ['-c', SCRIPT, target, kind, JSON.stringify(files)]);
  return target;
}

/** A wheel without any module; it installs everywhere. */
export async function makeWheel(
  folder: string,
  name: string,
  version: string,
  requires: readonly string[] = [],
): Promise<string> {
  await mkdir(folder, { recursive: true });
  const info = `${name}-${version}.dist-info`;
  const lines = requires.map((one) => `Requires-Dist: ${one}\n`).join('');
  return make(join(folder, `${name}-${version}-py3-none-any.whl`), 'whl', {
    [`${name}/__init__.py`]: '',
    [`${info}/METADATA`]: `Metadata-Version: 2.1\nName: ${name}\nVersion: ${version}\n${lines}`,
    [`${info}/WHEEL`]: 'Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n',
    [`${info}/RECORD`]: [`${name}/__init__.py`, 'METADATA', 'WHEEL', 'RECORD']
      .map((file) => `${file.includes('/') ? file : `${info}/${file}`},,\n`)
      .join(''),
  });
}

/** A source distribution that needs a build to be installed. */
export async function makeSdist(folder: string, name: string, version: string): Promise<string> {
  await mkdir(folder, { recursive: true });
  const root = `${name}-${version}`;
  return make(join(folder, `${root}.tar.gz`), 'sdist', {
    [`${root}/PKG-INFO`]: `Metadata-Version: 2.1\nName: ${name}\nVersion: ${version}\n`,
    [`${root}/pyproject.toml`]: `[build-system]\nrequires = ["setuptools"]\n[project]\nname = "${name}"\nversion = "${version}"\n`,
  });
}
