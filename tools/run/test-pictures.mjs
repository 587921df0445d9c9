#!/usr/bin/env node
// Sends odd and hostile files to the service, and watches what comes of each and how much memory it takes: `npm run test:pictures`.
import { endWith } from '../bootstrap/end-with.mjs';
import { runTestProgram } from '../test-services/run-test-program.mjs';

await endWith(() => runTestProgram({ entry: 'hostile-pictures/main.js', wantsModels: false }));
