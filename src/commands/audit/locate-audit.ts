import { isAbsolute, join, relative, resolve } from 'node:path';
import { repositoryRoot } from '../../host/repository-root.ts';
import { together } from '../../host/together.ts';
import { locateFinding } from '../../judge/locate/locate-finding.ts';
import { locateRequirement } from '../../judge/locate/locate-requirement.ts';
import { repositorySources, type Sources } from '../../judge/locate/sources.ts';
import type { NotRead } from '../../model/audit.ts';
import type { Finding, Location } from '../../model/finding.ts';
import type { RequirementTable } from '../../model/look.ts';
import type { Files } from '../../model/ports.ts';
import { readProjectMetadata } from '../../packaging/pyproject/project-metadata.ts';
import { tomlPositions } from '../../packaging/pyproject/toml-positions.ts';
import { normaliseName } from '../../packaging/requirement-name.ts';

const ANYWHERE: readonly RequirementTable[] = ['runtime', 'optional', 'build', 'lock'];

/**
 * Gives each finding of an audit the line to change, where the repository around the working
 * directory has one: of the project that is there what `check` would point at, of every other
 * package the requirement that asks for it.
 *
 * @param findings places in them are relative to `cwd`; those returned to the repository's top
 * @param listed where the list of packages that was given names them, relative to `cwd`
 */
export async function locateAudit(
  findings: readonly Finding[],
  cwd: string,
  files: Files,
  listed: ReadonlyMap<string, Location>,
): Promise<readonly Finding[]> {
  if (findings.length === 0) return findings;
  const root = await repositoryRoot(cwd);
  const sources = repositorySources(files, root, cwd);
  const own = await projectName(cwd, files);
  return together(
    findings.map(async (finding) => {
      const known = finding.location ?? listed.get(finding.culprit.distribution ?? '');
      const location = known ? fromTheTop(known, cwd, root) : await locate(finding, own, sources);
      return { ...finding, location };
    }),
  );
}

/** @param unread places in it are relative to `cwd`; those returned to the repository's top */
export async function placeUnread(
  unread: readonly NotRead[],
  cwd: string,
): Promise<readonly NotRead[]> {
  if (unread.every(({ place }) => place === null)) return unread;
  const root = await repositoryRoot(cwd);
  return unread.map(({ text, place }) => ({
    text,
    place: place === null ? null : fromTheTop(place, cwd, root),
  }));
}

async function locate(
  finding: Finding,
  own: string | null,
  sources: Sources,
): Promise<Location | null> {
  const { distribution } = finding.culprit;
  if (distribution === null || finding.kind === 'bad-wheel') return null;
  if (distribution === own) return locateFinding(finding, finding.modules, sources);
  // Nothing else of the repository has to do with a package that it does not ask for.
  return locateRequirement([distribution], ANYWHERE, sources);
}

function fromTheTop({ file, ...lines }: Location, cwd: string, root: string): Location | null {
  const path = relative(root, resolve(cwd, file)).replaceAll('\\', '/');
  return path.startsWith('..') || isAbsolute(path) ? null : { file: path, ...lines };
}

/** Normalised; null where no project is, or only a build tells what it is called. */
async function projectName(folder: string, files: Files): Promise<string | null> {
  const text = async (name: string) => (await files.readText(join(folder, name))) ?? null;
  const [pyproject, setupPy] = [await text('pyproject.toml'), await text('setup.py')];
  const setupCfg = await text('setup.cfg');
  const { name } = readProjectMetadata({ pyproject, setupCfg, hasSetupPy: setupPy !== null });
  const said = name ?? poetryName(pyproject ?? '') ?? NAME_ARGUMENT.exec(setupPy ?? '')?.[1];
  return said === undefined || said === null ? null : normaliseName(said);
}

/** An argument of `setup()` that is written out. */
const NAME_ARGUMENT = /(?:^|[\s(,])name\s*=\s*['"]([\w.-]+)['"]/m;

function poetryName(pyproject: string): string | null {
  const found = tomlPositions(pyproject).find(({ path }) => path.join('.') === 'tool.poetry.name');
  return found?.value ?? null;
}
