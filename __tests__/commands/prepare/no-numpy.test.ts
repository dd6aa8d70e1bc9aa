import { noNumpy } from '../../../src/commands/prepare/no-numpy.ts';

test.each([
  [['https://u:secret@a.example/simple', 'wheels'], 'asked: https://***@a.example/simple, wheels'],
  [[], 'no index is in force'],
])('an index without NumPy is told by its address: %j', ([index, ...findLinks], where) => {
  const indexes = index === undefined ? [] : [index];
  expect(noNumpy({ indexes, findLinks, secrets: ['secret'] })).toMatchObject({
    message: `No package index in force has a file of NumPy (${where})`,
    exitCode: 2,
  });
});
