import { InferenceSession, Tensor } from 'onnxruntime-node';

/** What a graph says of texts, each `[n × C]`, row by row. */
export interface BagAnswer {
  readonly margins: Float32Array;
  readonly probabilities: Float32Array;
}

/** Texts of similar length that go through the graph together. */
const BATCH_SIZE = 64;

/** A bag's graph, opened. */
export class BagSession {
  private constructor(
    private readonly session: InferenceSession,
    private readonly classCount: number,
  ) {}

  /** @throws Error where the bytes are no such graph */
  static async open(bytes: Uint8Array, classCount: number): Promise<BagSession> {
    const session = await InferenceSession.create(bytes, {
      ...{ intraOpNumThreads: 1, interOpNumThreads: 1, executionMode: 'sequential' },
    });
    return new BagSession(session, classCount);
  }

  /** @param texts columns of each text */
  async run(texts: readonly Uint32Array[]): Promise<BagAnswer> {
    const order = texts.map((_, i) => i).sort((a, b) => texts[a].length - texts[b].length);
    const size = texts.length * this.classCount;
    const answer = { margins: new Float32Array(size), probabilities: new Float32Array(size) };
    for (let from = 0; from < order.length; from += BATCH_SIZE)
      await this.runBatch(texts, order.slice(from, from + BATCH_SIZE), answer);
    return answer;
  }

  private async runBatch(
    texts: readonly Uint32Array[],
    places: readonly number[],
    answer: BagAnswer,
  ): Promise<void> {
    const longest = Math.max(1, texts[places[places.length - 1]].length);
    const ids = new Int32Array(places.length * longest);
    places.forEach((place, row) => {
      const columns = texts[place];
      for (let at = 0; at < columns.length; at++) ids[row * longest + at] = columns[at] + 1;
    });
    const feeds = { ids: new Tensor('int32', ids, [places.length, longest]) };
    const { margins, probabilities } = await this.session.run(feeds);
    for (const [tensor, into] of [
      [margins, answer.margins],
      [probabilities, answer.probabilities],
    ] as const) {
      const rows = tensor.data as Float32Array;
      places.forEach((place, row) =>
        into.set(rows.subarray(row * this.classCount, (row + 1) * this.classCount), place * this.classCount),
      );
    }
  }
}
