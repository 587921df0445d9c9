import { open, type FileHandle } from 'node:fs/promises';
import { GgufCutOff, GgufMalformed } from './gguf-cursor';
import type { GgufHeader } from './gguf-header';
import { parseGgufHeader } from './parse-gguf-header';

const FIRST_BYTES = 256 * 1024;
const MOST_HEADER_BYTES = 64 * 1024 * 1024;

/**
 * The header of a GGUF file whose tensors are all there.
 * @throws GgufCutOff where the file ends before its last tensor; GgufMalformed; what the file system throws
 */
export async function readGgufHeader(file: string): Promise<GgufHeader> {
  const handle = await open(file, 'r');
  try {
    const { size } = await handle.stat();
    const header = await parseStart(handle, size);
    const end = Math.max(0, ...header.tensors.map(({ start, sizeBytes }) => start + sizeBytes));
    if (end > size) throw new GgufCutOff(`it has ${size} bytes, its tensors go up to ${end}`);
    return header;
  } finally {
    await handle.close();
  }
}

/** Reads more until the header is whole: where it ends is known only from reading it. */
async function parseStart(handle: FileHandle, size: number): Promise<GgufHeader> {
  for (let length = FIRST_BYTES; ; length *= 4) {
    const bytes = Buffer.alloc(Math.min(length, size));
    await handle.read(bytes, 0, bytes.length, 0);
    try {
      return parseGgufHeader(bytes);
    } catch (error) {
      if (!(error instanceof GgufCutOff) || length >= size) throw error;
      if (length >= MOST_HEADER_BYTES) throw new GgufMalformed(`its header is longer than ${length} bytes`);
    }
  }
}
