import { readFileSync } from 'node:fs';

// The bundle turns constants into variables: one below the call of main() would be undefined in it.
test.each(['cli', 'action'])('no constant of %s.ts stands below its call of main()', (name) => {
  const text = readFileSync(new URL(`../../src/${name}.ts`, import.meta.url), 'utf8');
  const below = text.slice(text.indexOf('await main('));
  expect(below.match(/^(?:const|let) .*/gm)).toBeNull();
});
