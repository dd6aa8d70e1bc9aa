import { chooseWheels } from '../../../src/measure/install/choose-wheels.ts';

const tags = [
  'cp311-cp311-linux_x86_64',
  'cp311-abi3-linux_x86_64',
  'cp310-abi3-linux_x86_64',
  'py3-none-any',
];

describe('chooseWheels()', () => {
  it.each<[string, string[], string[], string[]]>([
    [
      'the exact tag before abi3',
      ['/a-1-cp310-abi3-linux_x86_64.whl', '/a-1-cp311-cp311-linux_x86_64.whl'],
      ['/a-1-cp311-cp311-linux_x86_64.whl'],
      [],
    ],
    [
      'the higher build',
      ['/a-1-2-py3-none-any.whl', '/a-1-10-py3-none-any.whl'],
      ['/a-1-10-py3-none-any.whl'],
      [],
    ],
    ['nothing for another platform', ['/a-1-cp311-cp311-win_amd64.whl'], [], ['a']],
    [
      'one of each distribution',
      ['/b-1-py3-none-any.whl', '/a_x-1-py3-none-any.whl'],
      ['/a_x-1-py3-none-any.whl', '/b-1-py3-none-any.whl'],
      [],
    ],
  ])('takes %s', (_name, wheels, chosen, missing) => {
    expect(chooseWheels(wheels, { tags })).toMatchObject({ chosen, missing });
  });

  it('says why each other wheel is not taken', () => {
    const wheels = [
      '/a-1-cp310-abi3-linux_x86_64.whl',
      '/a-1-cp311-cp311-linux_x86_64.whl',
      '/a-1-cp311-cp311-win_amd64.whl',
      '/x.whl',
    ];
    expect(
      chooseWheels(wheels, { tags })
        .others.map((one) => one.reason)
        .sort(),
    ).toEqual([
      'its name is no wheel file name',
      'not for this Python and platform',
      'shadowed by a-1-cp311-cp311-linux_x86_64.whl',
    ]);
  });
});
