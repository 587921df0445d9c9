#!/usr/bin/env node
// The command line for data scientists: `npm run keyart`. Needs only Node; does its own set-up.
import { endWith } from '../bootstrap/end-with.mjs';
import { runCompiled } from '../bootstrap/run-compiled.mjs';

// What is read off pictures and captions depends on which models are there: figures are comparable only with all of them.
const wantsModels = ['vision', 'video', 'world'].includes(process.argv[2]);

await endWith(() => runCompiled({ entry: 'tools/keyart/main.js', wantsModels }));
