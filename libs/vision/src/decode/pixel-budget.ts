import { MAX_PICTURE_PX } from './open-picture';

interface Turn {
  readonly px: number;
  begin(): void;
}

/**
 * Bounds how many pixels are decoded at a time, so that memory stays bounded however many pictures come at once: the worst
 * takes 8 bytes a pixel. First come, first served; the largest picture waits until it is alone.
 */
export class PixelBudget {
  private spentPx = 0;
  private readonly waiting: Turn[] = [];

  constructor(private readonly mostPx: number) {}

  /**
   * Does the work when there is room for it.
   * @param px of the picture
   */
  async spend<T>(px: number, work: () => Promise<T>): Promise<T> {
    const held = Math.min(px, this.mostPx);
    await new Promise<void>((begin) => {
      this.waiting.push({ px: held, begin });
      this.beginNext();
    });
    try {
      return await work();
    } finally {
      this.spentPx -= held;
      this.beginNext();
    }
  }

  private beginNext(): void {
    while (this.waiting.length > 0 && this.spentPx + this.waiting[0].px <= this.mostPx) {
      const [turn] = this.waiting.splice(0, 1);
      this.spentPx += turn.px;
      turn.begin();
    }
  }
}

/** Of this process: one picture of the largest size, or several smaller ones. */
export const DECODING = new PixelBudget(MAX_PICTURE_PX);
