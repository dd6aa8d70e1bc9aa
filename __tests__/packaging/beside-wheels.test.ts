import { expect, it } from '@jest/globals';
import { isBesideWheels } from '../../src/packaging/beside-wheels.ts';

it.each([
  ['dist/p-1-py3-none-any.whl.asc', true],
  ['dist/p-1-py3-none-any.whl.publish.attestation', true],
  ['dist\\\\p-1.tar.gz.sigstore.json', true],
  ['p-1-py3-none-any.whl.metadata', true],
  ['SHA256SUMS', true],
  ['SHA256SUMS.asc', true],
  ['p-1.0_checksums.txt', true],
  ['md5sum.txt', true],
  ['p-1.cdx.json', true],
  ['multiple.intoto.jsonl', true],
  ['dist/p-1-py3-none-any.whl', false],
  ['p-1.tar.gz', false],
  ['requirements.txt', false],
  ['requirements-checksum.in', false],
  ['requirements-checksums.txt', false],
  ['requirements_parser-1.tar.gz.asc', true],
  ['sumsha256.txt', false],
  ['dist.whl.old/p-1-py3-none-any.whl', false],
])('isBesideWheels(%s) is %s', (path, expected) => {
  expect(isBesideWheels(path)).toBe(expected);
});
