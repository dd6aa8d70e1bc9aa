import {
  boolean,
  by,
  count,
  integer,
  list,
  maybeText,
  number,
  object,
  oneOf,
  orNull,
  text,
} from '../model/json/schema-words.ts';

const line = { type: 'integer', minimum: 1 } as const;
const location = object({ file: text, line, endLine: line }, ['endLine']);
const severity = oneOf('error', 'warning', 'note', 'none');
const category = oneOf(
  ...['numpy-abi', 'numpy-python-api', 'python-abi', 'loader', 'crash', 'timeout', 'exit'],
  ...['environment', 'unrelated', 'latent', 'metadata', 'configuration', 'unclassified'],
);
const era = oneOf('none', '1.x', '2.x', 'lazy-1.x', 'lazy-2.x', 'cython-sizes', 'unknown');

const subject = object(
  {
    kind: oneOf('project', 'wheels', 'packages'),
    name: text,
    version: maybeText,
    declaredNumpy: maybeText,
    declaredPython: maybeText,
  },
  ['declaredPython'],
);

const contradiction = object({
  module: text,
  predicted: oneOf('imports', 'refused'),
  seen: oneOf('imports', 'refused'),
});

const combination = object(
  {
    id: text,
    python: text,
    numpy: text,
    platform: text,
    buildNumpy: maybeText,
    processes: count,
    status: oneOf('planned', 'passed', 'failed', 'excluded', 'error', 'skipped'),
    reason: maybeText,
    seconds: { type: 'number', minimum: 0 },
    label: text,
    buildPython: maybeText,
    setUp: maybeText,
    smokeOutput: maybeText,
    verdict: oneOf(
      ...['proven', 'warned', 'doubtful', 'known', 'failed', 'empty'],
      ...['not-set-up', 'skipped', 'excluded'],
    ),
    cause: text,
    loadedNumpy: maybeText,
    location,
    predicted: object({
      imports: count,
      refused: count,
      undecided: count,
      contradictions: list(contradiction),
    }),
    reused: text,
  },
  [
    ...['seconds', 'label', 'buildPython', 'setUp', 'smokeOutput', 'verdict', 'cause'],
    ...['loadedNumpy', 'location', 'predicted', 'reused'],
  ],
);

const module = object(
  {
    name: text,
    distribution: text,
    version: text,
    file: text,
    wheel: maybeText,
    pythons: list(text),
    capi: object({ era, target: maybeText, also: list(era) }),
    binary: object({
      format: oneOf('elf', 'pe', 'macho', 'wasm', 'unknown'),
      machines: list(text),
      generators: list(object({ name: text, version: maybeText })),
      needed: list(text),
    }),
  },
  ['wheel', 'pythons', 'binary'],
);

const outcome = object(
  {
    kind: oneOf('imported', 'raised', 'signalled', 'exited', 'timed-out', 'not-run'),
    signal: text,
    code: integer,
    seconds: number,
    reason: text,
  },
  ['signal', 'code', 'seconds', 'reason'],
);

const result = object(
  {
    combination: text,
    module: text,
    outcome,
    diagnosis: maybeText,
    category: orNull(category),
    severity,
    file: maybeText,
    evidence: count,
    gilEnabledBy: list(text),
    known: { const: true },
    loadedAs: text,
    peakBytes: count,
    seconds: { type: 'number', minimum: 0 },
  },
  ['file', 'evidence', 'gilEnabledBy', 'known', 'loadedAs', 'peakBytes', 'seconds'],
);

const finding = object(
  {
    kind: text,
    category,
    severity,
    title: text,
    explanation: text,
    fix: text,
    culprit: object({
      distribution: maybeText,
      version: maybeText,
      module: maybeText,
      file: maybeText,
    }),
    location: orNull(location),
    modules: list(text),
    combinations: list(text),
    fault: oneOf('own', 'dependency', 'environment', 'unknown'),
    inner: maybeText,
    evidence: list(text),
    hints: { type: 'object' },
    documentation: text,
    facts: { type: 'object' },
  },
  ['fault', 'inner', 'evidence', 'hints', 'documentation', 'facts'],
);

const evidence = object({
  phase: oneOf('start', 'parents', 'import', 'call', 'exit'),
  step: maybeText,
  exceptions: list(
    object({
      type: text,
      message: text,
      link: oneOf('first', 'cause', 'context'),
      frames: list(object({ file: text, line: integer, function: text, source: text }, ['source'])),
    }),
  ),
  nativeFrames: list(
    object({ function: text, file: maybeText, line: orNull(integer), library: maybeText }),
  ),
  stdout: text,
  stderr: text,
  truncated: boolean,
  culpritFile: maybeText,
  shadowedBy: maybeText,
  disagreement: list(text),
  confirmed: boolean,
});

const span = object({
  stage: text,
  what: text,
  start: number,
  seconds: { type: 'number', minimum: 0 },
});

/**
 * JSON Schema of the report, schema 1, whose fields are written in this order. Unknown fields are
 * allowed: they may be added any time.
 */
export const REPORT_SCHEMA = {
  $schema: 'http://json-schema.org/draft-07/schema#',
  title: 'numpy-abi-matrix report, schema 1',
  ...object(
    {
      schema: { const: 1 },
      subject,
      combinations: list(combination),
      modules: list(module),
      results: list(result),
      findings: list(finding),
      supported: object(
        {
          numpy: maybeText,
          python: maybeText,
          perPython: by(maybeText),
          tested: list(text),
          untested: list(text),
        },
        ['perPython', 'tested', 'untested'],
      ),
      verdict: text,
      exitCode: integer,
      notices: list(text),
      notTested: list(object({ what: text, reason: text })),
      refused: list(
        object({ what: text, reason: text, lost: { const: true } }, ['what', 'reason']),
      ),
      seconds: by(number),
      jobs: { type: 'integer', minimum: 1 },
      timeline: list(span),
      evidence: list(evidence),
      tool: object({ name: { const: 'numpy-abi-matrix' }, version: text }),
    },
    [
      ...['verdict', 'exitCode', 'notices', 'notTested', 'refused', 'seconds', 'jobs'],
      ...['timeline', 'evidence', 'tool'],
    ],
  ),
};
