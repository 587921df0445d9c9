#!/usr/bin/env node
// All tests: `npm test`. Needs only Node; does its own set-up. Arguments go to Jest: `npm test -- libs/ranking`.
import { bootstrap } from '../bootstrap/bootstrap.mjs';
import { endWith } from '../bootstrap/end-with.mjs';

const INTERRUPTED_EXIT_CODE = 130;

/** From here on a signal ends Jest (run-child.mjs), and this process stays to stop what it started. @returns {() => boolean} */
function surviveSignals() {
  let isInterrupted = false;
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => (isInterrupted = true));
  return () => isInterrupted;
}

/** @param {{passed: number, failed: number, leftOut: string[]}} result */
function report({ passed, failed, leftOut }) {
  console.log(
    leftOut.length > 0 ? `left out: ${leftOut.join(', ')} (not on this machine)` : 'nothing left out',
  );
  console.log(`${passed} passed, ${failed} failed`);
}

async function test() {
  await bootstrap();
  const { modelEnvironment } = await import('../bootstrap/model-files/model-environment.mjs');
  const { startTestEnvironment } = await import('../test-services/test-environment.mjs');
  const { runJest } = await import('../test-services/run-jest.mjs');
  const models = await modelEnvironment({ isFetching: true });
  const isInterrupted = surviveSignals();
  const { stop, leftOut, ...run } = await startTestEnvironment(models);
  if (isInterrupted()) return stop().then(() => INTERRUPTED_EXIT_CODE);
  const { status, passed, failed } = await runJest({ args: process.argv.slice(2), ...run }).finally(stop);
  report({ passed, failed, leftOut });
  return passed > 0 && failed === 0 ? status : status || 1;
}

await endWith(test);
