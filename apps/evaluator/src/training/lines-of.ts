import { createReadStream } from 'node:fs';

/** A file's lines one after the other, without line breaks; only `\n` and `\r\n` end one, as JSON lines may hold the others. */
export async function* linesOf(file: string): AsyncIterable<string> {
  let rest = '';
  for await (const part of createReadStream(file, { encoding: 'utf8', highWaterMark: CHUNK_BYTES })) {
    const lines = (rest + String(part)).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) yield line.endsWith('\r') ? line.slice(0, -1) : line;
  }
  if (rest !== '') yield rest;
}

const CHUNK_BYTES = 1 << 20;
