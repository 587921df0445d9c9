import type { LabelScore, LabelScorer, LabelScoreRequest } from '../label-scorer';

/**
 * A scorer that opens at its first call: processes that only read precomputed scores know the model's version
 * without loading the model. A failed opening is tried again at the next call.
 */
export class LazyLabelScorer implements LabelScorer {
  private opened: Promise<LabelScorer> | null = null;
  private isClosed = false;

  /**
   * @param modelVersion what the opened scorer will report
   * @param open starts the real one
   */
  constructor(
    readonly modelVersion: string,
    private readonly open: () => Promise<LabelScorer>,
  ) {}

  async score(request: LabelScoreRequest): Promise<LabelScore[]> {
    if (!this.isClosed) this.opened ??= this.openOnce();
    if (!this.opened) throw new Error('the scorer was closed before its first use');
    return (await this.opened).score(request);
  }

  async close(): Promise<void> {
    this.isClosed = true;
    await (await this.opened?.catch(() => null))?.close();
  }

  private async openOnce(): Promise<LabelScorer> {
    try {
      return await this.open();
    } catch (error) {
      this.opened = null;
      throw error;
    }
  }
}
