import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { VisionModelError } from '../errors';

/** A file and the content it must have. */
export interface ExpectedFile {
  readonly name: string;
  readonly path: string;
  /** Hex; undefined: any content. */
  readonly sha256?: string;
}

/**
 * The content of a model's file.
 * @throws VisionModelError `VISION_MODEL_MISSING`, `VISION_MODEL_CORRUPT`
 */
export async function readModelFile({ name, path, sha256 }: ExpectedFile): Promise<Buffer> {
  const bytes = await readFile(path).catch((cause: unknown) => {
    throw new VisionModelError('VISION_MODEL_MISSING', `${name}: ${path} cannot be read`, { cause });
  });
  if (sha256 && sha256Of(bytes) !== sha256) {
    throw new VisionModelError('VISION_MODEL_CORRUPT', `${name}: ${path} has another content than ${sha256}`);
  }
  return bytes;
}

/** Hex. */
export function sha256Of(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex');
}
