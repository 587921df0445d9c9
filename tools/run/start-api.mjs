#!/usr/bin/env node
// The HTTP service alone, on what the environment names (DATABASE_URL, QUEUE_URL, LLM_URL …): `npm run start:api`.
import { endWith } from '../bootstrap/end-with.mjs';
import { runCompiled } from '../bootstrap/run-compiled.mjs';
import { wantsModels } from '../bootstrap/model-files/wants-models.mjs';

await endWith(() => runCompiled({ entry: 'apps/api/src/main.js', wantsModels: wantsModels() }));
