#!/usr/bin/env node
// Asks a real OpenAI-like server what `LabelScorer` promises: `npm run test:llm-server`. Needs Python and, once, a C++ compiler.
import path from 'node:path';
import { bootstrap } from '../bootstrap/bootstrap.mjs';
import { endWith } from '../bootstrap/end-with.mjs';
import { ROOT } from '../bootstrap/paths.mjs';
import { runChild } from '../bootstrap/run-child.mjs';
import { SetupError } from '../bootstrap/setup-error.mjs';

const JEST = path.join(ROOT, 'node_modules/jest/bin/jest.js');
const CONFIGURATION = path.join(ROOT, 'tools/test-services/jest-llm-server.cjs');

await endWith(async () => {
  await bootstrap();
  const { modelEnvironment } = await import('../bootstrap/model-files/model-environment.mjs');
  const { ensureLlamaServer, startLlamaServer } = await import('../test-services/llama-server.mjs');
  const { KEYART_SMOLLM2_GGUF: model } = await modelEnvironment({ isFetching: true });
  if (!model) throw new SetupError('the file of the embedded model is not on this machine');
  const { url, pid, stop } = await startLlamaServer({ python: await ensureLlamaServer(), model });
  const env = { ...process.env, LLM_SERVER_URL_TEST: url, LLM_SERVER_PID_TEST: String(pid) };
  return runChild([JEST, '--config', CONFIGURATION, ...process.argv.slice(2)], env).finally(stop);
});
