/** GGUF value types used here. */
const TYPE = { uint32: 4, int32: 5, float32: 6, string: 8, array: 9 } as const;
const ALIGNMENT = 32;
const VERSION = 3;
const FLOAT32_TENSOR = 0;

const uint32 = (value: number): Buffer => {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
};
const int32 = (value: number): Buffer => {
  const bytes = Buffer.alloc(4);
  bytes.writeInt32LE(value);
  return bytes;
};
const uint64 = (value: number): Buffer => {
  const bytes = Buffer.alloc(8);
  bytes.writeBigUInt64LE(BigInt(value));
  return bytes;
};
const float32 = (value: number): Buffer => {
  const bytes = Buffer.alloc(4);
  bytes.writeFloatLE(value);
  return bytes;
};
const text = (value: string): Buffer => {
  const bytes = Buffer.from(value, 'utf8');
  return Buffer.concat([uint64(bytes.length), bytes]);
};
const padded = (bytes: Buffer): Buffer =>
  Buffer.concat([bytes, Buffer.alloc((ALIGNMENT - (bytes.length % ALIGNMENT)) % ALIGNMENT)]);

interface Tensor {
  readonly name: string;
  readonly dimensions: readonly number[];
  readonly values: Float32Array;
}

/** Collects metadata and float tensors and gives the bytes of a GGUF file. */
export class GgufWriter {
  private readonly metadata: Buffer[] = [];
  private readonly tensors: Tensor[] = [];

  string(key: string, value: string): void {
    this.entry(key, TYPE.string, text(value));
  }

  uint32(key: string, value: number): void {
    this.entry(key, TYPE.uint32, uint32(value));
  }

  float32(key: string, value: number): void {
    this.entry(key, TYPE.float32, float32(value));
  }

  strings(key: string, values: readonly string[]): void {
    this.array(key, TYPE.string, values.map(text));
  }

  float32s(key: string, values: readonly number[]): void {
    this.array(key, TYPE.float32, values.map(float32));
  }

  int32s(key: string, values: readonly number[]): void {
    this.array(key, TYPE.int32, values.map(int32));
  }

  tensor(name: string, dimensions: readonly number[], values: Float32Array): void {
    this.tensors.push({ name, dimensions, values });
  }

  toBytes(): Buffer {
    const bodies = this.tensors.map(({ values }) => padded(Buffer.from(values.buffer)));
    let offset = 0;
    const infos = this.tensors.map(({ name, dimensions }, index) => {
      const at = offset;
      offset += bodies[index].length;
      const sizes = [uint32(dimensions.length), ...dimensions.map(uint64)];
      return Buffer.concat([text(name), ...sizes, uint32(FLOAT32_TENSOR), uint64(at)]);
    });
    const counts = [uint64(this.tensors.length), uint64(this.metadata.length)];
    const head = [Buffer.from('GGUF'), uint32(VERSION), ...counts, ...this.metadata, ...infos];
    return Buffer.concat([padded(Buffer.concat(head)), ...bodies]);
  }

  private entry(key: string, type: number, value: Buffer): void {
    this.metadata.push(Buffer.concat([text(key), uint32(type), value]));
  }

  private array(key: string, type: number, items: readonly Buffer[]): void {
    this.entry(key, TYPE.array, Buffer.concat([uint32(type), uint64(items.length), ...items]));
  }
}
