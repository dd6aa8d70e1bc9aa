import { describe, expect, it } from '@jest/globals';
import { orderFindings } from '../../src/model/order-findings.ts';
import { causesOf } from '../../src/report/causes.ts';
import { annotationsOf } from '../../src/report/render/annotations.ts';
import { shownAxes } from '../../src/report/shown-axes.ts';
import {
  allExcluded,
  allGreen,
  combination,
  finding,
  noModules,
  setUpErrors,
} from '../support/reports.ts';

const wide = (combinations: readonly string[]) =>
  finding({
    kind: 'range-too-wide',
    category: 'metadata',
    title: 'too wide',
    modules: [],
    combinations,
  });

describe('causesOf()', () => {
  it.each([
    ['what follows from one cause', ['a', 'b'], [['a', 'b', 'c']], [1]],
    [
      'what follows from two causes stands under the wider one',
      ['a', 'b', 'c'],
      [['a'], ['b', 'c']],
      [1, 0],
    ],
    ['what reaches beyond them stands alone', ['a', 'z'], [['a', 'b']], [0, 0]],
    ['without a cause it stands alone', ['a'], [], [0]],
  ])('%s', (_name, own, causes, expected) => {
    const errors = causes.map((ids, index) =>
      finding({ title: `cause ${index}`, combinations: ids }),
    );
    const findings = orderFindings([wide(own), ...errors]);
    expect(causesOf(findings).map((one) => one.consequences.length)).toEqual(expected);
  });
});

describe('shownAxes()', () => {
  it('leaves out the rows and columns in which nothing can run, and names them', () => {
    const cells = [
      combination('3.8', '1.21.0', 'excluded'),
      combination('3.8', '1.26.4', 'excluded'),
      combination('3.11', '1.21.0', 'excluded'),
      combination('3.11', '1.26.4', 'passed'),
      combination('3.12', '1.26.4', 'skipped'),
    ];
    const { pythons, numpys, leftOut } = shownAxes(cells);
    expect({ pythons, numpys, leftOut }).toEqual({
      pythons: ['3.11', '3.12'],
      numpys: ['1.26.4'],
      leftOut: 'Python 3.8; NumPy 1.21',
    });
  });

  it('shows everything where everything is excluded', () => {
    expect(shownAxes(allExcluded().combinations)).toMatchObject({ pythons: ['3.13'], leftOut: '' });
  });
});

describe('annotations of a run as a whole', () => {
  it.each([
    ['nothing to test', noModules(), /no compiled module/, /allow-empty/],
    [
      'all excluded',
      allExcluded(),
      /^nothing was tested/,
      /python-version, numpy-version.*excludes them/,
    ],
  ])('%s: red, and one annotation says why', (_name, given, title, message) => {
    const errors = annotationsOf(given).filter((one) => one.level === 'error');
    expect(errors).toHaveLength(1);
    expect(errors[0]?.title).toMatch(title);
    expect(errors[0]?.message).toMatch(message);
  });

  it('what a finding or a set-up failure says already is not said twice', () => {
    expect(annotationsOf(setUpErrors()).filter((one) => one.level === 'error')).toHaveLength(1);
    expect(annotationsOf(allGreen()).filter((one) => one.level === 'error')).toEqual([]);
  });

  it('the proven range is a notice, with its scope', () => {
    expect(annotationsOf(allGreen()).at(-1)).toMatchObject({
      level: 'notice',
      title: 'Proven: numpy>=1.26,<2.3 on Python 3.9–3.12',
    });
  });
});
