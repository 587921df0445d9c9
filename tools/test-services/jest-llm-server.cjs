/* eslint-disable @typescript-eslint/no-require-imports -- Jest loads its configuration as CommonJS */
const { projects, testTimeout } = require('../../jest.config.js');

/** Specs that ask a real model server; `npm test` leaves them out, since the server is compiled. */
module.exports = {
  ...projects[0],
  testTimeout,
  displayName: 'llm-server',
  testMatch: ['<rootDir>/test/llm-server/**/*.spec.ts'],
};
