import { initNames } from '../../src/binary/init-names.ts';

describe('initNames()', () => {
  // The encoded forms are Python's: name.encode('punycode').replace(b'-', b'_').
  it.each([
    ['PyInit_foo', 'foo'],
    ['PyInit__core', '_core'],
    ['PyInit_U_x', 'U_x'],
    ['PyInitU_mnchen_3ya', 'münchen'],
    ['PyInitU_pea4l', 'ěš'],
    ['PyInitU_a_b_dma', 'a_bé'],
    ['PyInitU_mdk0c0b', 'ハロー'],
    ['PyInitU_pkg__x_zwa', 'pkg_ñ_x'],
    ['PyModExport_foo', 'foo'],
    ['_cffi_pypyinit__foo', '_foo'],
    ['PyModExportU_pea4l', 'ěš'],
    ['PyInitU_!!', '!!'],
  ])('%s defines %s', (symbol, name) => {
    expect(initNames([symbol])).toEqual([name]);
  });

  it('ignores other symbols and duplicates', () => {
    expect(
      initNames(['PyInit_', 'PyInitX', 'xPyInit_a', 'PyInit_a', 'PyModExport_a', 'initb']),
    ).toEqual(['a']);
  });
});
