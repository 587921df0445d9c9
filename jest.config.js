// Jest runs CommonJS and has no native import(), which Prisma's client uses to load its query compiler.
const PRISMA_CLIENT = {
  swcrc: false,
  jsc: { target: 'es2022', parser: { syntax: 'typescript' } },
  module: { type: 'commonjs' },
};

/** Unit specs lie beside the code; medium, e2e and conformance suites under test/. */
const base = {
  rootDir: __dirname,
  testEnvironment: '<rootDir>/test/support/one-realm.environment.mjs',
  transform: { '/generated/.+\\.ts$': ['@swc/jest', PRISMA_CLIENT], '^.+\\.ts$': ['@swc/jest'] },
  moduleNameMapper: { '^@keyart/([^/]+)$': '<rootDir>/libs/$1/src' },
  modulePathIgnorePatterns: ['<rootDir>/dist', '<rootDir>/.keyart'],
};

module.exports = {
  // Tests prove what is done, not how fast: a database, a model or an application starts slowly on a busy machine.
  testTimeout: 60_000,
  projects: [
    { ...base, displayName: 'unit', testMatch: ['<rootDir>/{apps,libs,tools}/**/*.spec.ts'] },
    { ...base, displayName: 'conformance', testMatch: ['<rootDir>/test/conformance/**/*.spec.ts'] },
    { ...base, displayName: 'golden', testMatch: ['<rootDir>/test/golden/**/*.spec.ts'] },
    { ...base, displayName: 'medium', testMatch: ['<rootDir>/test/medium/**/*.spec.ts'] },
    { ...base, displayName: 'e2e', testMatch: ['<rootDir>/test/e2e/**/*.spec.ts'] },
  ],
};
