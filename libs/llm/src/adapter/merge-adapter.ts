import { randomUUID } from 'node:crypto';
import { mkdir, open, rename, rm, stat, type FileHandle } from 'node:fs/promises';
import path from 'node:path';
import { dequantise } from '../gguf/dequantise';
import type { GgufTensor } from '../gguf/gguf-header';
import { quantiseQ8 } from '../gguf/quantise-q8';
import { addLowRank } from './add-low-rank';
import type { LoraTensor } from './lora-tensors';
import { MERGE_VERSION } from './merge-version';
import { mergedLayout, type MergedLayout, type MergedTensor } from './merged-layout';
import type { RankingAdapter } from './ranking-adapter';

/** A model file, an adapter that fits it, and the folder of merged files. */
export interface MergeOptions {
  readonly base: { readonly path: string; readonly sha256: string };
  readonly adapter: RankingAdapter;
  readonly folder: string;
}

interface OpenFiles {
  readonly base: FileHandle;
  readonly adapter: FileHandle;
}

const NAME_HASH_LENGTH = 16;

/**
 * The model with the adapter inside: what runs at the speed of a bare model. Made once, some seconds, then found again by the hashes of both files.
 * Touched weights are kept as Q8_0, all others as they were.
 * @returns path of the merged GGUF file
 */
export async function mergeAdapter({ base, adapter, folder }: MergeOptions): Promise<string> {
  const layout = mergedLayout(adapter.baseHeader, adapter.tensors);
  const names = [base.sha256, adapter.sha256].map((hash) => hash.slice(0, NAME_HASH_LENGTH));
  const merged = path.join(folder, `${names.join('-')}.${MERGE_VERSION}.gguf`);
  if (await hasSize(merged, layout.sizeBytes)) return merged;
  await mkdir(folder, { recursive: true });
  const unfinished = `${merged}.${randomUUID()}`;
  const files = { base: await open(base.path), adapter: await open(adapter.file) };
  try {
    await write(unfinished, layout, files);
    await rename(unfinished, merged);
  } finally {
    await Promise.all([files.base.close(), files.adapter.close(), rm(unfinished, { force: true })]);
  }
  return merged;
}

async function write(file: string, layout: MergedLayout, files: OpenFiles): Promise<void> {
  const out = await open(file, 'w');
  try {
    const [from, to] = layout.metadataRange;
    const metadata = await readRange(files.base, from, to - from);
    await out.write(Buffer.concat([layout.before, metadata, layout.after]), 0, null, 0);
    // One tensor at a time: the process answers others in between.
    for (const tensor of layout.tensors) await writeTensor(out, tensor, files);
    await out.truncate(layout.sizeBytes);
    await out.sync();
  } finally {
    await out.close();
  }
}

async function writeTensor(out: FileHandle, tensor: MergedTensor, files: OpenFiles): Promise<void> {
  const { source, lora, start } = tensor;
  const own = await readTensor(files.base, source);
  const bytes = lora ? await mergedBytes(own, lora, files.adapter) : own;
  await out.write(bytes, 0, bytes.length, start);
}

async function mergedBytes(own: Buffer, lora: LoraTensor, adapter: FileHandle): Promise<Buffer> {
  const { weight, a, b, scale } = lora;
  const matrix = dequantise(own, weight.type);
  const [first, second] = [await readTensor(adapter, a), await readTensor(adapter, b)];
  const rank = a.dimensions[1];
  addLowRank(matrix, { a: dequantise(first, a.type), b: dequantise(second, b.type), rank, scale });
  return quantiseQ8(matrix);
}

function readTensor(file: FileHandle, { start, sizeBytes }: GgufTensor): Promise<Buffer> {
  return readRange(file, start, sizeBytes);
}

async function readRange(file: FileHandle, start: number, length: number): Promise<Buffer> {
  const bytes = Buffer.alloc(length);
  await file.read(bytes, 0, length, start);
  return bytes;
}

async function hasSize(file: string, sizeBytes: number): Promise<boolean> {
  return stat(file).then(
    ({ size }) => size === sizeBytes,
    () => false,
  );
}
