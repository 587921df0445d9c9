import type { CatalogueSnapshot } from '@keyart/catalog';
import type { DecisionRecord } from '@keyart/contracts';
import type { LoggedDecision, MembersRepository, TasteVersionsRepository } from '@keyart/db';
import { describeArtwork } from '@keyart/features';
import type { ArtworkOutcome, RewardRung, TrainingRow } from '@keyart/learning';
import { DecisionTastes } from './decision-tastes';

/** Rows to train on, and what was left out. */
export interface TrainingSet {
  readonly rows: readonly TrainingRow[];
  /** What became of the rows' showings, `[n]` aligned with them; for the clickbait guard. */
  readonly outcomes: readonly LoggedOutcome[];
  /** Decisions with propensity 1 by a lock: they say nothing about a choice. */
  readonly lockedCount: number;
  /** Decisions whose artwork has left the catalogue. */
  readonly goneArtworkCount: number;
  /** Rows whose taste as of the decision is not kept (any more); they carry the member's taste as of now. */
  readonly laterTasteCount: number;
}

/** A row and the decision it was read from. */
export interface ReadRow {
  readonly row: TrainingRow;
  readonly decision: DecisionRecord;
  /** Whether its taste is younger than the decision. */
  readonly isLater: boolean;
}

/** An outcome and when its choice was made. */
export interface LoggedOutcome extends ArtworkOutcome {
  readonly decidedAt: Date;
}

/** Where training rows come from. */
export interface TrainingSetQuestion {
  readonly members: Pick<MembersRepository, 'findById'>;
  readonly tastes: Pick<TasteVersionsRepository, 'findMany'>;
  readonly snapshot: CatalogueSnapshot;
  /** Batches of the attributed log. */
  readonly log: AsyncIterable<readonly LoggedDecision[]>;
  /** Decisions from then on are left out; null: none. */
  readonly until: Date | null;
  /** Given each batch's rows, in order. */
  readonly onRows?: (rows: readonly ReadRow[]) => Promise<void>;
  /** Told after each batch how many decisions were read. */
  readonly onBatch?: (readCount: number) => void;
}

/**
 * Joins the attributed log with artworks and with tastes as of the decision: a taste built later knows what the picture
 * led to, and would make it look better matched than it was. Decisions older than the kept tastes get the present one
 * and are counted.
 */
export async function readTrainingSet(question: TrainingSetQuestion): Promise<TrainingSet> {
  const tastes = new DecisionTastes(question);
  const reader = new TrainingSetReader(question, tastes);
  let readCount = 0;
  for await (const batch of question.log) {
    await tastes.load(batch.map(({ decision }) => decision));
    const read = batch.flatMap((logged) => reader.add(logged) ?? []);
    await question.onRows?.(read);
    question.onBatch?.((readCount += batch.length));
  }
  return reader;
}

class TrainingSetReader implements TrainingSet {
  readonly rows: TrainingRow[] = [];
  readonly outcomes: LoggedOutcome[] = [];
  lockedCount = 0;
  goneArtworkCount = 0;
  laterTasteCount = 0;

  constructor(
    private readonly question: TrainingSetQuestion,
    private readonly tastes: DecisionTastes,
  ) {}

  /** null: the decision is no row. */
  add({ decision, reward }: LoggedDecision): ReadRow | null {
    if (this.question.until && decision.decidedAt >= this.question.until) return null;
    const artwork = this.question.snapshot.artwork(decision.artworkId);
    if (decision.isLocked) this.lockedCount++;
    else if (!artwork) this.goneArtworkCount++;
    if (decision.isLocked || !artwork) return null;
    const { taste, isLater } = this.tastes.of(decision);
    if (isLater) this.laterTasteCount++;
    const { propensity, decidedAt } = decision;
    const logged = { propensity, candidateCount: decision.candidates.length };
    const row = { ...logged, taste, artwork: describeArtwork(artwork), reward: reward.reward };
    this.rows.push(row);
    const { artworkId, titleId } = artwork;
    this.outcomes.push({ ...logged, artworkId, titleId, rung: reward.rung as RewardRung, decidedAt });
    return { row, decision, isLater };
  }
}
