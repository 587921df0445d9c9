import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { projectRoot } from '@keyart/common';
import { Tokenizer } from '@huggingface/tokenizers';
import { InferenceSession, Tensor } from 'onnxruntime-node';

/** Inputs of one run. */
export type BareFeeds = Readonly<Record<string, Tensor>>;

/** The graph alone, its inputs made beforehand. */
export interface BareMiniLm {
  readonly batches: readonly BareFeeds[];
  runAll(): Promise<void>;
  close(): Promise<void>;
}

/** What the bare session is given. */
export interface BareOptions {
  readonly modelPath: string;
  readonly texts: readonly string[];
  readonly batchCount: number;
  readonly threadCount: number;
}

/** ONNX Runtime alone: no tokens to make, nothing to pool, batches in the best order already. */
export async function openBareMiniLm(options: BareOptions): Promise<BareMiniLm> {
  const session = await InferenceSession.create(options.modelPath, {
    intraOpNumThreads: options.threadCount,
    interOpNumThreads: 1,
    // As the product's sessions, so that what is compared is the work around the graph.
    extra: { session: { intra_op: { allow_spinning: '0' } } },
  });
  const tokenizer = await loadTokenizer();
  const encoded = options.texts.map((text) => tokenizer.encode(text).ids);
  encoded.sort((one, other) => one.length - other.length);
  const batches: BareFeeds[] = [];
  for (let from = 0; from < encoded.length; from += options.batchCount)
    batches.push(feedsOf(encoded.slice(from, from + options.batchCount)));
  return {
    batches,
    async runAll() {
      for (const feeds of batches) await session.run(feeds);
    },
    close: () => session.release(),
  };
}

async function loadTokenizer(): Promise<Tokenizer> {
  const folder = path.join(projectRoot(), 'models', 'minilm-l6-v2');
  const read = async (name: string) => JSON.parse(await readFile(path.join(folder, name), 'utf8')) as object;
  return new Tokenizer(await read('tokenizer.json'), await read('tokenizer_config.json'));
}

function feedsOf(texts: readonly number[][]): BareFeeds {
  const length = Math.max(...texts.map((ids) => ids.length));
  const padded = texts.map((ids) => Array.from({ length }, (_, i) => ids[i]));
  const tensor = (value: (id: number | undefined) => number) =>
    new Tensor(
      'int64',
      BigInt64Array.from(padded.flat(), (id) => BigInt(value(id))),
      [texts.length, length],
    );
  return {
    input_ids: tensor((id) => id ?? 0),
    attention_mask: tensor((id) => (id === undefined ? 0 : 1)),
    token_type_ids: tensor(() => 0),
  };
}
