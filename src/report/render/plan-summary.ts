import {
  attribute,
  code,
  joinMarkdown,
  type Markdown,
  markdown,
  prose,
} from '../../escape/markdown.ts';
import type { Combination, ShownPlan } from '../../model/combination.ts';
import { compareNumpy } from '../../model/compare-numpy.ts';
import { comparePythons } from '../axes.ts';
import { foldUnrun } from '../exclusions.ts';
import { byPlatform, hasPlatforms } from '../platforms.ts';
import { type PlanContext, unrun } from './plan.ts';
import { countsOf } from './plan-line.ts';

/** Reasons named; the log has them all. */
const MOST_REASONS = 200;

/** The job summary of `mode: plan`: what would run, what not, and why. */
export function planSummary(plan: ShownPlan, context: PlanContext): Markdown {
  const name = [context.subject, context.version ?? ''].join(' ').trim();
  const declared = [
    `numpy${context.declaredNumpy ?? ' is not required'}`,
    `Python ${context.declaredPython || 'any'}`,
  ].join(', ');
  const parts = [
    markdown`### Plan for ${name}: ${countsOf(plan)}`,
    ...planTable(plan),
    markdown`**Declared:** ${code(declared)}`,
    ...reasonList(plan),
    ...plan.notices.map((notice) => markdown`> ${prose(notice)}`),
  ];
  return markdown`${joinMarkdown(parts, '\n\n')}\n`;
}

function planTable(plan: ShownPlan): readonly Markdown[] {
  const all = [...plan.planned, ...plan.excluded, ...plan.missing];
  if (!hasPlatforms(all)) return tableOf(plan, 'NumPy →');
  return byPlatform(all).flatMap(([platform]) => {
    const isHere = (one: Combination) => one.platform === platform;
    const own = {
      ...plan,
      planned: plan.planned.filter(isHere),
      excluded: plan.excluded.filter(isHere),
      missing: plan.missing.filter(isHere),
    };
    return tableOf(own, platform);
  });
}

function tableOf(plan: ShownPlan, corner: string): readonly Markdown[] {
  const shown = [...plan.planned, ...plan.missing];
  const cells: readonly Combination[] = shown.length > 0 ? shown : plan.excluded;
  if (cells.length === 0) return [];
  const pythons = [...new Set(cells.map((one) => one.python))].sort(comparePythons);
  const numpys = [...new Set(cells.map((one) => one.numpy))].sort(compareNumpy);
  const key = (python: string, numpy: string) => JSON.stringify([python, numpy]);
  const signs = new Map([
    ...plan.excluded.map((one) => [key(one.python, one.numpy), reasoned('–', one.reason)] as const),
    ...plan.missing.map(
      (one) => [key(one.python, one.numpy), reasoned('🚧', one.failure.message)] as const,
    ),
    ...plan.planned.map((one) => [key(one.python, one.numpy), markdown`▶️`] as const),
  ]);
  const head = [markdown`${corner}`, ...numpys.map((one) => markdown`${one}`)];
  const rows = pythons.map((python) => [
    markdown`**${python}**`,
    ...numpys.map((numpy) => signs.get(key(python, numpy)) ?? markdown` `),
  ]);
  const rule = head.map(() => markdown`:---`);
  const hidden = plan.excluded.filter(
    (one) => !pythons.includes(one.python) || !numpys.includes(one.numpy),
  ).length;
  const left =
    hidden > 0 ? ` · ${hidden} more excluded, in rows and columns where nothing runs` : '';
  const table = [head, rule, ...rows].map((row) => markdown`| ${joinMarkdown(row, ' | ')} |`);
  return [
    joinMarkdown(table, '\n'),
    markdown`<sub>▶️ would run · – excluded · 🚧 named, and cannot be had${left}</sub>`,
  ];
}

function reasoned(sign: string, reason: string): Markdown {
  return markdown`<span title="${attribute(reason.slice(0, 160))}">${sign}</span>`;
}

function reasonList(plan: ShownPlan): readonly Markdown[] {
  const cells = [
    ...plan.missing.map((one) => unrun(one, one.failure.message)),
    ...plan.excluded.map((one) => unrun(one, one.reason, one.cause)),
  ];
  const grid = [...plan.planned.map((one) => unrun(one, '')), ...cells];
  const rows = foldUnrun(cells, grid).map(
    ({ where, reason }) => markdown`- ${where}: ${prose(reason)}`,
  );
  if (rows.length === 0) return [];
  const list = joinMarkdown(rows.slice(0, MOST_REASONS), '\n');
  return [
    markdown`<details><summary>Not planned, and why (${rows.length})</summary>\n\n${list}\n\n</details>`,
  ];
}
