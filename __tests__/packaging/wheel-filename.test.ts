import { parseWheelFilename } from '../../src/packaging/wheel-filename.ts';

describe('parseWheelFilename', () => {
  it.each([
    [
      'numpy-1.26.4-cp311-cp311-manylinux_2_17_x86_64.manylinux2014_x86_64.whl',
      'numpy',
      '1.26.4',
      null,
      ['cp311-cp311-manylinux_2_17_x86_64', 'cp311-cp311-manylinux2014_x86_64'],
    ],
    ['six-1.16.0-py2.py3-none-any.whl', 'six', '1.16.0', null, ['py2-none-any', 'py3-none-any']],
    [
      'boost_histogram-1.3.2-1-cp311-cp311-win_amd64.whl',
      'boost_histogram',
      '1.3.2',
      '1',
      ['cp311-cp311-win_amd64'],
    ],
    ['a-1!2.0+local.1-2abc-py3-none-any.whl', 'a', '1!2.0+local.1', '2abc', ['py3-none-any']],
    ['ruamel.yaml-0.17-py3-none-any.whl', 'ruamel.yaml', '0.17', null, ['py3-none-any']],
    ['x-1-CP311-abi3-MacOSX_11_0_arm64.whl', 'x', '1', null, ['cp311-abi3-macosx_11_0_arm64']],
  ])('%s', (name, distribution, version, build, tags) => {
    expect(parseWheelFilename(name)).toEqual({ distribution, version, build, tags });
  });

  it.each([
    'numpy-1.26.4.tar.gz',
    'numpy-1.26.4-cp311-cp311.whl',
    'numpy-1.26.4-b1-cp311-cp311-linux_x86_64.whl',
    '-1-py3-none-any.whl',
    'a-1-py3..py2-none-any.whl',
    'a-1-py3-none-any.whl.part',
    '../a-1-py3-none-any.whl',
    `a-1-${'p.'.repeat(500)}p-${'a.'.repeat(500)}a-any.whl`,
    '',
  ])('refuses %s', (name) => {
    expect(parseWheelFilename(name)).toBeUndefined();
  });
});
