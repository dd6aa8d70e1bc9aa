import { describe, expect, it } from '@jest/globals';
import { readResolvedSet } from '../../../src/measure/reuse/resolved-set.ts';

const NUMPY = 'numpy==2.0.2 \\\n    --hash=sha256:b \\\n    --hash=sha256:a\n';
const OWN = new Map([['my_pkg-1.0-cp311-cp311-linux_x86_64.whl', 'f00']]);
const own = (folder: string) =>
  `my-pkg @ file://${folder}/my_pkg-1.0-cp311-cp311-linux_x86_64.whl \\\n    --hash=sha256:f00\n`;

describe('readResolvedSet()', () => {
  it('reads versions and hashes', () => {
    const set = readResolvedSet(
      `# a comment\n--index-url https://user:password@host\n${NUMPY}`,
      OWN,
    );
    expect(set?.text).toBe('numpy 2.0.2 sha256:a sha256:b');
    expect(set?.versions).toEqual(new Map([['numpy', '2.0.2']]));
  });

  it('is the same whatever order they come in, and wherever our own wheel lies', () => {
    const one = readResolvedSet(NUMPY + own('/tmp/a'), OWN);
    const other = readResolvedSet(own('/tmp/b') + NUMPY, OWN);
    expect(one?.text).toBe(other?.text);
    expect(one?.versions.get('my-pkg')).toBeNull();
  });

  it('is another where a file under the same version is', () => {
    expect(readResolvedSet(NUMPY.replace('sha256:b', 'sha256:c'), OWN)?.text).not.toBe(
      readResolvedSet(NUMPY, OWN)?.text,
    );
  });

  it.each([
    ['no hash', 'numpy==2.0.2\n'],
    ['an editable folder', '-e file:///src/dep\n'],
    ['a folder', 'dep @ file:///src/dep\n'],
    ['a file without a hash', 'dep @ file:///w/dep-1-py3-none-any.whl\n'],
  ])('knows nothing where there is %s', (_, line) => {
    expect(readResolvedSet(NUMPY + line, OWN)).toBeUndefined();
  });
});
