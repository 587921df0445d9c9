import { messageOf, type Clock, type Logger, type ProgressListener } from '@keyart/common';
import type { ReviewAnalysis, SentimentReading, WaitingReview } from '@keyart/contracts';
import type { TitleReviewsRepository } from '@keyart/db';
import type { SentimentEngine } from '@keyart/sentiment';

/** What the use case stands on. */
export interface AnalyseReviewsParts {
  readonly reviews: Pick<TitleReviewsRepository, 'analyseWaiting' | 'countWaiting'>;
  readonly engine: SentimentEngine;
  /** Segments of members; unset: none is known. */
  readonly segmentsOf?: (memberIds: readonly string[]) => Promise<ReadonlyMap<string, string>>;
  readonly clock: Clock;
  readonly logger: Logger;
}

/** How a run goes. */
export interface AnalysisRun {
  /** Nobody tries again: a text on which the engine fails alone is given up, so that it does not hold up the others. */
  readonly isLast: boolean;
  /** Called after every batch. */
  readonly onBatch: () => Promise<void>;
  readonly onProgress: ProgressListener;
}

const BATCH_COUNT = 250;

/**
 * Use case: reads the reviews that wait, batch by batch, until none does. An engine that fails fails the run, and the reviews of its batch go on
 * waiting; so do those of a worker that dies.
 */
export class AnalyseReviews {
  constructor(private readonly parts: AnalyseReviewsParts) {}

  async run({ isLast, onBatch, onProgress }: AnalysisRun): Promise<{ readonly analysedCount: number }> {
    const { reviews, clock } = this.parts;
    const waitingCount = await reviews.countWaiting();
    const now = (): Date => new Date(clock.nowMs());
    for (let analysedCount = 0; ;) {
      const count = await reviews.analyseWaiting(BATCH_COUNT, now, (waiting) => this.read(waiting, isLast));
      if (count === 0) return { analysedCount };
      analysedCount += count;
      await onBatch();
      onProgress(Math.min(1, analysedCount / Math.max(1, waitingCount)), `${analysedCount} reviews`);
    }
  }

  private async read(waiting: readonly WaitingReview[], isLast: boolean): Promise<ReviewAnalysis[]> {
    const segments = await this.segmentsOf(waiting);
    const segmentOf = ({ memberId }: WaitingReview): string | null =>
      (memberId !== null && segments.get(memberId)) || null;
    const readings = await this.readings(waiting, isLast);
    return waiting.map((review, index) => {
      const { reviewId } = review;
      const reading = readings[index];
      return reading
        ? { reviewId, reading, segment: segmentOf(review) }
        : { reviewId, reading: null, reason: 'engine-failed' };
    });
  }

  private async segmentsOf(waiting: readonly WaitingReview[]): Promise<ReadonlyMap<string, string>> {
    const members = waiting.flatMap(({ memberId }) => (memberId === null ? [] : [memberId]));
    return (members.length > 0 && (await this.parts.segmentsOf?.([...new Set(members)]))) || new Map();
  }

  /** Null where the engine fails on a text but not on others. */
  private async readings(
    waiting: readonly WaitingReview[],
    isLast: boolean,
  ): Promise<(SentimentReading | null)[]> {
    try {
      return await this.readTexts(waiting.map(({ text }) => text));
    } catch (error) {
      if (!isLast) throw error;
      return this.readOneByOne(waiting, error);
    }
  }

  private async readOneByOne(
    waiting: readonly WaitingReview[],
    reason: unknown,
  ): Promise<(SentimentReading | null)[]> {
    const readings: (SentimentReading | null)[] = [];
    for (const { text } of waiting) {
      const [reading] = await this.readTexts([text]).catch(() => [null]);
      readings.push(reading);
    }
    if (readings.every((reading) => reading === null)) throw reason;
    const failedCount = readings.filter((reading) => reading === null).length;
    this.parts.logger.warn(
      { failedCount, reason: messageOf(reason) },
      'reviews that the engine fails on were given up',
    );
    return readings;
  }

  private async readTexts(texts: readonly string[]): Promise<SentimentReading[]> {
    const { engine } = this.parts;
    const readings = await engine.read(texts);
    if (readings.length === texts.length) return readings;
    throw new Error(`${engine.version} gave ${readings.length} readings for ${texts.length} texts`);
  }
}
