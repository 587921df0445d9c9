import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { locateModelFiles, projectRoot } from '@keyart/common';
import { MiniLmEmbedder, OnnxRuntime } from '@keyart/vision';
import { openBareMiniLm } from './bare-mini-lm';

const TARGET_RATIO = 0.8;
/** That of `MiniLmEmbedder`. */
const BATCH_COUNT = 32;
const FILE_ID = 'minilm-l6-v2-int8';
const OPTIONS = {
  model: { type: 'string' },
  rounds: { type: 'string', default: '5' },
  threads: { type: 'string', default: '2' },
  json: { type: 'boolean', default: false },
} as const;

/** Synopses and captions of the fixtures. */
async function fixtureTexts(): Promise<string[]> {
  const file = path.join(projectRoot(), 'artwork-fixtures', 'manifest.json');
  const { titles } = JSON.parse(await readFile(file, 'utf8')) as {
    titles: { synopsis: string; artworks: { caption: string }[] }[];
  };
  return titles.flatMap(({ synopsis, artworks }) => [synopsis, ...artworks.map(({ caption }) => caption)]);
}

async function openEmbedder(runtime: OnnxRuntime, modelPath: string): Promise<MiniLmEmbedder> {
  const files = await locateModelFiles(path.join(projectRoot(), 'models', 'manifest.json'));
  const file = files.find(({ id }) => id === FILE_ID);
  if (!file) throw new Error(`the manifest names no ${FILE_ID}`);
  return new MiniLmEmbedder(runtime, { ...file, path: modelPath });
}

async function timeMs(work: () => Promise<unknown>): Promise<number> {
  const startedMs = performance.now();
  await work();
  return performance.now() - startedMs;
}

/** Rate of embedding texts, words to vectors, over that of the graph alone; turn about, so that both meet the same machine. */
async function main(): Promise<void> {
  const { values } = parseArgs({ options: OPTIONS });
  const modelPath = values.model ?? process.env.KEYART_MINILM_ONNX;
  if (!modelPath) throw new Error('name the model file: --model FILE or KEYART_MINILM_ONNX');
  const texts = await fixtureTexts();
  const threadCount = Number(values.threads);
  const runtime = new OnnxRuntime({ intraOpThreadCount: threadCount });
  const embedder = await openEmbedder(runtime, modelPath);
  const bare = await openBareMiniLm({ modelPath, texts, batchCount: BATCH_COUNT, threadCount });
  let [embedderMs, bareMs] = [0, 0];
  await Promise.all([embedder.embed(texts), bare.runAll()]);
  for (let round = 0; round < Number(values.rounds); round++) {
    bareMs += await timeMs(() => bare.runAll());
    embedderMs += await timeMs(() => embedder.embed(texts));
  }
  await Promise.all([runtime.close(), bare.close()]);
  const textCount = texts.length * Number(values.rounds);
  const rates = {
    embedderTextsPerSecond: Math.round((textCount / embedderMs) * 1000),
    bareTextsPerSecond: Math.round((textCount / bareMs) * 1000),
  };
  const ratio = bareMs / embedderMs;
  if (values.json) console.log(JSON.stringify({ textCount, threadCount, ...rates, ratio }));
  else {
    console.table([{ texts: textCount, threads: threadCount, ...rates, ratio: ratio.toFixed(3) }]);
    console.log(`target: ratio ≥ ${TARGET_RATIO}`);
  }
  process.exitCode = ratio >= TARGET_RATIO ? 0 : 1;
}

void main();
