#!/usr/bin/env node
// Sends generated requests, right and wrong, to every operation of the OpenAPI file: `npm run test:fuzz`. Needs Python 3.10.
import { endWith } from '../bootstrap/end-with.mjs';
import { runTestProgram } from '../test-services/run-test-program.mjs';
import { ensureSchemathesis } from '../test-services/schemathesis.mjs';

await endWith(async () => {
  const env = { SCHEMATHESIS: await ensureSchemathesis() };
  return runTestProgram({ entry: 'fuzz/main.js', wantsModels: false, env });
});
