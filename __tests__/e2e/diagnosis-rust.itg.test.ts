import { join } from 'node:path';
import { expect, it } from '@jest/globals';
import { check, verdicts } from '../support/check.ts';
import { need } from '../support/need.ts';
import { rustProject } from '../support/projects/generated.ts';
import { testCache } from '../support/test-cache.ts';

need('cargo', 'https://rustup.rs')('PyO3 with rust-numpy', () => {
  it.each([
    ['0.21', 'latent-np1'],
    ['0.22', 'ok'],
  ])('rust-numpy %s on NumPy 2: %s', async (version, expected) => {
    const target = join(testCache(), `cargo-${version}`);
    const checked = await check(rustProject(version), ['1.26.4', '2.2.6'], [], {
      CARGO_TARGET_DIR: target,
    });
    expect(verdicts(checked, '1.26.4')).toEqual({ _core: 'ok' });
    expect(verdicts(checked, '2.2.6')).toEqual({ _core: expected });
  });
});
