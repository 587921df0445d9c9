import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { projectRoot } from '@keyart/common';
import { Tokenizer } from '@huggingface/tokenizers';
import type { EncodedText } from './encoded-text';

const FOLDER = path.join(projectRoot(), 'models', 'minilm-l6-v2');
/** What the model was trained to read; more is cut off. */
const MOST_TOKENS = 256;

/** Words to the model's tokens: WordPiece, lower case. */
export class MiniLmTokenizer {
  private constructor(private readonly tokenizer: Tokenizer) {}

  static async load(): Promise<MiniLmTokenizer> {
    const [tokenizer, config] = await Promise.all(['tokenizer.json', 'tokenizer_config.json'].map(readJson));
    return new MiniLmTokenizer(new Tokenizer(tokenizer, config));
  }

  /** At least the marks of start and end. */
  encode(text: string): EncodedText {
    const { ids } = this.tokenizer.encode(text);
    return ids.length <= MOST_TOKENS ? ids : [...ids.slice(0, MOST_TOKENS - 1), ids[ids.length - 1]];
  }
}

async function readJson(name: string): Promise<object> {
  return JSON.parse(await readFile(path.join(FOLDER, name), 'utf8')) as object;
}
