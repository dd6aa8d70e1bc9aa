// Unit tests are `*.test.ts`; tests that need real interpreters, wheels or act are `*.itg.test.ts`.
// `npm test` runs the first and the essential ones of the others, which need one Python and a C
// compiler; `npm run test:all` runs everything, as CI does.
const ESSENTIAL = '<rootDir>/__tests__/e2e/essential.itg.test.ts';
const shared = {
  testEnvironment: 'node',
  extensionsToTreatAsEsm: ['.ts', '.py', '.css'],
  moduleFileExtensions: ['ts', 'mjs', 'js', 'json', 'py', 'css'],
  transform: { '\\.(ts|py|css|page\\.js)$': '<rootDir>/scripts/jest-transform.mjs' },
};

export default {
  projects: [
    {
      ...shared,
      displayName: 'unit',
      testMatch: ['<rootDir>/__tests__/**/*.test.ts'],
      testPathIgnorePatterns: ['\\.itg\\.test\\.ts$', '/node_modules/'],
    },
    { ...shared, displayName: 'essential', testMatch: [ESSENTIAL] },
    {
      ...shared,
      displayName: 'itg',
      testMatch: ['<rootDir>/__tests__/**/*.itg.test.ts'],
      testPathIgnorePatterns: ['/essential\\.itg\\.test\\.ts$', '/node_modules/'],
    },
  ],
  reporters: ['default', '<rootDir>/scripts/jest-results.mjs'],
  testTimeout: 300_000,
};
