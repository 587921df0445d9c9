import { readFileSync } from 'node:fs';
import path from 'node:path';
import { projectRoot, type ModelFile } from '@keyart/common';
import { Tokenizer } from '@huggingface/tokenizers';
import type { OnnxRuntime } from '../onnx/onnx-runtime';
import type { TextEmbedder } from '../text-embedder';
import { meanPool } from './mean-pool';
import { MINI_LM_DIMENSIONS, miniLmFile, miniLmVersion, OUTPUT } from './mini-lm.file';
import { tokenBatch, type TokenBatch } from './token-batch';

const TOKENIZER_FOLDER = path.join(projectRoot(), 'models', 'minilm-l6-v2');
/** The model was trained on texts of 128 word pieces, and ours are of 25 to 60: what comes after is cut off. */
const MAX_TOKEN_COUNT = 128;
/** Larger batches gain nothing on a processor. */
const BATCH_COUNT = 32;

/**
 * all-MiniLM-L6-v2 in 8 bits: mean of the last layer over a text's tokens, scaled to length 1.
 * Source: Reimers & Gurevych, "Sentence-BERT" (2019); Wang et al., "MiniLM" (2020).
 */
export class MiniLmEmbedder implements TextEmbedder {
  readonly model: string;
  readonly dimensionCount = MINI_LM_DIMENSIONS;
  private readonly tokenizer: Tokenizer;

  /** @param file whose path is not null */
  constructor(
    private readonly runtime: OnnxRuntime,
    private readonly file: ModelFile & { readonly path: string },
  ) {
    this.model = miniLmVersion(file);
    this.tokenizer = new Tokenizer(readJson('tokenizer.json'), readJson('tokenizer_config.json'));
  }

  /** @throws VisionModelError where the model cannot be loaded or run */
  async embed(texts: readonly string[]): Promise<Float32Array[]> {
    const tokens = texts.map((text) => this.tokensOf(text));
    // Texts of like length go together: a batch is as wide as its longest.
    const order = tokens.map((_, i) => i).sort((a, b) => tokens[a].length - tokens[b].length);
    const vectors = new Array<Float32Array>(texts.length);
    for (let start = 0; start < order.length; start += BATCH_COUNT) {
      const batch = order.slice(start, start + BATCH_COUNT);
      const embedded = await this.embedBatch(tokenBatch(batch.map((i) => tokens[i])));
      batch.forEach((i, row) => (vectors[i] = embedded[row]));
    }
    return vectors;
  }

  private async embedBatch(batch: TokenBatch): Promise<Float32Array[]> {
    const session = await this.runtime.open(miniLmFile(this.file));
    const outputs = await session.run(() => batch.feeds);
    return meanPool(outputs[OUTPUT].data as Float32Array, batch);
  }

  /** With the classifier's token before and the separator after, which stays where a text is cut off. */
  private tokensOf(text: string): number[] {
    const { ids } = this.tokenizer.encode(text);
    return ids.length <= MAX_TOKEN_COUNT ? ids : [...ids.slice(0, MAX_TOKEN_COUNT - 1), ids[ids.length - 1]];
  }
}

function readJson(name: string): object {
  return JSON.parse(readFileSync(path.join(TOKENIZER_FOLDER, name), 'utf8')) as object;
}
