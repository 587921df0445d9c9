import { messageOf, type Clock, type Logger, type Outcome } from '@keyart/common';
import type {
  NewTitleReview,
  RejectedReviewDto,
  TitleReviewDto,
  TitleReviewsAnswerDto,
} from '@keyart/contracts';
import type { TitleReviewsRepository } from '@keyart/db';
import type { JobProducer } from '@keyart/queue';
import { judgeReview, type Refusal } from './judge-review';

/** What the use case stands on. */
export interface TakeReviewsParts {
  readonly reviews: Pick<TitleReviewsRepository, 'insertMany'>;
  readonly jobs: Pick<JobProducer, 'enqueue'>;
  readonly clock: Clock;
  readonly logger: Logger;
}

/** A row of a batch, or what is wrong with its form. */
export type ParsedReview = Outcome<TitleReviewDto, Refusal>;

/**
 * Use case: takes a batch of reviews. Every one is judged on its own. Those accepted are stored when this ends, and a worker is woken to read
 * them; a queue that does not answer loses nothing, for reviews wait in their table and a schedule looks every minute.
 */
export class TakeReviews {
  constructor(private readonly parts: TakeReviewsParts) {}

  async run(rows: readonly ParsedReview[]): Promise<TitleReviewsAnswerDto> {
    const nowMs = this.parts.clock.nowMs();
    const rejected: RejectedReviewDto[] = [];
    const places: number[] = [];
    const reviews: NewTitleReview[] = [];
    rows.forEach((row, index) => {
      const judged = row.ok ? judgeReview(row.value, nowMs) : row;
      if (!judged.ok) return void rejected.push({ index, ...judged.error });
      places.push(index);
      reviews.push(judged.value);
    });
    const outcomes = await this.parts.reviews.insertMany(reviews, new Date(nowMs));
    outcomes.forEach((outcome, place) => {
      if (outcome === 'unknown-title') rejected.push(unknownTitle(places[place], reviews[place].titleId));
    });
    const accepted = outcomes.filter((outcome) => outcome === 'accepted').length;
    if (accepted > 0) await this.wakeWorker();
    const duplicates = outcomes.filter((outcome) => outcome === 'duplicate').length;
    return { accepted, duplicates, rejected: rejected.sort((a, b) => a.index - b.index) };
  }

  private async wakeWorker(): Promise<void> {
    try {
      await this.parts.jobs.enqueue('analyse-reviews', {}, { collapseKey: 'analyse-reviews' });
    } catch (error) {
      this.parts.logger.warn({ reason: messageOf(error) }, 'reviews wait for the next scheduled reading');
    }
  }
}

function unknownTitle(index: number, titleId: string): RejectedReviewDto {
  return { index, code: 'unknown-title', field: 'titleId', detail: `there is no title ${titleId}` };
}
