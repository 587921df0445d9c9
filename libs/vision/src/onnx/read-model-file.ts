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

/** A file's content and its SHA-256, hex. */
export interface ModelFileContent {
  readonly bytes: Buffer;
  readonly sha256: string;
}

/**
 * The content of a model's file.
 * @throws VisionModelError `VISION_MODEL_MISSING`, `VISION_MODEL_CORRUPT`
 */
export async function readModelFile({ name, path, sha256 }: ExpectedFile): Promise<ModelFileContent> {
  const bytes = await readFile(path).catch((cause: unknown) => {
    throw new VisionModelError('VISION_MODEL_MISSING', `${name}: ${path} cannot be read`, { cause });
  });
  const found = createHash('sha256').update(bytes).digest('hex');
  if (sha256 && found !== sha256) {
    throw new VisionModelError('VISION_MODEL_CORRUPT', `${name}: ${path} has another content than ${sha256}`);
  }
  return { bytes, sha256: found };
}
