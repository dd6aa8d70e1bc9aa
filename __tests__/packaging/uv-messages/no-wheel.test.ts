import { describe, expect, it } from '@jest/globals';
import {
  refusesNumpy,
  refusesPinnedNumpy,
  releaseWithoutWheel,
} from '../../../src/packaging/uv-messages/no-wheel.ts';

describe('what uv says of a release without a wheel', () => {
  it.each<[string, string | undefined]>([
    ['Because a==1.0 has no usable wheels and you require a', 'a==1.0'],
    ['hint: building `b==2.1` is disabled', 'b==2.1'],
    ['Building source distributions for `c-d` is disabled', 'c-d'],
    [
      'Because all versions of ligo-segments have no\n usable wheels and lalsuite==7.22 depends on',
      'ligo-segments',
    ],
    ['Because a==1 depends on numpy<2 and you require numpy==2.0.2', undefined],
  ])('%s', (text, release) => {
    expect(releaseWithoutWheel(text)).toBe(release);
  });

  it.each<[string, boolean, boolean]>([
    ['Because numpy==1.20.3 has no usable wheels', true, true],
    ['Because numpy==1.20.3 has no\n         usable wheels', true, false],
    ['numpy==1.20.3 cannot be used', true, false],
    ['Because numpy<1.21 has no usable wheels', false, true],
    ['Because scipy==1.5 has no usable wheels', false, false],
  ])('of NumPy: %s', (text, pinned, any) => {
    expect([refusesPinnedNumpy(text), refusesNumpy(text)]).toEqual([pinned, any]);
  });
});
