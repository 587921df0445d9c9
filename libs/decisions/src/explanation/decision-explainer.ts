import type { CatalogueCache } from '@keyart/catalog';
import type { DecisionRecord } from '@keyart/contracts';
import type { DecisionsRepository, ModelVersionsRepository, TasteVersionsRepository } from '@keyart/db';
import { FEATURE_VERSION, NEW_VIEWER_TASTE, type TasteProfile } from '@keyart/features';
import type { BaselineModel, InsightModel } from '@keyart/ranking';
import { DescriptorCache } from '../candidates/descriptor-cache';
import type { ServingModels } from '../models/serving-models';
import type { DecisionEvidence } from './decision-evidence';
import { isPersonal } from './explain-choice';
import { explainToAnalyst, type AnalystExplanation } from './explain-to-analyst';
import { explainToViewer, type ViewerExplanation } from './explain-to-viewer';

/** Where the evidence comes from. */
export interface DecisionExplainerParts {
  readonly decisions: Pick<DecisionsRepository, 'findById'>;
  readonly tastes: Pick<TasteVersionsRepository, 'findMany'>;
  readonly registry: Pick<ModelVersionsRepository, 'findByVersion'>;
  readonly models: Pick<ServingModels, 'current'>;
  readonly catalogue: Pick<CatalogueCache, 'current'>;
}

/** A decision and why it was made, for the viewer. */
export interface ExplainedToViewer extends ViewerExplanation {
  readonly record: DecisionRecord;
}

/** Explains decisions from their records and the versions these name. Not for the hot path. */
export class DecisionExplainer {
  private readonly descriptors = new DescriptorCache();

  constructor(private readonly parts: DecisionExplainerParts) {}

  /** In words for the viewer; null for an unknown decision. */
  async forViewer(decisionId: string): Promise<ExplainedToViewer | null> {
    const evidence = await this.evidenceOf(decisionId);
    if (evidence === null) return null;
    return { record: evidence.record, ...explainToViewer(evidence) };
  }

  /** In numbers for data scientists; null for an unknown decision. */
  async forAnalyst(decisionId: string): Promise<AnalystExplanation | null> {
    const evidence = await this.evidenceOf(decisionId);
    return evidence && explainToAnalyst(evidence);
  }

  private async evidenceOf(decisionId: string): Promise<DecisionEvidence | null> {
    const { decisions, catalogue, models } = this.parts;
    const record = await decisions.findById(decisionId);
    if (record === null) return null;
    const snapshot = catalogue.current();
    const [taste, bandit, insights] = await Promise.all([
      this.tasteOf(record),
      this.banditOf(record),
      this.insightsOf(record),
    ]);
    const descriptors = record.candidates.map(({ artworkId }) => {
      const artwork = snapshot.artwork(artworkId);
      return artwork && this.descriptors.of(artwork);
    });
    return { record, taste, bandit, insights, descriptors, guard: models.current().guard };
  }

  private async tasteOf(record: DecisionRecord): Promise<TasteProfile | null> {
    const { memberId, profileVersion } = record;
    if (!isPersonal(record) || profileVersion === NEW_VIEWER_TASTE.version) return NEW_VIEWER_TASTE;
    const [found] = await this.parts.tastes.findMany([{ memberId, profileVersion }]);
    return found ? (found.profile as TasteProfile) : null;
  }

  /** The registry does not hold the warm start, which serves until a model was trained. */
  private async banditOf({ source, modelVersion }: DecisionRecord): Promise<BaselineModel | null> {
    if (source !== 'bandit') return null;
    const [version] = modelVersion.split('+');
    const { bandit } = this.parts.models.current();
    if (bandit.version === version) return bandit;
    const found = await this.parts.registry.findByVersion(version);
    const model = found && (found.payload as BaselineModel);
    return model?.featureVersion === FEATURE_VERSION ? model : null;
  }

  /** A choice of insights is not in the registry, only the whole of them. */
  private async insightsOf({ source, modelVersion }: DecisionRecord): Promise<InsightModel | null> {
    const [, version] = modelVersion.split('+');
    if (source !== 'bandit' || version === undefined) return null;
    const { insights } = this.parts.models.current();
    if (insights?.version === version) return insights;
    const found = await this.parts.registry.findByVersion(version);
    return found && (found.payload as InsightModel);
  }
}
