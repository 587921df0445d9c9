#!/usr/bin/env node
// Packages, generated code, compiled code: `npm run build`. The other commands do the same by themselves.
import { bootstrap } from '../bootstrap/bootstrap.mjs';
import { endWith } from '../bootstrap/end-with.mjs';

await endWith(() => bootstrap().then(() => 0));
