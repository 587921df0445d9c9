import type { CatalogueSnapshot } from '@keyart/catalog';
import type { ModelSummary } from '@keyart/contracts';
import type { ArtworkScoresRepository } from '@keyart/db';
import { HYBRID_PARTS, type HybridModel } from '@keyart/ranking';
import { DescriptorCache } from '../candidates/descriptor-cache';
import type { ServedLlm } from '../models/serving-models';
import type { StudentTier } from '../student/student-tier';
import { DecisionScores } from './decision-scores';
import { HybridRows } from './hybrid-rows';

/** Whose scores a hybrid may be learnt from. */
export interface HybridSources {
  readonly scores: Pick<ArtworkScoresRepository, 'findMany'>;
  /** The LLM in service; null: its tier is off. */
  readonly llm: () => Promise<ServedLlm | null>;
  /** The student, over embeddings as they are now; null: none is configured. */
  readonly student: () => Promise<Pick<StudentTier, 'calibration' | 'scoresOf'> | null>;
}

/** Rows to fill; null where there is nobody to learn from. */
export async function openHybridRows(
  sources: HybridSources,
  snapshot: CatalogueSnapshot,
): Promise<HybridRows | null> {
  const [llm, student] = await Promise.all([sources.llm(), sources.student()]);
  if (llm === null && student === null) return null;
  const shared = { snapshot, descriptors: new DescriptorCache() };
  const scores = new DecisionScores({ ...shared, llm, student, scores: sources.scores });
  return new HybridRows({ ...shared, scores });
}

/** Weights and what they are for, by name. */
export function hybridSummary(hybrid: HybridModel): ModelSummary {
  const parts = HYBRID_PARTS.flatMap((name) => {
    const part = hybrid[name];
    if (part === null) return [];
    const { modelVersion, rowCount, warm, cold } = part;
    return Object.entries({
      ...{ modelVersion, rowCount, warmBandit: warm.bandit, warmModel: warm.model },
      ...{ coldBandit: cold.bandit, coldModel: cold.model },
    }).map(([key, value]) => [`${name}.${key}`, value] as const);
  });
  return Object.fromEntries(parts);
}
