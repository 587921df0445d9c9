import type { CatalogueSnapshot } from '@keyart/catalog';
import type { LoggedDecision, MembersRepository } from '@keyart/db';
import { describeArtwork, NEW_VIEWER_TASTE, type TasteProfile } from '@keyart/features';
import type { TrainingRow } from '@keyart/learning';

/** Rows to train on, and what was left out. */
export interface TrainingSet {
  readonly rows: readonly TrainingRow[];
  /** Decisions with propensity 1 by a lock: they say nothing about a choice. */
  readonly lockedCount: number;
  /** Decisions whose artwork has left the catalogue. */
  readonly goneArtworkCount: number;
}

/** Where training rows come from. */
export interface TrainingSetQuestion {
  readonly members: Pick<MembersRepository, 'findById'>;
  readonly snapshot: CatalogueSnapshot;
  /** Batches of the attributed log. */
  readonly log: AsyncIterable<readonly LoggedDecision[]>;
  /** Decisions from then on are left out; null: none. */
  readonly until: Date | null;
  /** Told after each batch how many decisions were read. */
  readonly onBatch?: (readCount: number) => void;
}

/**
 * Joins the attributed log with tastes and artworks.
 * Caveat: the taste is the member's as of now, not as of the decision (the record keeps the profile's version, not its
 * content). Histories only grow, so a late profile knows a little more than the policy did; a picture that led to watching
 * may thus look better matched than it was. The effect is bounded by one history entry per decision.
 */
export async function readTrainingSet(question: TrainingSetQuestion): Promise<TrainingSet> {
  const reader = new TrainingSetReader(question);
  let readCount = 0;
  for await (const batch of question.log) {
    for (const logged of batch) await reader.add(logged);
    question.onBatch?.((readCount += batch.length));
  }
  return reader;
}

class TrainingSetReader implements TrainingSet {
  readonly rows: TrainingRow[] = [];
  lockedCount = 0;
  goneArtworkCount = 0;
  private readonly tastes = new Map<string, TasteProfile>();

  constructor(private readonly question: TrainingSetQuestion) {}

  async add({ decision, reward }: LoggedDecision): Promise<void> {
    if (this.question.until && decision.decidedAt >= this.question.until) return;
    const artwork = this.question.snapshot.artwork(decision.artworkId);
    if (decision.isLocked) this.lockedCount++;
    else if (!artwork) this.goneArtworkCount++;
    else
      this.rows.push({
        taste: await this.tasteOf(decision.memberId),
        artwork: describeArtwork(artwork),
        reward: reward.reward,
        propensity: decision.propensity,
        candidateCount: decision.candidates.length,
      });
  }

  private async tasteOf(memberId: string): Promise<TasteProfile> {
    const known = this.tastes.get(memberId);
    if (known) return known;
    const member = await this.question.members.findById(memberId);
    const taste = (member?.profile ?? NEW_VIEWER_TASTE) as TasteProfile;
    this.tastes.set(memberId, taste);
    return taste;
  }
}
