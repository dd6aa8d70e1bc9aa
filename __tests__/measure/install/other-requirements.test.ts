import { otherRequirements } from '../../../src/measure/install/other-requirements.ts';

const METADATA = `Metadata-Version: 2.1
Name: a
Requires-Dist: NumPy<2
Requires-Dist: numpy>=1.20; python_version < "3.12"
Requires-Dist: six>=1.0
Requires-Dist: old; python_version < "3"
Requires-Dist: plot[fast]>=2; extra == "Draw"

six is described here
`;

describe('otherRequirements()', () => {
  it.each([
    [[], ['six>=1.0']],
    [['draw'], ['six>=1.0', 'plot[fast]>=2']],
  ])('leaves NumPy out, with extras %j', (extras, expected) => {
    expect(otherRequirements(METADATA, { python_version: '3.11' }, extras)).toEqual(expected);
  });
});
