/* eslint-disable @typescript-eslint/no-require-imports -- Jest loads its configuration as CommonJS */
const path = require('node:path');

const reporter = require.resolve('./count-reporter.cjs');

/** The checkout's Jest configuration, with the counts written aside. */
module.exports = {
  ...require('../../jest.config.js'),
  rootDir: path.resolve(__dirname, '../..'),
  reporters: ['default', [reporter, { file: process.env.KEYART_JEST_COUNTS }]],
};
