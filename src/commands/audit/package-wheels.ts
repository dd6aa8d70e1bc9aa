import { wheelTargets } from '../../audit/wheel-targets.ts';
import type { IndexFile } from '../../packaging/index-project.ts';
import { listReleases } from '../../packaging/releases.ts';
import { allows } from '../../packaging/specifier.ts';
import type { IndexClient } from '../../provision/index/index-client.ts';
import { releaseOf } from './index-wheels.ts';
import { thisPlatform } from './this-platform.ts';
import type { WantedPackage } from './wanted-packages.ts';

/** What there is to read of a package. */
export type PackageWheels =
  | { readonly kind: 'wheels'; readonly version: string; readonly wheels: readonly IndexFile[] }
  /** The index has no such package or release. */
  | { readonly kind: 'unknown'; readonly reason: string; readonly remedy: string }
  /** There is such a release, with nothing in it that an audit reads. */
  | {
      readonly kind: 'nothing';
      readonly version: string;
      readonly reason: string;
      readonly remedy: string;
    };

/** The wheels with binaries of the newest release that a requirement allows. */
export async function packageWheels(
  { text, name, specifier }: Pick<WantedPackage, 'text' | 'name' | 'specifier'>,
  allPlatforms: boolean,
  index: Pick<IndexClient, 'fetchProject'>,
): Promise<PackageWheels> {
  const project = await index.fetchProject(name);
  const release = releaseOf(project, specifier);
  if (release === undefined) {
    const all = listReleases(project);
    const allowed = all.filter(({ version }) => specifier === '' || allows(specifier, version));
    const reason =
      all.length === 0
        ? `${name} is not on the package index in force`
        : allowed.length === 0
          ? `${name} has no release that ${specifier} allows; the newest is ${all.at(-1)?.version}`
          : `${text} has only pre-releases and withdrawn releases`;
    return { kind: 'unknown', reason, remedy: 'Check the name and the version' };
  }
  const { version, wheels } = release;
  const nothing = (reason: string, remedy: string): PackageWheels => ({
    kind: 'nothing',
    version,
    reason: `${name} ${version} ${reason}`,
    remedy,
  });
  if (wheels.length === 0)
    return nothing('has no wheel: only sources', 'Audit a wheel that you built of it');
  const compiled = wheels.filter(({ tags }) => tags.some((tag) => !tag.endsWith('-any')));
  if (compiled.length === 0) return nothing('is Python code alone', 'It needs no audit');
  if (allPlatforms) return { kind: 'wheels', version, wheels: compiled };
  const here = compiled.filter(({ tags }) =>
    wheelTargets({ tags }).some(({ platform }) => platform === thisPlatform()),
  );
  return here.length > 0
    ? { kind: 'wheels', version, wheels: here }
    : nothing(
        `has no wheel for this platform (${thisPlatform()})`,
        'Add --all-platforms to read those of the others',
      );
}
