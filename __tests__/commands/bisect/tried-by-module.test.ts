import { expect, test } from '@jest/globals';
import { triedByModule } from '../../../src/commands/bisect/tried-by-module.ts';
import { SMOKE } from '../../../src/model/result.ts';
import { recorded } from '../../support/recorded.ts';

test('bisect judges with the options of the run: what smoke code prints, where it is compared', () => {
  const run = recorded('compare-differs');
  const smokeOf = (tolerance: number | null) =>
    [...triedByModule({ ...run, settings: { ...run.settings, tolerance } }).values()].flatMap(
      (byNumpy) => [...byNumpy.values()].flatMap((modules) => modules.get(SMOKE) ?? []),
    );
  expect(run.settings.tolerance).not.toBeNull();
  expect(smokeOf(run.settings.tolerance)).toContain('failed');
  expect(smokeOf(run.settings.tolerance)).toContain('passed');
  expect(smokeOf(null)).not.toContain('failed');
});
