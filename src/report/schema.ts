/** JSON Schema of the report, schema 1. Unknown fields are allowed: they may be added any time. */
export const REPORT_SCHEMA = {
  $schema: 'http://json-schema.org/draft-07/schema#',
  title: 'numpy-abi-matrix report, schema 1',
  ...object(
    {
      schema: { const: 1 },
      subject: object(
        {
          kind: { enum: ['project', 'wheels', 'packages'] },
          name: text(),
          version: orNull(text()),
          declaredNumpy: orNull(text()),
          declaredPython: orNull(text()),
        },
        ['kind', 'name', 'version', 'declaredNumpy'],
      ),
      combinations: list(
        object(
          {
            id: text(),
            python: text(),
            numpy: text(),
            platform: text(),
            buildNumpy: orNull(text()),
            processes: { type: 'integer', minimum: 0 },
            status: { enum: ['planned', 'passed', 'failed', 'excluded', 'error', 'skipped'] },
            reason: orNull(text()),
            cause: text(),
            seconds: { type: 'number', minimum: 0 },
            label: text(),
            buildPython: orNull(text()),
            setUp: orNull(text()),
            location: object({ file: text(), line: positive() }),
            smokeOutput: orNull(text()),
            verdict: {
              enum: [
                ...['proven', 'warned', 'doubtful', 'known', 'failed', 'empty'],
                ...['not-set-up', 'skipped', 'excluded'],
              ],
            },
            loadedNumpy: orNull(text()),
            reused: text(),
            predicted: object({
              ...Object.fromEntries(
                ['imports', 'refused', 'undecided'].map((name) => [
                  name,
                  { type: 'integer', minimum: 0 },
                ]),
              ),
              contradictions: list(
                object({
                  module: text(),
                  predicted: { enum: ['imports', 'refused'] },
                  seen: { enum: ['imports', 'refused'] },
                }),
              ),
            }),
          },
          ['id', 'python', 'numpy', 'platform', 'buildNumpy', 'processes', 'status', 'reason'],
        ),
      ),
      modules: list(
        object(
          {
            name: text(),
            distribution: text(),
            version: text(),
            file: text(),
            wheel: orNull(text()),
            pythons: list(text()),
            capi: object({ era: era(), target: orNull(text()), also: list(era()) }),
            binary: object({
              format: { enum: ['elf', 'pe', 'macho', 'unknown'] },
              machines: list(text()),
              generators: list(object({ name: text(), version: orNull(text()) })),
              needed: list(text()),
            }),
          },
          ['name', 'distribution', 'version', 'file', 'capi'],
        ),
      ),
      results: list(
        object(
          {
            combination: text(),
            module: text(),
            outcome: object(
              {
                kind: {
                  enum: ['imported', 'raised', 'signalled', 'exited', 'timed-out', 'not-run'],
                },
                signal: text(),
                code: { type: 'integer' },
                seconds: { type: 'number' },
                reason: text(),
              },
              ['kind'],
            ),
            diagnosis: orNull(text()),
            category: orNull(category()),
            severity: severity(),
            file: orNull(text()),
            known: { const: true },
            evidence: { type: 'integer', minimum: 0 },
            seconds: { type: 'number', minimum: 0 },
            peakBytes: { type: 'integer', minimum: 0 },
            loadedAs: text(),
            gilEnabledBy: list(text()),
          },
          ['combination', 'module', 'outcome', 'diagnosis', 'category', 'severity'],
        ),
      ),
      findings: list(
        object(
          {
            kind: text(),
            category: category(),
            severity: severity(),
            title: text(),
            explanation: text(),
            fix: text(),
            culprit: object({
              distribution: orNull(text()),
              version: orNull(text()),
              module: orNull(text()),
              file: orNull(text()),
            }),
            location: orNull(
              object({ file: text(), line: positive(), endLine: positive() }, ['file', 'line']),
            ),
            modules: list(text()),
            combinations: list(text()),
            fault: { enum: ['own', 'dependency', 'environment', 'unknown'] },
            inner: orNull(text()),
            evidence: list(text()),
            hints: { type: 'object' },
            facts: { type: 'object' },
            documentation: text(),
          },
          [
            'kind',
            'category',
            'severity',
            'title',
            'explanation',
            'fix',
            'culprit',
            'location',
            'modules',
            'combinations',
          ],
        ),
      ),
      supported: object(
        {
          numpy: orNull(text()),
          python: orNull(text()),
          perPython: { type: 'object', additionalProperties: orNull(text()) },
          tested: list(text()),
          untested: list(text()),
        },
        ['numpy', 'python'],
      ),
      verdict: text(),
      exitCode: { type: 'integer' },
      notices: list(text()),
      notTested: list(object({ what: text(), reason: text() })),
      refused: list(object({ what: text(), reason: text(), lost: { const: true } }, ['lost'])),
      seconds: { type: 'object', additionalProperties: { type: 'number' } },
      jobs: { type: 'integer', minimum: 1 },
      timeline: list(
        object({
          stage: text(),
          what: text(),
          start: { type: 'number' },
          seconds: { type: 'number', minimum: 0 },
        }),
      ),
      evidence: list(evidence()),
      tool: object({ name: { const: 'numpy-abi-matrix' }, version: text() }),
    },
    ['schema', 'subject', 'combinations', 'modules', 'results', 'findings', 'supported'],
  ),
} as const;

function text() {
  return { type: 'string' } as const;
}

function positive() {
  return { type: 'integer', minimum: 1 } as const;
}

function list<T>(items: T) {
  return { type: 'array', items } as const;
}

function orNull<T>(schema: T) {
  return { anyOf: [schema, { type: 'null' }] } as const;
}

/** All properties are required unless `required` says which. */
function object<T extends object>(
  properties: T,
  required: readonly string[] = Object.keys(properties),
) {
  return { type: 'object', properties, required } as const;
}

function era() {
  return {
    enum: ['none', '1.x', '2.x', 'lazy-1.x', 'lazy-2.x', 'cython-sizes', 'unknown'],
  } as const;
}

function evidence() {
  return object({
    phase: { enum: ['start', 'parents', 'import', 'call', 'exit'] },
    step: orNull(text()),
    exceptions: list(
      object({
        type: text(),
        message: text(),
        link: { enum: ['first', 'cause', 'context'] },
        frames: list(
          object({ file: text(), line: { type: 'integer' }, function: text(), source: text() }, [
            'file',
            'line',
            'function',
          ]),
        ),
      }),
    ),
    nativeFrames: list(
      object({
        function: text(),
        file: orNull(text()),
        line: orNull({ type: 'integer' }),
        library: orNull(text()),
      }),
    ),
    stdout: text(),
    stderr: text(),
    truncated: { type: 'boolean' },
    culpritFile: orNull(text()),
    shadowedBy: orNull(text()),
    disagreement: list(text()),
    confirmed: { type: 'boolean' },
  });
}

function severity() {
  return { enum: ['error', 'warning', 'note', 'none'] } as const;
}

function category() {
  return {
    enum: [
      'numpy-abi',
      'numpy-python-api',
      'python-abi',
      'loader',
      'crash',
      'timeout',
      'exit',
      'environment',
      'unrelated',
      'latent',
      'metadata',
      'configuration',
      'unclassified',
    ],
  } as const;
}
