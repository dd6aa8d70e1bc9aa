import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

/**
 * Writes the measurements of `pythons` × `numpys` combinations with `modules` modules each, one file
 * for each Python: half of the combinations pass, half fail, made from a recorded run of a real package.
 *
 * @returns how many combinations, and bytes: of the files, of each of them packed, of all as one packed
 */
export async function writeMany(folder, sample, program, { pythons, numpys, modules }) {
  const { identified, measurementsJson, VERSION } = program;
  const labels = Array.from({ length: pythons }, (_, at) => `3.${at + 6}`);
  const old = Array.from({ length: Math.ceil(numpys / 2) }, (_, at) => `1.${at + 22}.0`);
  const others = Array.from({ length: Math.floor(numpys / 2) }, (_, at) => `2.${at}.0`);
  const grown = new Map(
    [sample.measurements[0], sample.measurements.at(-1)].map((one) => [one, copies(one, modules)]),
  );
  const [passed, failed] = grown.keys();
  const measurements = labels.flatMap((python) =>
    [...old, ...others].map((numpy) => {
      const one = numpy.startsWith('1.') ? passed : failed;
      return onOther(one, grown.get(one), python, numpy);
    }),
  );
  const plan = {
    ...identified(
      {
        ...sample.plan,
        planned: measurements.map(({ combination }) => combination),
        excluded: [],
        missing: [],
      },
      sample.subject,
      VERSION,
    ),
    shards: labels.length,
  };
  const document = { ...sample, tool: { ...sample.tool, version: VERSION }, plan, measurements };
  await mkdir(folder, { recursive: true });
  let plain = 0;
  let packed = 0;
  for (const [at, python] of labels.entries()) {
    const own = measurements.filter(({ combination }) => combination.python === python);
    const text = measurementsJson({ ...document, measurements: own });
    plain += Buffer.byteLength(text);
    packed += gzipSync(text).length;
    await writeFile(join(folder, `${at}.json`), text);
  }
  const whole = gzipSync(measurementsJson(document)).length;
  return { combinations: measurements.length, plain, packed, whole };
}

/** The modules of one package many times over: packages beside each other, with other names. */
function copies({ observed, files, filesOf }, modules) {
  const number = Math.ceil(modules / observed.length);
  const text = JSON.stringify({ observed, files, filesOf });
  const all = Array.from({ length: number }, (_, at) =>
    JSON.parse(text.replaceAll(/\bpandas(?=[./])/g, `pandas_${at}`)),
  );
  return {
    observed: all.flatMap((copy) => copy.observed).slice(0, modules),
    files: Object.assign({}, ...all.map((copy) => copy.files)),
    filesOf: Object.assign({}, ...all.map((copy) => copy.filesOf)),
  };
}

function onOther(measurement, { observed, files, filesOf }, python, numpy) {
  const id = `py${python}-np${numpy}`;
  const loaded = (observation) =>
    observation.numpy === null
      ? observation
      : { ...observation, numpy: { ...observation.numpy, version: numpy } };
  return {
    ...measurement,
    combination: { ...measurement.combination, id, python, numpy },
    files,
    filesOf,
    installed: { ...measurement.installed, numpy },
    observed: observed.map((one) => ({ ...one, observation: loaded(one.observation) })),
    hookFindings: measurement.hookFindings.map((one) => ({
      ...one,
      observation: loaded(one.observation),
    })),
  };
}
