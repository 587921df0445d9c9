#!/usr/bin/env node
// Sends texts that give orders through the API, and measures what they do to the embedded model: `npm run test:injections`.
import { endWith } from '../bootstrap/end-with.mjs';
import { runTestProgram } from '../test-services/run-test-program.mjs';

await endWith(() => runTestProgram({ entry: 'injections/main.js', wantsModels: true }));
