import {
  boolean,
  by,
  list,
  maybeText,
  number,
  object,
  oneOf,
  orNull,
  text,
} from './schema-words.ts';

/** The JSON schema of a measurements file, references resolved (docs/measurements.schema.json). */
const combination = {
  id: text,
  python: text,
  numpy: text,
  platform: text,
} as const;

const measuredCombination = object({
  ...combination,
  interpreter: object({
    version: text,
    implementation: text,
    freeThreaded: boolean,
    platform: text,
    markers: by(text),
  }),
});

const capi = object({ era: text, target: maybeText, also: list(text) });
const facts = object({
  format: text,
  machines: list(text),
  initNames: list(text),
  capi,
  needed: list(text),
});
const owner = object({
  distribution: text,
  version: text,
  module: maybeText,
  file: text,
  role: oneOf('subject', 'dependency'),
});
const frame = object({ file: text, line: number, function: text });
const exception = object({
  type: text,
  message: text,
  link: oneOf('first', 'cause', 'context'),
  frames: list(frame),
  name: maybeText,
  path: maybeText,
});
const observation = object(
  {
    outcome: object({
      kind: oneOf('imported', 'raised', 'signalled', 'exited', 'timed-out', 'not-run'),
    }),
    phase: oneOf('start', 'parents', 'import', 'call', 'exit'),
    step: maybeText,
    exceptions: list(exception),
    stdout: text,
    stderr: text,
    events: list(object({ event: oneOf('begin', 'end', 'fail'), module: text, file: text })),
    culpritFile: maybeText,
    oldApi: list(object({ attribute: text, file: maybeText, module: maybeText })),
    numpy: orNull(object({ version: text, file: text })),
    standIn: object({ what: text, version: maybeText, by: maybeText, module: maybeText }),
    disagreement: list(text),
    confirmed: boolean,
  },
  ['standIn'],
);
const module = object({
  name: text,
  distribution: text,
  version: text,
  file: text,
  path: text,
  wheel: maybeText,
  role: oneOf('subject', 'dependency'),
  facts,
  proof: text,
});
const state = object({ kind: oneOf('ran', 'excluded', 'skipped', 'error') });
const notTested = list(object({ what: text, reason: text, kind: oneOf('left-out') }, ['kind']));

const measurement = object(
  {
    combination: measuredCombination,
    state,
    buildNumpy: maybeText,
    buildPython: maybeText,
    wheels: list(object({ file: text, sha256: text })),
    leftOut: list(text),
    processes: number,
    seconds: number,
    observed: list(object({ module, observation })),
    hookFindings: list(object({ file: text, module: maybeText, observation })),
    smoke: orNull(object({ observation, output: text, again: maybeText })),
    files: by(
      object({
        owner: orNull(owner),
        facts: orNull(facts),
      }),
    ),
    filesOf: by(list(text)),
    installed: by(text),
    notTested,
    reused: object({ at: text }),
    tried: { const: true },
  },
  ['reused', 'tried'],
);

/** One measurement alone, as it is kept between runs. */
export const MEASUREMENT_SCHEMA = measurement;

/** A reader's schema: what is not said here may be there, too. */
export const MEASUREMENTS_SCHEMA = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  title: 'numpy-abi-matrix measurements',
  description:
    'What a run, or a shard of one, measured. In the file, what repeats stands once in the list "shared", and {"$shared": n} stands for its n-th entry; this schema describes the document with those put back.',
  ...object(
    {
      schema: { const: 1 },
      document: { const: 'measurements' },
      tool: object({ name: text, version: text }),
      subject: object({
        kind: oneOf('project', 'wheels', 'packages'),
        name: text,
        version: maybeText,
        facts: list(
          object({ name: text, version: maybeText, requiresPython: maybeText, extras: list(text) }),
        ),
        folder: maybeText,
        commit: maybeText,
      }),
      plan: object(
        {
          id: text,
          planned: list(measuredCombination),
          excluded: list(object({ ...combination, reason: text })),
          missing: list(
            object({ ...combination, failure: object({ setUp: text, message: text }) }),
          ),
          notices: list(text),
          shards: number,
          buildOnce: { const: true },
          expected: object({
            build: { type: ['number', 'null'] },
            usual: number,
            combinations: by(number),
          }),
          besides: list(text),
        },
        ['shards', 'buildOnce', 'expected', 'besides'],
      ),
      settings: object({
        knownFailures: list(object({ text })),
        tolerance: { type: ['number', 'null'] },
        smokeFile: maybeText,
        failOn: oneOf('error', 'warning', 'never'),
        allowEmpty: boolean,
      }),
      asked: list(text),
      looked: by(text),
      numpy: list(object({ name: text, releases: list(text), installable: boolean })),
      pythons: list(text),
      sources: object(
        {
          uninitialised: by(text),
          emptyTables: by(
            object(
              {
                how: oneOf('apart', 'other-symbol', 'too-late', 'late', 'ufunc'),
                file: text,
                line: number,
                called: text,
                filledIn: text,
                within: maybeText,
                listed: boolean,
              },
              ['listed'],
            ),
          ),
          extensions: list(object({ file: text, line: number, what: text })),
          defined: list(
            object({ module: text, file: text, line: number, isForSome: boolean }, ['isForSome']),
          ),
        },
        ['emptyTables', 'defined'],
      ),
      measurements: list(measurement),
      bisected: list(
        object({ python: text, modules: list(text), lastPassing: text, firstFailing: text }),
      ),
      advice: list(
        object({
          distribution: text,
          version: text,
          python: text,
          search: object({ kind: oneOf('found', 'none', 'unknown') }),
        }),
      ),
      notices: list(text),
      notTested,
      seconds: by(number),
    },
    ['asked', 'looked'],
  ),
};
