import type { CatalogueSnapshot } from '@keyart/catalog';
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
    for (const logged of batch) reader.add(logged);
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

  add({ decision, reward }: LoggedDecision): void {
    if (this.question.until && decision.decidedAt >= this.question.until) return;
    const artwork = this.question.snapshot.artwork(decision.artworkId);
    if (decision.isLocked) this.lockedCount++;
    else if (!artwork) this.goneArtworkCount++;
    else {
      const { taste, isLater } = this.tastes.of(decision);
      if (isLater) this.laterTasteCount++;
      const { propensity, decidedAt } = decision;
      const logged = { propensity, candidateCount: decision.candidates.length };
      this.rows.push({ ...logged, taste, artwork: describeArtwork(artwork), reward: reward.reward });
      const { artworkId, titleId } = artwork;
      this.outcomes.push({ ...logged, artworkId, titleId, rung: reward.rung as RewardRung, decidedAt });
    }
  }
}
