import { explainLog } from '../../../src/judge/explain-log/explain.ts';
import { missingBuildRequirement } from '../../../src/judge/set-up/missing-build-requirement.ts';

async function told(text: string): Promise<string> {
  const { findings } = await explainLog(
    (async function* () {
      yield new TextEncoder().encode(`${text}\n`);
    })(),
  );
  return JSON.stringify(findings);
}

it.each([
  ['a sentence that begins with any word', 'RuntimeError: Plotting requires numpy>=1.20 or later'],
  ['a symbol of others', "/usr/bin/ld: x.o: undefined reference to `cl_ArrayAPI'"],
])('%s names no package and no table of NumPy', async (_what, text) => {
  expect(await told(text)).not.toMatch(/"plotting"|C-API table|NumPy’s C-API/);
});

it.each([
  ['a package that speaks of itself', 'RuntimeError: sparse requires numpy>=2.0', /"sparse"/],
  ['NumPy’s table', "/usr/bin/ld: x.o: undefined reference to `PyArray_API'", /PyArray_API/],
  [
    'one of the project’s own',
    "/usr/bin/ld: x.o: undefined reference to `my_ARRAY_API'",
    /my_ARRAY_API/,
  ],
])('%s is named', async (_what, text, expected) => {
  expect(await told(text)).toMatch(expected);
});

const LOST = 'error: Cannot find implementation or library stub for module named';
it.each([
  [
    `mypkg/a.py:1: ${LOST} "mypkg._version"`,
    /the project’s own `mypkg\._version` is not there yet/,
  ],
  [`src/mypkg/a.py:1: ${LOST} "mypkg._version"`, /the project’s own/],
  [`src/mypkg/a.py:1: ${LOST} "attr"`, /ask for `attrs`/],
])('%s', (text, expected) => {
  expect(missingBuildRequirement(text)).toMatch(expected);
});

const ITSELF = (why: string) => `Traceback (most recent call last):
  File "/v/lib/python3.11/site-packages/numpy/_core/multiarray.py", line 11, in <module>
    from . import _multiarray_umath
ImportError: ${why}
`;
it('knows Accelerate’s names with 64-bit integers for those of a newer macOS', async () => {
  const text = ITSELF(
    "dlopen(/v/lib/python3.11/site-packages/numpy/_core/_multiarray_umath.cpython-311-darwin.so, 0x0002): symbol not found in flat namespace '_cblas_caxpy$NEWLAPACK$ILP64'",
  );
  expect(await told(text)).toContain('built for a newer macOS');
});

it('says one and the same of a library in a conda environment', async () => {
  const text = ITSELF(
    "/opt/conda/envs/j/lib/julia/libstdc++.so.6: version `GLIBCXX_3.4.30' not found (required by /v/lib/python3.11/site-packages/numpy/_core/_multiarray_umath.cpython-311-x86_64-linux-gnu.so)",
  );
  expect(await told(text)).not.toContain('Julia');
});
