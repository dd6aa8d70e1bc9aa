import { code, joinMarkdown, type Markdown, markdown, prose } from '../../escape/markdown.ts';
import { plural } from '../../escape/plural.ts';
import type { AuditLine, AuditRow } from '../../model/audit.ts';
import type { Finding } from '../../model/finding.ts';
import { groupBy } from '../../model/group-by.ts';
import { addCounts, auditVerdict, countsOf, NO_COUNTS } from '../audit-counts.ts';

const HEAD = [
  markdown`| package | release | wheels | Pythons | platforms | by their bytes | declared | |`,
  markdown`| --- | --- | ---: | --- | --- | --- | --- | --- |`,
];

/**
 * The page about many packages: which NumPy the newest wheels of each need, what they declare, and
 * where the two disagree. Wheels that are alike are one row.
 *
 * @param lines in the order in which they are shown
 * @param missing packages without any result
 * @param command what wrote it
 */
export function readinessPage(
  lines: readonly AuditLine[],
  missing: readonly string[],
  command: string,
): Markdown {
  const audited = lines.filter(({ state }) => state === 'audited');
  const days = [...new Set(lines.map(({ read }) => read.slice(0, 10)))].sort();
  const counts = audited.map(countsOf).reduce(addCounts, NO_COUNTS);
  const red = audited.filter(({ findings }) => findings.length > 0);
  const others = lines.filter(({ state }) => state !== 'audited');
  const unread = audited.flatMap((one) => one.unread.map((why) => `${one.name}: ${why}`));
  return joinMarkdown(
    [
      markdown`# What the wheels of much-used packages need of NumPy`,
      markdown``,
      markdown`Written by ${code(command)} on ${days.join(' and ')} from [a list of names](readiness-packages.txt): the newest`,
      markdown`release of each, its wheels for all platforms, read from the package index without running`,
      markdown`anything. ${plural(audited.length, 'package')}; ${auditVerdict(counts)}.`,
      markdown``,
      ...LEGEND,
      markdown``,
      ...HEAD,
      ...audited.flatMap(rowsOf),
      ...ending(`Where the two disagree (${plural(red.length, 'package')})`, red.flatMap(sections)),
      ...ending(
        'Not read',
        [
          ...others.map(({ reason }) => reason ?? ''),
          ...unread,
          ...missing.map((name) => `${name}: not yet`),
        ].map((why) => markdown`- ${why}`),
      ),
      markdown``,
    ],
    '\n',
  );
}

/** What the columns mean. */
const LEGEND = [
  markdown`*By their bytes*: the NumPys that all modules of a wheel accept; \`lazily 1.x\` and \`any\`: modules that fetch`,
  markdown`NumPy’s C-API at their first call, for NumPy 1’s memory layout or for both; \`unknown\`: how many tell`,
  markdown`nothing (Cython’s size checks alone). *Declared*: the metadata, for the wheels’ own Pythons.`,
];

function ending(title: string, parts: readonly Markdown[]): readonly Markdown[] {
  return parts.length === 0 ? [] : [markdown``, markdown`## ${title}`, markdown``, ...parts];
}

/** Wheels that need and declare the same, in one row. */
function rowsOf({ name, version, wheels }: AuditLine): readonly Markdown[] {
  const groups = groupBy(
    wheels.filter(({ judged }) => judged === 'everywhere'),
    ({ needs, declared, kinds }) => JSON.stringify([needs, declared, kinds]),
  );
  const nowhere = wheels.filter(({ judged }) => judged === 'nowhere').length;
  const rows = [...groups.values()].map((group, at) => {
    const [first] = group;
    const release = at === 0 ? [prose(name), prose(version ?? '')] : [markdown``, markdown``];
    return row([
      ...release,
      markdown`${group.length}`,
      markdown`${pythonsOf(group)}`,
      markdown`${platformsOf(group)}`,
      code(first?.needs ?? ''),
      code(first?.declared ?? ''),
      markdown`${first?.kinds.join(', ') ?? ''}`,
    ]);
  });
  const rest = row([
    ...(rows.length === 0 ? [prose(name), prose(version ?? '')] : [markdown``, markdown``]),
    markdown`${nowhere}`,
    ...[markdown``, markdown`others`, markdown``, markdown``, markdown`not judged`],
  ]);
  return nowhere > 0 ? [...rows, rest] : rows;
}

function row(cells: readonly Markdown[]): Markdown {
  return markdown`| ${joinMarkdown(cells, ' | ')} |`;
}

/** `3.11–3.14, 3.13t, pypy3.11`. */
function pythonsOf(group: readonly AuditRow[]): string {
  const all = [...new Set(group.flatMap(({ pythons }) => pythons))];
  const usual = minorsOf(all.filter((one) => /^3\.\d+$/.test(one)));
  const threaded = minorsOf(all.filter((one) => one.endsWith('t')).map((one) => one.slice(0, -1)));
  const pypy = all.filter((one) => one.startsWith('pypy')).sort();
  return [
    ...spans(usual),
    ...spans(threaded).map((one) => `${one} free-threaded`),
    ...pypy.map((one) => one.replace('pypy', 'PyPy ')),
  ].join(', ');
}

function minorsOf(labels: readonly string[]): readonly number[] {
  return labels.map((one) => Number(one.slice(2))).sort((a, b) => a - b);
}

function spans(minors: readonly number[]): readonly string[] {
  const found: [number, number][] = [];
  for (const minor of minors) {
    const last = found.at(-1);
    if (last !== undefined && minor === last[1] + 1) last[1] = minor;
    else found.push([minor, minor]);
  }
  return found.map(([from, to]) => (from === to ? `3.${from}` : `3.${from}–3.${to}`));
}

const SYSTEMS = [
  ['linux', 'Linux'],
  ['musllinux', 'musl Linux'],
  ['macos', 'macOS'],
  ['windows', 'Windows'],
] as const;

/** `Linux, macOS`, whatever the machines. */
function platformsOf(group: readonly AuditRow[]): string {
  const all = group.flatMap(({ platforms }) => platforms);
  return SYSTEMS.filter(([key]) => all.some((one) => one.startsWith(`${key}-`)))
    .map(([, shown]) => shown)
    .join(', ');
}

function sections({ name, version, findings }: AuditLine): readonly Markdown[] {
  return [
    markdown`**${name} ${version ?? ''}**`,
    markdown``,
    ...findings.map((one) => finding(one)),
    markdown``,
  ];
}

function finding({ kind, severity, title, explanation, fix, facts }: Finding): Markdown {
  const count = Array.isArray(facts['wheels']) ? facts['wheels'].length : 0;
  const wheels = count > 0 ? `, ${plural(count, 'wheel')}` : '';
  return markdown`- ${prose(title)} (${severity}, [${kind}](failures/${kind}.md)${wheels}). ${prose(explanation)} ${prose(fix)}`;
}
