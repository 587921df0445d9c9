#!/usr/bin/env node
// Opens pages while hostile clients do their worst, and looks for leaks in what those are answered: `npm run test:hostile`.
import { endWith } from '../bootstrap/end-with.mjs';
import { runTestProgram } from '../test-services/run-test-program.mjs';

await endWith(() => runTestProgram({ entry: 'hostile/main.js', wantsModels: false }));
