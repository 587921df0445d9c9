#!/usr/bin/env node
// The command line for data scientists: `npm run keyart`. Needs only Node; does its own set-up.
import { endWith } from '../bootstrap/end-with.mjs';
import { runCompiled } from '../bootstrap/run-compiled.mjs';

await endWith(() => runCompiled({ entry: 'tools/keyart/main.js', wantsModels: false }));
