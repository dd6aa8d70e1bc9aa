import { parseGdb, parseLldb } from '../../../src/measure/probe/native-stack.ts';

describe('parseGdb()', () => {
  it.each([
    [
      '#0  get_array_dim (...) at src/my_extension.c:17',
      { function: 'get_array_dim', file: 'src/my_extension.c', line: 17, library: null },
    ],
    [
      '#1  0x00007ffff7d2 in cfunction_call (...) at Objects/methodobject.c:553',
      { function: 'cfunction_call', file: 'Objects/methodobject.c', line: 553, library: null },
    ],
    [
      '#2  0x00007ffff5 in ?? () from /venv/numpy/_core/_multiarray_umath.so',
      { function: '??', file: null, line: null, library: '/venv/numpy/_core/_multiarray_umath.so' },
    ],
    [
      '#3  0x0000 in ns::Foo<int, char>::bar (...) at a b/x.cpp:9',
      { function: 'ns::Foo<int, char>::bar', file: 'a b/x.cpp', line: 9, library: null },
    ],
  ])('%s', (line, frame) => {
    expect(parseGdb(`Program received signal SIGSEGV, Segmentation fault.\n${line}\n`)).toEqual([
      frame,
    ]);
  });

  it('takes the library from the symbols that follow, frame by frame', () => {
    const text = [
      '#0  get_array_dim (self=..., argument=...) at src/my_extension.c:11',
      '#1  0x00007ffff7d2 in cfunction_call (func=..., args=...) at Objects/methodobject.c:553',
      'get_array_dim + 13 in section .text of /venv/my_extension.so',
      'cfunction_call + 60 in section .text',
    ];
    expect(parseGdb(text.join('\n'))).toMatchObject([
      { function: 'get_array_dim', line: 11, library: '/venv/my_extension.so' },
      { function: 'cfunction_call', library: null },
    ]);
  });

  it('finds no frame in other output', () => {
    expect(parseGdb('[Inferior 1 (process 9) exited normally]\nNo stack.\n')).toEqual([]);
  });
});

describe('parseLldb()', () => {
  it.each([
    [
      '  * frame #0: 0x000000010 my_ext.cpython-311-darwin.so`get_array_dim(self=0x0) at my_ext.c:17:9',
      {
        function: 'get_array_dim',
        file: 'my_ext.c',
        line: 17,
        library: 'my_ext.cpython-311-darwin.so',
      },
    ],
    [
      '    frame #1: 0x000000010 Python`cfunction_call + 60',
      { function: 'cfunction_call', file: null, line: null, library: 'Python' },
    ],
  ])('%s', (line, frame) => {
    expect(parseLldb(line)).toEqual([frame]);
  });
});
