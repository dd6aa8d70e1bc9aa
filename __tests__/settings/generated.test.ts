import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { Ajv } from 'ajv';
import { OPTIONS } from '../../src/settings/options.ts';
import { parsePyproject } from '../../src/settings/parse-pyproject.ts';
import { renderAction } from '../../src/settings/render-action.ts';
import { pyprojectSchema } from '../../src/settings/render-schema.ts';
import { renderSelf, renderWorkflow, SELF_FOLDER } from '../../src/settings/render-workflow.ts';

describe('generated files', () => {
  it('action.yml is what the table gives (npm run docs)', () => {
    expect(readFileSync('action.yml', 'utf8')).toBe(renderAction());
  });

  it('the reusable workflow is what the table gives (npm run docs)', () => {
    const file = '.github/workflows/numpy-abi-matrix.yml';
    expect(readFileSync(file, 'utf8')).toBe(renderWorkflow());
  });

  it('the action that it refers to is what the table gives, and finds the program', () => {
    const text = readFileSync(join(SELF_FOLDER, 'action.yml'), 'utf8');
    expect(text).toBe(renderSelf());
    const main = /main: (\S+)$/m.exec(text)?.[1] ?? '';
    expect(existsSync(join(SELF_FOLDER, main))).toBe(true);
  });

  it('the reusable workflow names a folder after $/, as the runner asks', () => {
    const uses = renderWorkflow().match(/uses: \$\/.*/g) ?? [];
    expect(new Set(uses)).toEqual(new Set([`uses: $/${SELF_FOLDER}`]));
  });

  it('the schema is what the table gives (npm run docs)', () => {
    expect(JSON.parse(readFileSync('docs/pyproject.schema.json', 'utf8'))).toEqual(
      JSON.parse(JSON.stringify(pyprojectSchema())),
    );
  });
});

describe('the schema', () => {
  const validate = new Ajv({ allowUnionTypes: true }).compile(pyprojectSchema());

  it.each([
    ['jobs = 2', { jobs: 2 }, true],
    ['numpy-version = ["1.26"]', { 'numpy-version': ['1.26'] }, true],
    ['python-version = 3.1', { 'python-version': 3.1 }, false],
    ['compare = "yes"', { compare: 'yes' }, false],
    ['zap = 1', { zap: 1 }, false],
    ['json = "x"', { json: 'x' }, false],
  ])('agrees with the parser on %s', (text, value, good) => {
    expect(validate(value)).toBe(good);
    const { problems } = parsePyproject(`[tool.numpy-abi-matrix]\n${text}`, 'p.toml');
    expect(problems.length === 0).toBe(good);
  });
});

it('OPTIONS names each option, flag and short flag once', () => {
  for (const key of ['name', 'flag', 'short'] as const) {
    const names = OPTIONS.flatMap((one) => one[key] ?? []);
    expect(names).toEqual([...new Set(names)]);
  }
});
