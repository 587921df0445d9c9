/* eslint-disable @typescript-eslint/no-require-imports -- Jest loads reporters as CommonJS */
const { writeFileSync } = require('node:fs');

/** Jest reporter: writes the run's counts to the file named by its option; a suite that cannot run counts as one failure. */
class CountReporter {
  /** @param {unknown} _config @param {{file: string}} options */
  constructor(_config, options) {
    this.file = options.file;
  }

  /** @param {unknown} _contexts @param {import('@jest/test-result').AggregatedResult} results */
  onRunComplete(_contexts, results) {
    const failed = results.numFailedTests + results.numRuntimeErrorTestSuites;
    writeFileSync(this.file, JSON.stringify({ passed: results.numPassedTests, failed }));
  }
}

module.exports = CountReporter;
