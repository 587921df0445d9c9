import { createRandom } from '@keyart/common';
import { GgufWriter } from './gguf-writer';

const EMBEDDING = 64;
const LAYERS = 2;
const HEADS = 4;
const FEED_FORWARD = 128;
const CONTEXT = 2048;

const TOKEN_TYPE = { normal: 1, unknown: 2, control: 3, byte: 6 } as const;
const CHARACTERS = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789.,!?:\n';

interface Vocabulary {
  readonly tokens: string[];
  readonly scores: number[];
  readonly types: number[];
}

/** Bytes, single characters, and the label words with the pieces they merge from. */
function vocabulary(): Vocabulary {
  const words: Vocabulary = { tokens: [], scores: [], types: [] };
  const add = (token: string, type: number): void => {
    words.tokens.push(token);
    words.scores.push(type === TOKEN_TYPE.normal ? -words.tokens.length : 0);
    words.types.push(type);
  };
  add('<unk>', TOKEN_TYPE.unknown);
  for (const token of ['<s>', '</s>', '<|im_start|>', '<|im_end|>']) add(token, TOKEN_TYPE.control);
  for (let byte = 0; byte < 256; byte++)
    add(`<0x${byte.toString(16).toUpperCase().padStart(2, '0')}>`, TOKEN_TYPE.byte);
  for (const token of ['▁', ...CHARACTERS, 'es', 'Yes', '▁Yes', 'No', '▁No']) add(token, TOKEN_TYPE.normal);
  return words;
}

function writeMetadata(gguf: GgufWriter, { tokens, scores, types }: Vocabulary): void {
  gguf.string('general.architecture', 'llama');
  gguf.string('general.name', 'tiny-random');
  gguf.uint32('general.file_type', 0);
  gguf.uint32('llama.context_length', CONTEXT);
  gguf.uint32('llama.embedding_length', EMBEDDING);
  gguf.uint32('llama.block_count', LAYERS);
  gguf.uint32('llama.feed_forward_length', FEED_FORWARD);
  gguf.uint32('llama.attention.head_count', HEADS);
  gguf.uint32('llama.attention.head_count_kv', HEADS);
  gguf.float32('llama.attention.layer_norm_rms_epsilon', 1e-5);
  gguf.uint32('llama.rope.dimension_count', EMBEDDING / HEADS);
  gguf.uint32('llama.vocab_size', tokens.length);
  gguf.string('tokenizer.ggml.model', 'llama');
  gguf.strings('tokenizer.ggml.tokens', tokens);
  gguf.float32s('tokenizer.ggml.scores', scores);
  gguf.int32s('tokenizer.ggml.token_type', types);
  gguf.uint32('tokenizer.ggml.bos_token_id', 1);
  gguf.uint32('tokenizer.ggml.eos_token_id', 2);
  gguf.uint32('tokenizer.ggml.unknown_token_id', 0);
}

function writeTensors(gguf: GgufWriter, vocabularySize: number, { seed, change }: TinyGguf): void {
  const random = createRandom(seed);
  const noise = (count: number, scale: number): Float32Array =>
    Float32Array.from(
      { length: count },
      () => (random.next() + random.next() + random.next() - 1.5) * 2 * scale,
    );
  const matrix = (name: string, [columns, rows]: [number, number], scale: number): void => {
    const values = noise(columns * rows, scale);
    change?.(name, values);
    gguf.tensor(name, [columns, rows], values);
  };
  const ones = (name: string): void => gguf.tensor(name, [EMBEDDING], new Float32Array(EMBEDDING).fill(1));
  matrix('token_embd.weight', [EMBEDDING, vocabularySize], 0.5);
  ones('output_norm.weight');
  matrix('output.weight', [EMBEDDING, vocabularySize], 0.3);
  for (let layer = 0; layer < LAYERS; layer++) {
    const name = (part: string): string => `blk.${layer}.${part}.weight`;
    ones(name('attn_norm'));
    for (const part of ['attn_q', 'attn_k', 'attn_v', 'attn_output'])
      matrix(name(part), [EMBEDDING, EMBEDDING], 0.1);
    ones(name('ffn_norm'));
    for (const part of ['ffn_gate', 'ffn_up']) matrix(name(part), [EMBEDDING, FEED_FORWARD], 0.1);
    matrix(name('ffn_down'), [FEED_FORWARD, EMBEDDING], 0.1);
  }
}

/** What a tiny model is made of. */
export interface TinyGguf {
  readonly seed: string;
  /** Changes a matrix's values, row after row, in place. */
  readonly change?: (name: string, values: Float32Array) => void;
}

/** Matrices of every layer that adapters change, with `[columns, rows]`. */
export const TINY_MATRICES: readonly (readonly [name: string, columns: number, rows: number])[] = Array.from(
  { length: LAYERS },
  (_, layer) =>
    [
      ...['attn_q', 'attn_k', 'attn_v', 'attn_output'].map((part) => [part, EMBEDDING, EMBEDDING] as const),
      ...['ffn_gate', 'ffn_up'].map((part) => [part, EMBEDDING, FEED_FORWARD] as const),
      ['ffn_down', FEED_FORWARD, EMBEDDING] as const,
    ].map(([part, columns, rows]) => [`blk.${layer}.${part}.weight`, columns, rows] as const),
).flat();

/** Bytes of a working Llama-architecture model of random weights: half a megabyte, for tests of everything around a model. */
export function tinyGguf(model: TinyGguf = { seed: 'tiny/1' }): Buffer {
  const gguf = new GgufWriter();
  const words = vocabulary();
  writeMetadata(gguf, words);
  writeTensors(gguf, words.tokens.length, model);
  return gguf.toBytes();
}
