import type { RequirementLine } from './requirement-lines.ts';
import type { Sources } from './sources.ts';

/** Where a release of pybind11 is named that a build takes instead of one from the index. */
const PLACES: readonly (readonly [file: RegExp, line: RegExp, place: string])[] = [
  [
    /(?:^|\/)pybind11\/detail\/common\.h$/,
    /^\s*#\s*define\s+PYBIND11_VERSION_M(?:AJOR|INOR)\b/,
    'the project’s own copy of pybind11',
  ],
  [
    /(?:^|\/)CMakeLists\.txt$|\.cmake$/,
    /^\s*(?:FetchContent_Declare|CPMAddPackage|ExternalProject_Add)\s*\(\s*(?:NAME\s+)?"?(?:gh:pybind\/)?pybind11\b/i,
    'the download that CMake makes',
  ],
  [/(?:^|\/)subprojects\/pybind11\.wrap$/, /^\s*directory\s*=/, 'the subproject of meson'],
];

/** The lines that say which pybind11 a project brings along; none where it brings none. */
export async function bundledPybind11(
  sources: Sources,
): Promise<readonly (RequirementLine & { readonly file: string })[]> {
  const found: (RequirementLine & { readonly file: string })[] = [];
  for (const file of await sources.list()) {
    const row = PLACES.find(([pattern]) => pattern.test(file));
    if (!row) continue;
    const lines = ((await sources.text(file)) ?? '').split(/\r?\n/);
    const line = lines.findIndex((text) => row[1].test(text)) + 1;
    if (line === 0) continue;
    found.push({ file, table: 'build', name: 'pybind11', line, endLine: line, place: row[2] });
  }
  return found;
}
