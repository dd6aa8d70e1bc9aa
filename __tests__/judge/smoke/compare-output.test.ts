import { compareOutput } from '../../../src/judge/smoke/compare-output.ts';

describe('compareOutput()', () => {
  it.each([
    ['the same', 'a 1\nb 2\n', 'a 1\nb 2\n'],
    ['scalar reprs of NumPy 2', '0.5 True nan', 'np.float64(0.5) np.True_ np.nan'],
    ['scalars inside containers', "{'a': 1, 'b': 'x'}", "{'a': np.int64(1), 'b': np.str_('x')}"],
    ['array spacing', '[0. 1. 2.]', '[0.  1.  2. ]'],
    ['array line breaks', '[0 1\n 2 3]', '[0 1 2 3]'],
    ['numbers within the tolerance', 'x=1.0000000000001', 'x=1.0'],
    ['exponents', '1e-05', '0.00001'],
    ['JSON key order', '{"b": 1, "a": [1.0, 2]}', '{"a": [1, 2], "b": 1}'],
    ['leading zeros and signs of whole numbers', '007 +3 -0', '7 3 0'],
    ['whole numbers and the same as floats', '3', '3.0'],
    ['imaginary parts within the tolerance', '(1+2j)', '(1+1.9999999999999998j)'],
    [
      'long fractions in JSON',
      '{"b": 0.12345678901234567, "a": 1}',
      '{"a": 1, "b": 0.12345678901234568}',
    ],
    ['infinities', '-inf inf', '-np.inf np.inf'],
  ])('sees no difference in %s', (_, reference, other) => {
    expect(compareOutput(reference, other, 1e-9)).toEqual([]);
  });

  it.each([
    ['other numbers', 'edges [0. 0.33 1.]', 'edges [1. 1. 1.]'],
    ['a number just outside the tolerance', '1.0', '1.00000001'],
    ['a checksum that is one off', 'crc 4294967295', 'crc 4294967294'],
    ['whole numbers beyond what floats hold', '9007199254740993', '9007199254740992'],
    ['the same in JSON', '{"id": 9007199254740993}', '{"id": 9007199254740992}'],
    ['an imaginary part', '1+2j', '1+3j'],
    ['a real for an imaginary number', '2', '2j'],
    ['a sign', '1', '-1'],
    ['nan for a number', '0.5', 'nan'],
    ['zero for a tiny number', '1e-300', '0'],
    ['text', 'shape (2, 3)', 'shape (3, 2)'],
    ['a missing line', 'a\nb', 'a'],
    ['digits inside a word', 'float64', 'float32'],
    ['a JSON value', '{"a": 1}', '{"a": 2}'],
    ['a string that looks like a number', '"1"', '1'],
  ])('sees %s', (_, reference, other) => {
    expect(compareOutput(reference, other, 1e-9)).not.toEqual([]);
  });

  it('takes a tolerance that was raised for whole numbers, too', () => {
    expect(compareOutput('1000', '1001', 0.01)).toEqual([]);
    expect(compareOutput('1000', '1100', 0.01)).not.toEqual([]);
  });

  it('shows the lines as they were printed', () => {
    expect(compareOutput('n 1\nedges [0. 1.]', 'n 1\nedges [1. 1.]', 1e-9)).toEqual([
      { line: 2, reference: 'edges [0. 1.]', other: 'edges [1. 1.]' },
    ]);
  });
});
