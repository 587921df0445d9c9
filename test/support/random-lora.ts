import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { createRandom } from '@keyart/common';
import { GgufWriter } from './gguf-writer';
import { TINY_MATRICES } from './tiny-gguf';

/** A matrix's halves, row after row. */
export interface LoraHalves {
  /** `[rank × columns]` */
  readonly a: Float32Array;
  /** `[rows × rank]` */
  readonly b: Float32Array;
}

/** What an adapter of random weights is like. */
export interface RandomLora {
  readonly matrices: readonly (readonly [name: string, columns: number, rows: number])[];
  readonly rank: number;
  /** Multiplies B. */
  readonly size: number;
  readonly alpha: number;
  readonly strings: Readonly<Record<string, string>>;
}

/** An adapter for the tiny model that changes what it says. */
export const TINY_LORA: RandomLora = {
  matrices: TINY_MATRICES,
  rank: 4,
  size: 0.6,
  alpha: 8,
  strings: { 'general.architecture': 'llama', 'general.type': 'adapter', 'adapter.type': 'lora' },
};

/** The halves of every matrix, by its name; the same at every call. */
export function loraHalves({ matrices, rank, size }: RandomLora): Map<string, LoraHalves> {
  const random = createRandom('lora/1');
  const noise = (count: number, scale: number): Float32Array =>
    Float32Array.from({ length: count }, () => (random.next() - 0.5) * 2 * scale);
  const halves = matrices.map(
    ([name, columns, rows]) =>
      [name, { a: noise(rank * columns, Math.sqrt(3 / columns)), b: noise(rows * rank, size) }] as const,
  );
  return new Map(halves);
}

/** Bytes of the adapter's GGUF file. */
export function randomLora(lora: RandomLora): Buffer {
  const gguf = new GgufWriter();
  for (const [key, value] of Object.entries(lora.strings)) gguf.string(key, value);
  gguf.float32('adapter.lora.alpha', lora.alpha);
  const halves = loraHalves(lora);
  for (const [name, columns, rows] of lora.matrices) {
    const { a, b } = halves.get(name) as LoraHalves;
    gguf.tensor(`${name}.lora_a`, [columns, lora.rank], a);
    gguf.tensor(`${name}.lora_b`, [lora.rank, rows], b);
  }
  return gguf.toBytes();
}

/** Writes an adapter and its card. @returns the adapter's path */
export function writeAdapter(folder: string, bytes: Buffer, card: Readonly<Record<string, unknown>>): string {
  const file = path.join(folder, 'adapter.gguf');
  writeFileSync(file, bytes);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const whole = {
    schema: 'adapter-card/1',
    name: 'under-test',
    file: { sha256, sizeBytes: bytes.length },
    ...{ recipe: {}, dataFingerprint: 'none', figures: {}, licence: 'Apache-2.0' },
    ...card,
  };
  writeFileSync(path.join(folder, 'adapter.json'), JSON.stringify(whole));
  return file;
}
