import { createHash } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { SentimentError } from '../errors';
import type { LinearModelFiles, ModelPart } from './linear-model';

const SCHEMA = 'linear-sentiment/1';
const PARTS = ['polarity', 'tones'] as const;
const DIGEST_LENGTH = 12;

type PartName = (typeof PARTS)[number];

/** A model as it was read, with its version. */
export interface ReadModel extends LinearModelFiles {
  /** `linear-` and the first digits of the hash of all its files. */
  readonly version: string;
}

function fileOf(folder: string, part: PartName, kind: 'onnx' | 'features'): string {
  return path.join(folder, `${part}.${kind === 'onnx' ? 'onnx' : 'features.bin'}`);
}

function bytesOf(hashes: Uint32Array): Buffer {
  const bytes = Buffer.alloc(4 * hashes.length);
  hashes.forEach((hash, at) => bytes.writeUInt32LE(hash, 4 * at));
  return bytes;
}

function hashesOf(bytes: Buffer): Uint32Array {
  return Uint32Array.from({ length: bytes.length / 4 }, (_, at) => bytes.readUInt32LE(4 * at));
}

/** Writes `polarity.onnx`, `tones.onnx`, their features and `model.json`. @returns bytes written */
export async function writeModel(folder: string, model: LinearModelFiles): Promise<number> {
  await mkdir(folder, { recursive: true });
  const sizes: number[] = [];
  const write = async (file: string, bytes: Uint8Array): Promise<void> => {
    sizes.push(bytes.length);
    await writeFile(file, bytes);
  };
  for (const part of PARTS) {
    await write(fileOf(folder, part, 'onnx'), model[part].graph);
    await write(fileOf(folder, part, 'features'), bytesOf(model[part].hashes));
  }
  const { polarity, tones, training } = model;
  const said = {
    schema: SCHEMA,
    polarity: { spec: polarity.spec, calibration: polarity.calibration, largeMargin: polarity.largeMargin },
    tones: { spec: tones.spec, labels: tones.labels, thresholds: tones.thresholds },
    training,
  };
  await write(path.join(folder, 'model.json'), Buffer.from(`${JSON.stringify(said, null, 2)}\n`));
  return sizes.reduce((sum, size) => sum + size, 0);
}

/** @throws SentimentError `BAD_SENTIMENT_MODEL` naming the file that is missing or no such file */
export async function readModel(folder: string): Promise<ReadModel> {
  const digest = createHash('sha256');
  const read = async (file: string): Promise<Buffer> => {
    try {
      const bytes = await readFile(file);
      digest.update(bytes);
      return bytes;
    } catch (cause) {
      throw new SentimentError('BAD_SENTIMENT_MODEL', `${file}: cannot be read`, { cause });
    }
  };
  const file = path.join(folder, 'model.json');
  const said = parsed(file, await read(file));
  const partOf = async (part: PartName): Promise<Pick<ModelPart, 'hashes' | 'graph'>> => ({
    graph: await read(fileOf(folder, part, 'onnx')),
    hashes: hashesOf(await read(fileOf(folder, part, 'features'))),
  });
  const polarity = { ...said.polarity, ...(await partOf('polarity')) };
  const tones = { ...said.tones, ...(await partOf('tones')) };
  const version = `linear-${digest.digest('hex').slice(0, DIGEST_LENGTH)}`;
  return { polarity, tones, training: said.training, version };
}

function parsed(file: string, bytes: Buffer): LinearModelFiles {
  try {
    const said = JSON.parse(bytes.toString('utf8')) as LinearModelFiles & { schema?: unknown };
    if (said.schema === SCHEMA) return said;
  } catch (cause) {
    throw new SentimentError('BAD_SENTIMENT_MODEL', `${file}: is no JSON`, { cause });
  }
  throw new SentimentError('BAD_SENTIMENT_MODEL', `${file}: is not of schema ${SCHEMA}`);
}
