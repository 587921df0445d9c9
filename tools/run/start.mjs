#!/usr/bin/env node
// The service with its fixtures, staying up: `npm start`. Needs only Node; does its own set-up.
import { endWith } from '../bootstrap/end-with.mjs';
import { runCompiled } from '../bootstrap/run-compiled.mjs';

await endWith(() => runCompiled({ entry: 'tools/serve/main.js', wantsModels: true }));
