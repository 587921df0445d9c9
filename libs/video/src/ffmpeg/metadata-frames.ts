/** What filters said of one frame, as `metadata=print` writes it. */
export interface MetadataFrame {
  /** Since the video's start. */
  readonly atSeconds: number;
  /** Key without `lavfi.`, e.g. `scd.mafd`; a value that is no finite number is left out. */
  readonly values: ReadonlyMap<string, number>;
}

const HEAD = /^frame:\s*\d+\s+pts:\s*\S+\s+pts_time:\s*(\S+)/;
const VALUE = /^lavfi\.([^=]+)=(.+)$/;

/** Takes the text of ffmpeg's `metadata=print` in pieces of any size, gives frames one by one. */
export class MetadataFrames {
  private rest = '';
  private atSeconds: number | null = null;
  private values = new Map<string, number>();

  constructor(private readonly take: (frame: MetadataFrame) => void) {}

  /** Takes the next piece. */
  push(chunk: Buffer | string): void {
    const lines = (this.rest + chunk.toString()).split('\n');
    this.rest = lines.pop() ?? '';
    for (const line of lines) this.read(line);
  }

  /** Gives the last frame; call it once, when all pieces were pushed. */
  end(): void {
    if (this.rest !== '') this.read(this.rest);
    this.rest = '';
    this.give();
  }

  private read(line: string): void {
    const head = HEAD.exec(line);
    if (head) {
      this.give();
      this.atSeconds = Number(head[1]);
      return;
    }
    const [, key, text] = VALUE.exec(line) ?? [];
    const value = Number(text);
    if (key !== undefined && Number.isFinite(value)) this.values.set(key, value);
  }

  private give(): void {
    if (this.atSeconds !== null) this.take({ atSeconds: this.atSeconds, values: this.values });
    this.atSeconds = null;
    this.values = new Map();
  }
}
