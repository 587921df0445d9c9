import type { CatalogueSnapshot } from '@keyart/catalog';
import type { ArtworkScoreRecord, DecisionRecord } from '@keyart/contracts';
import type { ArtworkScoresRepository } from '@keyart/db';
import type { ArtworkDescriptor, TasteProfile } from '@keyart/features';
import type { HybridRow, HybridScores } from '@keyart/learning';
import {
  llmScorer,
  logShares,
  studentScorer,
  type Candidate,
  type DecisionContext,
  type Scorer,
} from '@keyart/ranking';
import type { DescriptorCache } from '../candidates/descriptor-cache';
import type { ServedLlm } from '../models/serving-models';
import { bareContext } from '../serving/bare-context';
import { usableLabelScores } from '../serving/usable-label-scores';
import type { StudentTier } from '../student/student-tier';

/** Whose scores of logged decisions are wanted; null: there is none. */
export interface DecisionScoresParts {
  readonly scores: Pick<ArtworkScoresRepository, 'findMany'>;
  readonly llm: ServedLlm | null;
  readonly student: Pick<StudentTier, 'calibration' | 'scoresOf'> | null;
  readonly snapshot: CatalogueSnapshot;
  readonly descriptors: DescriptorCache;
}

/** A logged decision with its viewer's taste and its eligible candidates. */
export interface SlatedDecision {
  readonly decision: DecisionRecord;
  readonly taste: TasteProfile;
  /** By artwork id, `[K]`. */
  readonly slate: readonly ArtworkDescriptor[];
}

const keyOf = ({ memberId, titleId, profileVersion }: ScoreKey): string =>
  JSON.stringify([memberId, titleId, profileVersion]);

type ScoreKey = Pick<ArtworkScoreRecord, 'memberId' | 'titleId' | 'profileVersion'>;

/** What the LLM and its student say of decisions that others made, for the taste they were made with. */
export class DecisionScores {
  private readonly llm: Scorer | null;
  private readonly student: Scorer | null;

  constructor(private readonly parts: DecisionScoresParts) {
    this.llm = parts.llm && llmScorer(parts.llm.calibration);
    this.student = parts.student && studentScorer(parts.student.calibration);
  }

  /** `[n]`, aligned; null for a model that has not scored that taste before those candidates. */
  async of(decisions: readonly SlatedDecision[]): Promise<HybridRow['scores'][]> {
    const kept = await this.keptScores(decisions);
    const answers: HybridRow['scores'][] = [];
    for (const slated of decisions) {
      const rows = kept.get(keyOf(slated.decision)) ?? [];
      answers.push({ llm: this.ofLlm(slated, rows), student: await this.ofStudent(slated) });
    }
    return answers;
  }

  private async keptScores(decisions: readonly SlatedDecision[]): Promise<Map<string, ArtworkScoreRecord[]>> {
    const { llm, scores } = this.parts;
    const byKey = new Map<string, ArtworkScoreRecord[]>();
    if (llm === null) return byKey;
    const keys = decisions.map(({ decision }) => decision);
    for (const row of await scores.findMany(llm.modelVersion, keys))
      byKey.set(keyOf(row), [...(byKey.get(keyOf(row)) ?? []), row]);
    return byKey;
  }

  private ofLlm(slated: SlatedDecision, rows: readonly ArtworkScoreRecord[]): HybridScores | null {
    const { llm, snapshot, descriptors } = this.parts;
    if (llm === null || this.llm === null) return null;
    const candidates = candidatesOf(slated);
    const labelScores = usableLabelScores({ rows, candidates, snapshot, descriptors });
    const asked = { scorer: this.llm, temperature: llm.calibration.temperature };
    return sharesOf(slated, { ...asked, scores: { labelScores } });
  }

  private async ofStudent(slated: SlatedDecision): Promise<HybridScores | null> {
    const { student, snapshot } = this.parts;
    const title = snapshot.title(slated.decision.titleId);
    if (student === null || this.student === null || title === null) return null;
    const { taste, slate } = slated;
    const answer = await student.scoresOf({ taste, genres: title.genres, artworks: slate });
    const studentScores = typeof answer === 'string' ? null : answer;
    const { temperature } = student.calibration;
    return sharesOf(slated, { scorer: this.student, temperature, scores: { studentScores } });
  }
}

interface AskedScorer {
  readonly scorer: Scorer;
  readonly temperature: number;
  readonly scores: Partial<DecisionContext>;
}

function candidatesOf({ slate }: SlatedDecision): Candidate[] {
  return slate.map((descriptor) => ({ descriptor, ineligibleReasons: [] }));
}

function sharesOf(slated: SlatedDecision, { scorer, temperature, scores }: AskedScorer): HybridScores | null {
  const { decision, taste } = slated;
  const context = { ...bareContext({ ...decision, taste, region: decision.surface.region }), ...scores };
  const answer = scorer.score(context, candidatesOf(slated));
  if (answer.kind === 'unavailable') return null;
  return { modelVersion: answer.modelVersion, temperature, logShares: logShares(answer.scores) };
}
