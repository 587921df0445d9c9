#!/usr/bin/env node
// The main job once, then it ends: `npm run demo`. Needs only Node; does its own set-up.
import { endWith } from '../bootstrap/end-with.mjs';
import { runCompiled } from '../bootstrap/run-compiled.mjs';

await endWith(() => runCompiled({ entry: 'tools/demo/main.js', wantsModels: true }));
