import type { AnalysedReview, NewTitleReview, ReviewAnalysis, WaitingReview } from '@keyart/contracts';
import type { Database } from './database';
import { withDatabaseErrors } from './errors';
import {
  INSERT_REVIEWS,
  LAGS,
  READ_TITLES,
  SAVE_ANALYSES,
  SAVE_ASSESSMENT,
  TAKE_WAITING,
} from './title-review.statements';

/** What became of a review that came in. */
export type ReviewIntake = 'accepted' | 'duplicate' | 'unknown-title';

/** A review that a profile holds back, or no longer does. */
export interface ReviewStateChange {
  readonly reviewId: string;
  readonly state: 'analysed' | 'quarantined';
  readonly reason: string | null;
}

/** What a profile saw of a title's reviews. */
export interface ReviewAssessment {
  /** Reviews that no profile had seen before. */
  readonly firstSeen: readonly string[];
  readonly changes: readonly ReviewStateChange[];
  readonly at: Date;
}

/** From receipt to the first profile, seconds; nulls: nothing was profiled. */
export interface ReviewLag {
  readonly reviewCount: number;
  readonly profiledCount: number;
  readonly medianSeconds: number | null;
  readonly p95Seconds: number | null;
  readonly p99Seconds: number | null;
  readonly mostSeconds: number | null;
}

type Row<T> = T & Record<string, unknown>;

/** Reviews of titles. The table is the line in which they wait to be read. */
export class TitleReviewsRepository {
  constructor(private readonly database: Database) {}

  /** Takes reviews in; one that is known by source and external id stays as it was. @returns what became of each, in order */
  async insertMany(reviews: readonly NewTitleReview[], receivedAt: Date): Promise<ReviewIntake[]> {
    if (reviews.length === 0) return [];
    const input = JSON.stringify(reviews, (_, value: unknown) =>
      typeof value === 'bigint' ? value.toString() : value,
    );
    const statement = { name: 'insert-reviews', text: INSERT_REVIEWS, values: [input, receivedAt] };
    const rows = await this.database.query<{ isKnown: boolean; isNew: boolean }>(statement);
    return rows.map(({ isKnown, isNew }) => (isKnown ? (isNew ? 'accepted' : 'duplicate') : 'unknown-title'));
  }

  /**
   * Has the oldest reviews that wait read, in one transaction: while they are read no other worker takes them, and when this one dies they wait
   * again at once. What is thrown while reading leaves them waiting.
   * @param read one analysis a review, in order
   * @returns how many were read; 0: none waits, or others have them
   */
  async analyseWaiting(
    limit: number,
    at: () => Date,
    read: (waiting: readonly WaitingReview[]) => Promise<readonly ReviewAnalysis[]>,
  ): Promise<number> {
    const client = await withDatabaseErrors(() => this.database.pool.connect());
    let isBroken = true;
    try {
      await withDatabaseErrors(() => client.query('BEGIN'));
      const { rows } = await withDatabaseErrors(() => client.query<WaitingReview>(TAKE_WAITING, [limit]));
      if (rows.length > 0) {
        const analyses = (await read(rows)).map(analysisRow);
        await withDatabaseErrors(() => client.query(SAVE_ANALYSES, [JSON.stringify(analyses), at()]));
      }
      await withDatabaseErrors(() => client.query('COMMIT'));
      isBroken = false;
      return rows.length;
    } finally {
      if (isBroken)
        await client
          .query('ROLLBACK')
          .then(() => (isBroken = false))
          .catch(() => undefined);
      client.release(isBroken);
    }
  }

  /** A title's reviews that were read, the oldest first. */
  async readTitle(titleId: string): Promise<AnalysedReview[]> {
    return (await this.readTitles([titleId])).get(titleId) ?? [];
  }

  /** Reviews of titles that were read, the oldest first; titles without any are not there. */
  async readTitles(titleIds: readonly string[]): Promise<Map<string, AnalysedReview[]>> {
    type Found = Row<Omit<AnalysedReview, 'simHash'> & { titleId: string; simHash: string }>;
    const statement = { name: 'read-titles-reviews', text: READ_TITLES, values: [titleIds] };
    const byTitle = new Map<string, AnalysedReview[]>();
    for (const { titleId, ...row } of await this.database.query<Found>(statement)) {
      const review = { ...row, simHash: BigInt(row.simHash) };
      const known = byTitle.get(titleId);
      if (known) known.push(review);
      else byTitle.set(titleId, [review]);
    }
    return byTitle;
  }

  /** Keeps what a profile saw. */
  async saveAssessment({ firstSeen, changes, at }: ReviewAssessment): Promise<void> {
    if (firstSeen.length + changes.length === 0) return;
    const columns = [
      changes.map(({ reviewId }) => reviewId),
      changes.map(({ state }) => state),
      changes.map(({ reason }) => reason),
    ];
    await this.database.query({ text: SAVE_ASSESSMENT, values: [firstSeen, at, ...columns] });
  }

  /** How many wait. */
  async countWaiting(): Promise<number> {
    const text = `SELECT count(*)::int AS count FROM title_review WHERE state = 'waiting'`;
    const [{ count }] = await this.database.query<{ count: number }>({ text });
    return count;
  }

  /** How long reviews received since then took to come into a profile. */
  async lagSince(since: Date): Promise<ReviewLag> {
    interface Found extends Record<string, unknown> {
      readonly reviewCount: number;
      readonly profiledCount: number;
      readonly lags: readonly (number | null)[] | null;
    }
    const [found] = await this.database.query<Found>({ text: LAGS, values: [since] });
    const [medianSeconds, p95Seconds, p99Seconds, mostSeconds] = found.lags ?? [null, null, null, null];
    const { reviewCount, profiledCount } = found;
    return { ...{ reviewCount, profiledCount }, ...{ medianSeconds, p95Seconds, p99Seconds, mostSeconds } };
  }
}

function analysisRow(analysis: ReviewAnalysis): object {
  const { reviewId } = analysis;
  if (analysis.reading === null) return { reviewId, state: 'rejected', reason: analysis.reason };
  return { reviewId, state: 'analysed', segment: analysis.segment, ...analysis.reading };
}
