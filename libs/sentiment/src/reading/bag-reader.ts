import { FeatureIndex } from '../linear/feature-index';
import type { ModelPart } from '../model/linear-model';
import { BagSession, type BagAnswer } from '../onnx/bag-session';
import { FeatureScanner } from '../text/feature-scanner';

/** Finds the known features of texts and asks a graph about them. */
export class BagReader {
  private readonly scanner: FeatureScanner;
  private readonly index: FeatureIndex;
  /** Number of the last text that had a column: each counts once. */
  private readonly seen: Uint32Array;
  private text = 0;

  private constructor(
    { spec, hashes }: ModelPart,
    private readonly session: BagSession,
  ) {
    this.scanner = new FeatureScanner(spec);
    this.index = new FeatureIndex(hashes);
    this.seen = new Uint32Array(hashes.length);
  }

  static async open(part: ModelPart, classCount: number): Promise<BagReader> {
    return new BagReader(part, await BagSession.open(part.graph, classCount));
  }

  /** Columns of a text, each once. */
  columnsOf(text: string): Uint32Array {
    this.text = (this.text + 1) >>> 0;
    if (this.text === 0) {
      this.seen.fill(0);
      this.text = 1;
    }
    const hashes = this.scanner.scan(text);
    let count = 0;
    for (let at = 0; at < hashes.length; at++) {
      const column = this.index.columnOf(hashes[at]);
      if (column < 0 || this.seen[column] === this.text) continue;
      this.seen[column] = this.text;
      hashes[count++] = column;
    }
    return hashes.slice(0, count);
  }

  read(texts: readonly Uint32Array[]): Promise<BagAnswer> {
    return this.session.run(texts);
  }
}
