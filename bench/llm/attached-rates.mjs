// node attached-rates.mjs THREADS PROMPTS.json NAME=MODEL[,ADAPTER]…: how fast llama.cpp evaluates each model, the adapter attached to the
// running one, and what it says; prints one line of JSON, a model an entry.
import { readFileSync } from 'node:fs';
import { getLlama } from 'node-llama-cpp';

const ROUNDS = 3;
const UNTOUCHED = { temperature: 1, topK: 0, topP: 1, minP: 0 };

const [threads, promptsFile, ...wanted] = process.argv.slice(2);
const prompts = JSON.parse(readFileSync(promptsFile, 'utf8'));
const llama = await getLlama({
  gpu: false,
  build: 'never',
  skipDownload: true,
  maxThreads: Number(threads),
  logLevel: 'error',
});

async function open(entry) {
  const [name, files] = entry.split('=');
  const [modelPath, filePath] = files.split(',');
  const model = await llama.loadModel({ modelPath });
  const context = await model.createContext({
    ...{ contextSize: 2048, batchSize: 512, sequences: 1, threads: Number(threads), flashAttention: false },
    ...(filePath && { lora: { adapters: [{ filePath, scale: 1 }] } }),
  });
  return { name, model, sequence: context.getSequence(), rates: [], yes: [] };
}

async function read({ model, sequence, rates, yes }, { prompt, labels }) {
  const tokens = model.tokenize(prompt, true);
  await sequence.clearHistory();
  const startedMs = performance.now();
  const results = await sequence.controlledEvaluate([
    ...tokens.slice(0, -1),
    [tokens.at(-1), { generateNext: { probabilities: true, options: UNTOUCHED } }],
  ]);
  rates.push((tokens.length / (performance.now() - startedMs)) * 1000);
  const { probabilities } = results.at(-1).next;
  const [first, second] = labels.map((label) => probabilities.get(model.tokenize(label, false)[0]) ?? 0);
  yes.push(first / (first + second));
}

const models = [];
for (const entry of wanted) models.push(await open(entry));
for (const model of models) await read(model, prompts[0]);
for (const model of models) model.rates.length = model.yes.length = 0;
// In turns, so that whatever else the machine does meets all of them.
for (let round = 0; round < ROUNDS; round++)
  for (const prompt of prompts) for (const model of models) await read(model, prompt);
console.log(JSON.stringify(models.map(({ name, rates, yes }) => ({ name, rates, yes }))));
process.exit(0);
