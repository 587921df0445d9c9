/** A box of an ISO base media file, with its length. */
export function mediaBox(type: string, data: Buffer | string = ''): Buffer {
  const content = Buffer.from(data as string, 'latin1');
  const head = Buffer.alloc(8, type.padStart(8), 'latin1');
  head.writeUInt32BE(content.length + head.length, 0);
  return Buffer.concat([head, content]);
}

/** A chunk of a RIFF file, with its length and padding. */
export function riffChunk(type: string, data: Buffer): Buffer {
  const head = Buffer.alloc(8, type.padEnd(8), 'latin1');
  head.writeUInt32LE(data.length, 4);
  return Buffer.concat([head, data, Buffer.alloc(data.length % 2)]);
}

/** A RIFF file of chunks. */
export function riffFile(form: string, chunks: readonly Buffer[]): Buffer {
  return riffChunk('RIFF', Buffer.concat([Buffer.from(form, 'latin1'), ...chunks]));
}

/** The AVIF with the size in its `ispe` box changed. */
export function withAvifSize(avif: Buffer, widthPx: number, heightPx: number): Buffer {
  const changed = Buffer.from(avif);
  const at = changed.indexOf('ispe') + 8;
  changed.writeUInt32BE(widthPx, at);
  changed.writeUInt32BE(heightPx, at + 4);
  return changed;
}
