import { describe, expect, it } from '@jest/globals';
import type { MeasuredPlan } from '../../src/model/measurements.ts';
import { joinPlans, type PlatformPlan } from '../../src/plan/join-plans.ts';

const planOn = (
  platform: string,
  numpy: string,
  notices: readonly string[] = [],
): MeasuredPlan => ({
  id: platform,
  planned: [
    {
      id: `py3.12-np${numpy}`,
      python: '3.12',
      numpy,
      platform,
      interpreter: {
        version: '3.12.1',
        implementation: 'cpython',
        freeThreaded: false,
        platform,
        markers: {},
      },
    },
  ],
  excluded: [{ id: 'py3.8-np2.0', python: '3.8', numpy: '2.0', platform, reason: 'r', cause: 'r' }],
  missing: [],
  notices,
});
const on = (platform: string, runner: string | null = null, numpy = '2.0.2'): PlatformPlan => ({
  plan: planOn(platform, numpy),
  runner,
});
const idsOf = (plans: readonly PlatformPlan[]) => {
  const joined = joinPlans(plans);
  return joined.kind === 'joined' ? joined.plan.planned.map(({ id }) => id) : joined;
};

describe('joinPlans()', () => {
  it('keeps the ids of a single platform', () => {
    expect(idsOf([on('linux-x86_64')])).toEqual(['py3.12-np2.0.2']);
  });

  it('names the platforms of several, in whatever order they come', () => {
    const plans = [on('windows-amd64'), on('linux-x86_64')];
    expect(idsOf(plans)).toEqual(['py3.12-np2.0.2-linux-x86_64', 'py3.12-np2.0.2-windows-amd64']);
    expect(idsOf(plans.toReversed())).toEqual(idsOf(plans));
  });

  it('tells two machines of one platform apart by what they are called', () => {
    const [old, young] = [on('linux-x86_64', 'ubuntu-22.04'), on('linux-x86_64', 'ubuntu-24.04')];
    expect(idsOf([old, young])).toEqual([
      'py3.12-np2.0.2-linux-x86_64@ubuntu-22.04',
      'py3.12-np2.0.2-linux-x86_64@ubuntu-24.04',
    ]);
  });

  it.each([
    ['without a name', [on('linux-x86_64'), on('linux-x86_64', 'a')]],
    ['of one name', [on('linux-x86_64', 'a'), on('linux-x86_64', 'a')]],
  ])('refuses two machines of one platform %s', (_, plans) => {
    expect(joinPlans(plans)).toEqual({
      kind: 'twice',
      platform: expect.stringContaining('linux-x86_64'),
    });
  });

  it('says of a notice which platform it is about, where it is not about all', () => {
    const plans = [
      { plan: planOn('linux-x86_64', '2.0.2', ['both', 'one']), runner: null },
      { plan: planOn('macos-arm64', '2.0.2', ['both']), runner: null },
    ];
    const joined = joinPlans(plans);
    expect(joined.kind === 'joined' && joined.plan.notices).toEqual(['both', 'linux-x86_64: one']);
  });
});
