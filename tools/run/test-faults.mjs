#!/usr/bin/env node
// Kills the parts of a running service under load and compares what it answered with what it kept: `npm run test:faults`.
import { endWith } from '../bootstrap/end-with.mjs';
import { runTestProgram } from '../test-services/run-test-program.mjs';

await endWith(() => runTestProgram({ entry: 'faults/main.js', wantsModels: false }));
