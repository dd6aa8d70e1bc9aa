import { lastWords } from '../../../src/judge/set-up/last-words.ts';

const steps = (count: number) => Array.from({ length: count }, (_, at) => `step ${at}`);

describe('lastWords()', () => {
  it.each([
    [
      'from the first error on',
      ['cc a.c', 'a.c:1:2: error: no', '  | ^'],
      ['a.c:1:2: error: no', '  | ^'],
    ],
    ['everything, when short and silent', ['one', '', 'two'], ['one', 'two']],
    ['the last lines, when nothing says error', steps(40), steps(40).slice(-14)],
    ['nothing of nothing', ['', ' '], []],
    [
      'the first error, then the end',
      ['x.c:1: fatal error: y.h', ...steps(30)],
      ['x.c:1: fatal error: y.h', ...steps(6), '…', ...steps(30).slice(-7)],
    ],
    [
      'no gap where none is',
      ['FAILED: x.o', ...steps(15)],
      ['FAILED: x.o', ...steps(6), '…', ...steps(15).slice(-7)],
    ],
    [
      'an error just above the last lines',
      ['error[E0432]: x', ...steps(13)],
      ['error[E0432]: x', ...steps(13)],
    ],
    [
      'the last line, when that is an error of its own',
      ['_configtest.c:1: error: x', 'a.c:9:1: error: tried', ...steps(30), 'error: no compiler'],
      ['error: no compiler'],
    ],
    [
      'nothing that was only tried out',
      [
        '/usr/lib/gcc/x86_64-linux-gnu/12/include/avx512erintrin.h:55:20: error: uninitialized',
        '_configtest.c:1:10: fatal error: x.h: No such file or directory',
        '/b/lib/python3.9/site-packages/numpy/distutils/checks/cpu_avx.c:3:2: error: no',
        ...steps(30),
        'src/a.c:3:1: error: really',
        'error: Command "gcc -c" failed with exit status 1',
      ],
      ['src/a.c:3:1: error: really', 'error: Command "gcc -c" failed with exit status 1'],
    ],
  ])('%s', (_, lines, expected) => {
    expect(lastWords(lines.join('\n'))).toEqual(expected);
  });

  it('cuts a command of kilobytes', () => {
    const [line = ''] = lastWords(`error: Command ${'x'.repeat(5_000)}`);
    expect(line).toHaveLength(241);
    expect(line.endsWith('…')).toBe(true);
  });
});
