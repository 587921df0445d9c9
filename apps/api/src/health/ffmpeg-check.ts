import { Inject, Injectable } from '@nestjs/common';
import type { Clock } from '@keyart/common';
import { requireFfmpeg } from '@keyart/video';
import { CLOCK } from '../core/tokens';

/** Programs are seldom installed or removed, and asking for one starts others. */
const KEPT_MS = 60_000;

/** Whether ffmpeg is on this machine, asked at most once a minute. */
@Injectable()
export class FfmpegCheck {
  private asked: { readonly atMs: number; readonly answer: Promise<unknown> } | null = null;

  constructor(@Inject(CLOCK) private readonly clock: Clock) {}

  /** @throws VideoDependencyError `FFMPEG_MISSING` */
  require(): Promise<unknown> {
    const atMs = this.clock.nowMs();
    if (!this.asked || atMs - this.asked.atMs >= KEPT_MS) this.asked = { atMs, answer: requireFfmpeg() };
    return this.asked.answer;
  }
}
