import type { CatalogueSnapshot } from '@keyart/catalog';
import type { ArtworkDescriptor } from '@keyart/features';
import {
  crossFit,
  importanceWeight,
  trainBaseline,
  warmStartBaseline,
  type TrainingRow,
} from '@keyart/learning';
import { LinearPredictor, tasteVector } from '@keyart/features';
import { pictureTraits, type AudienceRow, type InsightRow } from '@keyart/transfer';
import { DescriptorCache } from '../candidates/descriptor-cache';
import { DecisionSlates } from './decision-slates';
import type { ReadRow } from './training-set';

/** What is known of pictures and places beside the log. */
export interface InsightFacts {
  /** Artwork id → engagement of the scene it was taken from, above a middling one; absent: no frame, or not enough data. */
  readonly scenes: ReadonlyMap<string, number>;
  /** ISO 3166-1 alpha-2 → region; a country that is not in it is a region of its own. */
  readonly regionOf: Readonly<Record<string, string>>;
}

/** A logged choice for everything that transfer learns. */
export type LoggedInsightRow = InsightRow & AudienceRow;

interface SlatedRow {
  readonly row: TrainingRow;
  readonly slate: readonly ArtworkDescriptor[];
  readonly viewer: string;
  readonly country: string;
}

/** Clip of the importance weights, as the bandit's. */
const MAX_WEIGHT = 10;

/** Traits and scenes of a slate, once for all its decisions. */
class SlateFacts {
  private readonly traits = new Map<readonly ArtworkDescriptor[], readonly Float64Array[]>();
  private readonly scenes = new Map<readonly ArtworkDescriptor[], readonly number[]>();

  constructor(private readonly facts: InsightFacts) {}

  traitsOf(slate: readonly ArtworkDescriptor[]): readonly Float64Array[] {
    const known = this.traits.get(slate) ?? slate.map(pictureTraits);
    this.traits.set(slate, known);
    return known;
  }

  scenesOf(slate: readonly ArtworkDescriptor[]): readonly number[] {
    const known =
      this.scenes.get(slate) ?? slate.map(({ artworkId }) => this.facts.scenes.get(artworkId) ?? 0);
    this.scenes.set(slate, known);
    return known;
  }
}

/** Gathers the log's rows for `fitInsights`, a batch at a time. */
export class InsightRowReader {
  private readonly slated: SlatedRow[] = [];
  private readonly slates: DecisionSlates;

  constructor(
    snapshot: CatalogueSnapshot,
    private readonly facts: InsightFacts,
  ) {
    this.slates = new DecisionSlates({ snapshot, descriptors: new DescriptorCache() });
  }

  /** Takes rows in; one whose candidates have not all stayed in the catalogue is left out. */
  add(read: readonly ReadRow[]): void {
    for (const { row, decision } of read) {
      const slate = this.slates.of(decision);
      const { memberId, surface } = decision;
      if (slate) this.slated.push({ row, slate, viewer: memberId, country: surface.region });
    }
  }

  /** The rows, with what the bandit would have predicted for each had it not known the title. */
  rows(): LoggedInsightRow[] {
    const { regionOf } = this.facts;
    const facts = new SlateFacts(this.facts);
    const predictorFor = this.outOfFold();
    return this.slated.map(({ row, slate, viewer, country }): LoggedInsightRow => {
      const { titleId, artworkId } = row.artwork;
      const predict = predictorFor(titleId).forTaste(row.taste);
      return {
        ...{ viewer, title: titleId, region: regionOf[country] ?? country, reward: row.reward },
        ...{ slate: facts.traitsOf(slate), scenes: facts.scenesOf(slate) },
        shownAt: slate.findIndex((one) => one.artworkId === artworkId),
        taste: tasteVector(row.taste),
        weight: importanceWeight(row, MAX_WEIGHT),
        baseline: slate.map(predict),
      };
    });
  }

  private outOfFold(): (titleId: string) => LinearPredictor {
    return crossFit({
      rows: this.slated.map(({ row }) => row),
      keyOf: ({ artwork }) => artwork.titleId,
      fit: (rows) => new LinearPredictor(trainBaseline(rows, { priorModel: warmStartBaseline() })),
    });
  }
}
