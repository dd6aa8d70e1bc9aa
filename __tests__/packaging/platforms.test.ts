import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from '@jest/globals';
import { platformNamed } from '../../src/packaging/platforms.ts';

it.each([
  ['linux-x86_64', 'linux'],
  ['linux', 'linux'],
  ['macos-arm64', 'macos'],
  ['darwin', 'macos'],
  ['windows-amd64', 'windows'],
  ['win-amd64', 'windows'],
  ['win32', 'windows'],
  ['freebsd', 'linux'],
  [null, 'linux'],
])('%s is %s', (name, system) => {
  expect(platformNamed(name).system).toBe(system);
});

it('what differs between systems is read from the table, but for host/', () => {
  const source = new URL('../../src/', import.meta.url).pathname;
  const asking = readdirSync(source, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !/^host[\\/]/.test(name))
    .filter((name) =>
      /\bprocess\.(?:platform|arch)\b/.test(readFileSync(join(source, name), 'utf8')),
    );
  expect(asking).toEqual([]);
});
