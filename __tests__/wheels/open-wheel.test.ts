import { openWheel } from '../../src/wheels/open-wheel.ts';
import { isSafeMember } from '../../src/wheels/wheel-member.ts';
import { type RawMember, rawZip } from '../support/raw-zip.ts';

const open = (members: readonly RawMember[]) =>
  openWheel({ kind: 'bytes', bytes: rawZip(members) });

describe('openWheel()', () => {
  it('lists members and reads the texts of the .dist-info folder', async () => {
    const wheel = await open([
      { name: 'pkg/_x.so', data: 'binary' },
      { name: 'pkg/', data: '' },
      { name: 'pkg/vendored-1.dist-info/METADATA', data: 'Name: vendored' },
      { name: 'pkg-1.dist-info/METADATA', data: 'Name: pkg\nRequires-Dist: numpy' },
      {
        name: 'pkg-1.dist-info/WHEEL',
        data: 'Wheel-Version: 1.0\r\nTag: cp311-abi3-linux_x86_64\r\nTag: py3-none-any\r\n',
      },
      { name: 'pkg-1.dist-info/RECORD', data: 'pkg/_x.so,,' },
    ]);
    if ('kind' in wheel) {
      throw new Error(wheel.reason);
    }
    expect(wheel.members[0]).toMatchObject({ path: 'pkg/_x.so', size: 6 });
    expect(wheel.members).toHaveLength(5);
    expect(wheel.metadata).toBe('Name: pkg\nRequires-Dist: numpy');
    expect(wheel.tags).toEqual(['cp311-abi3-linux_x86_64', 'py3-none-any']);
    expect(Buffer.from((await wheel.read('pkg/_x.so')) ?? []).toString()).toBe('binary');
    expect(await wheel.read('pkg/none.so')).toBeUndefined();
    wheel.close();
  });

  it.each([
    ['..', { name: '../x', data: '' }],
    ['absolute', { name: '/etc/x', data: '' }],
    ['drive', { name: 'C:/x', data: '' }],
    ['backslash', { name: '..\\x', data: '' }],
    ['link', { name: 'x', data: '/etc/passwd', mode: 0o120777 }],
    ['bomb', { name: 'x.so', data: Buffer.alloc(8 * 2 ** 20) }],
    ['huge size', { name: 'x', data: 'a', size: 2 ** 32 - 2 }],
    ['encrypted', { name: 'x', data: 'a', flags: 1 }],
  ])('refuses %s', async (_what, member) => {
    expect(await open([{ name: 'a', data: 'a' }, member])).toMatchObject({ kind: 'bad-wheel' });
  });

  it('takes data that is zeros throughout for no bomb', async () => {
    const wheel = await open([{ name: 'a/zeros.pb', data: Buffer.alloc(8 * 2 ** 20) }]);
    expect(wheel).toMatchObject({ members: [{ path: 'a/zeros.pb' }] });
  });

  it('refuses two members of one name', async () => {
    const member = { name: 'a', data: 'a' };
    expect(await open([member, member])).toMatchObject({ kind: 'bad-wheel' });
  });

  it('refuses a lie about a size when the member is read', async () => {
    const wheel = await open([{ name: 'a', data: 'abc', size: 2 }]);
    if ('kind' in wheel) {
      throw new Error(wheel.reason);
    }
    await expect(wheel.read('a')).rejects.toThrow();
  });

  it.each(['', 'PK', 'not a zip at all'])('refuses %j', async (text) => {
    const bytes = Buffer.from(text);
    expect(await openWheel({ kind: 'bytes', bytes })).toMatchObject({ kind: 'bad-wheel' });
  });
});

describe('isSafeMember()', () => {
  it.each([
    ['pkg/_x.so', true],
    ['pkg/..x/a', true],
    ['pkg/../x', false],
    ['..', false],
    ['', false],
    ['a\0b', false],
  ])('%j: %s', (path, expected) => {
    expect(isSafeMember(path)).toBe(expected);
  });
});
