import type { CatalogueCache } from '@keyart/catalog';
import type { Clock, ProgressListener } from '@keyart/common';
import type { ArtworkScoreRecord, Aspect, Formulation } from '@keyart/contracts';
import type { ArtworkScoresRepository, MembersRepository, ServingContextRepository } from '@keyart/db';
import { NEW_VIEWER_TASTE, type TasteProfile } from '@keyart/features';
import type { ArtworkRanker, RankedTitle } from '@keyart/llm';
import { DescriptorCache } from '../candidates/descriptor-cache';
import { MemberNotFoundError, RankerMisalignedError } from '../errors';
import { titlesToScore, type CandidateSet } from './titles-to-score';

/** What scoring stands on. */
export interface ScoreMemberParts {
  readonly members: Pick<MembersRepository, 'findById'>;
  readonly context: Pick<ServingContextRepository, 'load'>;
  readonly scores: Pick<ArtworkScoresRepository, 'saveMany' | 'deleteOutdated'>;
  readonly catalogue: Pick<CatalogueCache, 'current'>;
  readonly ranker: Pick<ArtworkRanker, 'rank' | 'modelVersion'>;
  readonly formulation: Formulation;
  /** Languages and slot shapes of the pages to prepare for. */
  readonly locales: readonly string[];
  readonly aspects: readonly Aspect[];
  readonly clock: Clock;
  /** Title id → what a prompt may tell of it beside the catalogue, as of now; unset: nothing. */
  readonly titleLines?: () => Promise<ReadonlyMap<string, string>>;
}

/** Whom to score. */
export interface ScoreMemberRequest {
  readonly memberId: string;
  readonly signal?: AbortSignal;
  readonly onProgress?: ProgressListener;
}

/** What was done. */
export interface ScoredMember {
  /** Candidate sets scored now. */
  readonly scoredCount: number;
  /** Candidate sets that had scores of this profile, wording and model already. */
  readonly skippedCount: number;
}

interface Scoring {
  readonly request: ScoreMemberRequest;
  readonly taste: TasteProfile;
  readonly titleLines: ReadonlyMap<string, string>;
}

const NO_LINES: ReadonlyMap<string, string> = new Map();

/** The model keeps the viewer's part from call to call, so few titles at once cost nothing and save and report often. */
const TITLES_PER_CALL = 3;

/** Use case: scores all likely titles of one member with the LLM, so that pages find their scores ready. */
export class ScoreMember {
  private readonly descriptors = new DescriptorCache();

  constructor(private readonly parts: ScoreMemberParts) {}

  /**
   * Scores what is not scored yet and saves as it goes, so that a run that was cut off goes on where it stopped.
   * @throws MemberNotFoundError, LlmError of the ranker
   */
  async run(request: ScoreMemberRequest): Promise<ScoredMember> {
    const member = await this.parts.members.findById(request.memberId);
    if (!member) throw new MemberNotFoundError();
    const sets = this.candidateSets();
    const missing = await this.withoutScores(request.memberId, sets);
    const taste = (member.profile ?? NEW_VIEWER_TASTE) as TasteProfile;
    const titleLines = missing.length > 0 ? ((await this.parts.titleLines?.()) ?? NO_LINES) : NO_LINES;
    for (let start = 0; start < missing.length; start += TITLES_PER_CALL) {
      await this.score({ request, taste, titleLines }, missing.slice(start, start + TITLES_PER_CALL));
      const done = Math.min(start + TITLES_PER_CALL, missing.length);
      request.onProgress?.(done / missing.length, `${done} of ${missing.length} titles`);
    }
    if (missing.length > 0) await this.parts.scores.deleteOutdated(request.memberId);
    return { scoredCount: missing.length, skippedCount: sets.length - missing.length };
  }

  private candidateSets(): CandidateSet[] {
    const { catalogue, formulation, locales, aspects, clock } = this.parts;
    const snapshot = catalogue.current();
    return titlesToScore({
      snapshot,
      descriptors: this.descriptors,
      formulation,
      locales,
      aspects,
      nowMs: clock.nowMs(),
    });
  }

  private async withoutScores(memberId: string, sets: readonly CandidateSet[]): Promise<CandidateSet[]> {
    const titleIds = [...new Set(sets.map(({ title }) => title.titleId))];
    const { modelVersion } = this.parts.ranker;
    const { scores } = await this.parts.context.load({ memberId, titleIds, modelVersion });
    const scored = new Set(scores.map((row) => keyOf(row.titleId, row.candidateSetHash)));
    return sets.filter((set) => !scored.has(keyOf(set.title.titleId, set.candidateSetHash)));
  }

  private async score({ request, taste, titleLines }: Scoring, sets: readonly CandidateSet[]): Promise<void> {
    const { memberId, signal } = request;
    // Pages of one member come from anywhere, so the prompt names no region.
    const viewer = { taste, region: '' };
    const titles = sets.map(({ title, artworks }) => ({
      titleId: title.titleId,
      title: { ...title, insight: titleLines.get(title.titleId) },
      artworks,
    }));
    const ranked = await this.parts.ranker.rank({ memberId, viewer, titles, signal });
    const scoredAt = new Date(this.parts.clock.nowMs());
    const profileVersion = taste.version;
    const records = sets.map((set, i) =>
      scoreRecordOf(set, ranked[i], { memberId, profileVersion, scoredAt }),
    );
    await this.parts.scores.saveMany(records);
  }
}

function keyOf(titleId: string, candidateSetHash: string): string {
  return `${candidateSetHash}/${titleId}`;
}

function scoreRecordOf(
  set: CandidateSet,
  ranked: RankedTitle | undefined,
  rest: Pick<ArtworkScoreRecord, 'memberId' | 'profileVersion' | 'scoredAt'>,
): ArtworkScoreRecord {
  if (ranked?.titleId !== set.title.titleId) throw new RankerMisalignedError(set.title.titleId);
  return { ...ranked, ...rest, candidateSetHash: set.candidateSetHash };
}
