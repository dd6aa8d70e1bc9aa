// Unit tests are `*.test.ts`; tests that need real interpreters, wheels or act are `*.itg.test.ts`.
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
    {
      ...shared,
      displayName: 'itg',
      testMatch: ['<rootDir>/__tests__/**/*.itg.test.ts'],
    },
  ],
  reporters: ['default', '<rootDir>/scripts/jest-results.mjs'],
  testTimeout: 300_000,
};
