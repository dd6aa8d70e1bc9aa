import type { Kind } from './rule.ts';
import { BUILD_RULES } from './rules/build.ts';
import { ELSEWHERE_KINDS } from './rules/elsewhere.ts';
import { FAILURE_RULES, INTEGRITY_RULES, QUIET_RULES } from './rules/index.ts';
import { SET_UP_KINDS } from './rules/set-up.ts';
import { swallowed } from './swallowed.ts';

interface Section {
  readonly title: string;
  readonly categories: readonly string[];
}

const SECTIONS: readonly Section[] = [
  { title: 'NumPy’s C ABI and C-API', categories: ['numpy-abi', 'latent'] },
  { title: 'NumPy’s Python names', categories: ['numpy-python-api'] },
  { title: 'Python’s ABI', categories: ['python-abi'] },
  { title: 'The loader', categories: ['loader'] },
  { title: 'Crashes, exits, time limits', categories: ['crash', 'exit', 'timeout'] },
  { title: 'Declared ranges', categories: ['metadata'] },
  { title: 'Configuration', categories: ['configuration'] },
  { title: 'Environment and installation', categories: ['environment'] },
  { title: 'Everything else', categories: ['unrelated', 'unclassified'] },
];

/** @returns every kind that a finding can have, each once */
export function allKinds(): readonly Kind[] {
  const rules: readonly Kind[] = [
    ...FAILURE_RULES,
    swallowed,
    ...QUIET_RULES,
    ...INTEGRITY_RULES,
    ...BUILD_RULES,
    ...SET_UP_KINDS,
    ...ELSEWHERE_KINDS,
  ];
  return [...new Map(rules.map((kind) => [kind.id, kind])).values()];
}

/** @returns the page docs/failures/README.md: a table of kinds for each section */
export function renderFailureDocs(): string {
  const kinds = allKinds();
  const parts = SECTIONS.flatMap(({ title, categories }) => {
    const own = kinds.filter((kind) => categories.includes(kind.category));
    return own.length > 0 ? [`## ${title}`, renderIndex(own)] : [];
  });
  return `${[HEAD, ...parts].join('\n\n')}\n`;
}

/** @returns the page of each kind in docs/failures, by its file name */
export function renderFailurePages(): Readonly<Record<string, string>> {
  return Object.fromEntries(allKinds().map((kind) => [`${kind.id}.md`, `${renderKind(kind)}\n`]));
}

const HEAD = `# Failures: what each kind means, and what to do

<!-- Generated from src/judge/diagnose/rules by \`npm run docs\`; do not edit. -->

Every finding has a \`kind\`, an id that stays the same between releases. A module that cannot be
imported is an error whatever its kind; the category says whose field the cause lies in. What fails
on every NumPy alike gets the category \`unrelated\`; what works below a NumPy and fails from it on
is NumPy’s, even when its text is silent.`;

function renderIndex(kinds: readonly Kind[]): string {
  const rows = kinds.map(
    ({ id, name, category, severity }) =>
      `| <a id="${id}"></a>[\`${id}\`](${id}.md) | ${cell(name)} | ${category} | ${severity} |`,
  );
  return ['| Kind | Meaning | Category | Severity |', '| --- | --- | --- | --- |', ...rows].join(
    '\n',
  );
}

function cell(text: string): string {
  return text.replaceAll('|', '\\|');
}

function renderKind(kind: Kind): string {
  const links = kind.links.map((link) => `- <${link}>`).join('\n');
  return [
    `# \`${kind.id}\`: ${kind.name}`,
    '<!-- Generated from src/judge/diagnose/rules by `npm run docs`; do not edit. -->',
    `*${kind.category}, ${kind.severity}* · [all kinds](README.md#${kind.id})`,
    '## What it means',
    kind.means,
    '## What to do',
    kind.remedy,
    ...(links ? ['## More', links] : []),
  ].join('\n\n');
}
