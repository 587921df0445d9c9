/**
 * The embedded model's own process: the runtime is ESM only, a native crash stays apart, the service's event loop stays free.
 * Messages in: load (once, first), score. Messages out: ready | load-failed, scored | failed. One score at a time.
 */
import { getLlama } from 'node-llama-cpp';
import { LabelReader } from './label-reader.mjs';

/** The last viewer's part of the prompt is not kept longer than it is of use. */
const FORGET_AFTER_MS = 60_000;

let reader;
let forgetTimer;
let forgotten;

process.on('message', (message) => {
  if (message?.type === 'load') void answerLoad(message);
  else if (message?.type === 'score') void answerScore(message);
});
process.on('disconnect', () => process.exit(0));

async function answerLoad(message) {
  try {
    reader = await load(message);
    send({ type: 'ready' });
  } catch (error) {
    send({ type: 'load-failed', message: String(error?.message ?? error) });
  }
}

async function load({ modelPath, contextTokens, batchTokens, threads, reusePrefix }) {
  const llama = await getLlama({
    gpu: false,
    build: 'never',
    skipDownload: true,
    maxThreads: threads,
    logLevel: 'warn',
    logger: (level, text) => process.stderr.write(`${level}: ${text.trimEnd()}\n`),
  });
  const model = await llama.loadModel({ modelPath });
  const context = await model.createContext({
    contextSize: contextTokens,
    batchSize: batchTokens,
    sequences: 1,
    threads,
    // On the CPU it rounds by position in the batch: a kept prefix moved probabilities by up to .055 with it, not at all without.
    flashAttention: false,
  });
  return new LabelReader(model, context.getSequence(), { reusePrefix, batchTokens });
}

async function answerScore({ id, prompt, labels }) {
  clearTimeout(forgetTimer);
  await forgotten;
  try {
    const reading = await reader.read(prompt, labels);
    send({ type: 'scored', id, reading, rssBytes: process.memoryUsage.rss() });
  } catch (error) {
    send({
      type: 'failed',
      id,
      code: error?.code ?? 'LLM_UNAVAILABLE',
      message: String(error?.message ?? error),
    });
  }
  forgetTimer = setTimeout(() => (forgotten = reader?.forget()), FORGET_AFTER_MS);
}

function send(message) {
  if (process.connected) process.send(message);
}
