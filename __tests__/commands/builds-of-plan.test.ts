import { expect, it } from '@jest/globals';
import { buildsOfPlan } from '../../src/commands/plan.ts';
import type { PlanFile } from '../../src/model/plan-file.ts';
import { recorded } from '../support/recorded.ts';

const { plan, subject, tool } = recorded('healthy');

it.each([
  ['project', new Set(plan.planned.map(({ python }) => python)).size],
  ['packages', 0],
  ['wheels', 0],
] as const)('of %s there is a build for each Python of a project alone', (kind, count) => {
  const named = { ...subject, kind };
  const file: PlanFile = {
    ...{ schema: 1, document: 'plan', tool, subject: named, plan },
    ...{ runners: {}, pinned: {} },
  };
  const builds = buildsOfPlan(file);
  expect([builds.file.plan.planned.length, builds.parts.length]).toEqual([count, count]);
});
