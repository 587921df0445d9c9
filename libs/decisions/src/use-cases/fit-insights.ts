import type { CatalogueCache, CatalogueSnapshot } from '@keyart/catalog';
import { contentHash, type Clock, type ProgressListener } from '@keyart/common';
import type { ModelSummary } from '@keyart/contracts';
import type {
  LogRepository,
  MembersRepository,
  ModelVersionsRepository,
  TasteVersionsRepository,
} from '@keyart/db';
import type { InsightModel, PictureLifts } from '@keyart/ranking';
import { similarityTitleOf } from '@keyart/similarity';
import {
  fitInsights,
  insightLifts,
  pictureTraits,
  titleLikeness,
  type InsightFit,
  type InsightLifts,
  type InsightSources,
  type TitleLikeness,
  type TitlePictures,
} from '@keyart/transfer';
import { DescriptorCache } from '../candidates/descriptor-cache';
import { InsightRowReader, type InsightFacts, type LoggedInsightRow } from './insight-row-reader';
import { titleLine } from './title-lines';
import { readTrainingSet } from './training-set';

/** What the use case stands on. */
export interface FitInsightsParts {
  readonly log: Pick<LogRepository, 'stream' | 'counts'>;
  readonly members: Pick<MembersRepository, 'findById'>;
  readonly tastes: Pick<TasteVersionsRepository, 'findMany'>;
  readonly catalogue: Pick<CatalogueCache, 'current'>;
  readonly models: Pick<ModelVersionsRepository, 'save' | 'activate'>;
  readonly clock: Clock;
  /** What is known of scenes and regions when it runs. */
  readonly facts: () => Promise<InsightFacts>;
  /** Told what was learnt, and from what; unset: nobody. */
  readonly onFit?: (learnt: LearntInsights) => Promise<void>;
}

/** What was learnt, before it is laid out for service. */
export interface LearntInsights {
  readonly fit: InsightFit;
  readonly rows: readonly LoggedInsightRow[];
  /** How the catalogue's titles resemble each other. */
  readonly sources: InsightSources;
  readonly titleIds: readonly string[];
}

/** What was learnt. */
export interface FittedInsights {
  readonly rowCount: number;
  /** null: there was nothing to learn from, and the model in service stays. */
  readonly version: string | null;
  readonly summary: ModelSummary;
}

const LIKENESS_SEED = 'insights/1';
const BATCH_COUNT = 5_000;
const READING_FRACTION = 0.6;
/** Fewer decisions tell nothing of titles apart. */
const LEAST_ROW_COUNT = 500;
const DIGITS = 1e6;
const VERSION_LENGTH = 16;

/**
 * Use case: learns from the attributed log what title intelligence is worth, and puts the prior means of all pictures of the catalogue into
 * service. They only say where pictures start from, and each insight has proved itself on titles left out, so no shadow is asked.
 */
export class FitInsights {
  constructor(private readonly parts: FitInsightsParts) {}

  /** Without 500 rows nothing changes. */
  async run({ onProgress }: { readonly onProgress?: ProgressListener } = {}): Promise<FittedInsights> {
    const snapshot = this.parts.catalogue.current();
    const facts = await this.parts.facts();
    const rows = (await this.read(snapshot, facts, onProgress)).rows();
    if (rows.length < LEAST_ROW_COUNT) return { rowCount: rows.length, version: null, summary: {} };
    onProgress?.(READING_FRACTION, 'learning');
    const likeness = titleLikeness(snapshot.titles.map(similarityTitleOf), LIKENESS_SEED);
    const fit = fitInsights(rows, likeness);
    const model = modelOf(fit, { snapshot, facts, likeness });
    const summary = summaryOf(fit);
    const at = new Date(this.parts.clock.nowMs());
    const record = {
      version: model.version,
      kind: 'insights',
      stage: 'retired',
      payload: model,
      summary,
    } as const;
    await this.parts.models.save({ ...record, createdAt: at, activatedAt: null });
    await this.parts.models.activate(model.version, at);
    const titleIds = snapshot.titles.map(({ titleId }) => titleId);
    await this.parts.onFit?.({ fit, rows, sources: likeness, titleIds });
    onProgress?.(1, 'saved');
    return { rowCount: rows.length, version: model.version, summary };
  }

  private async read(
    snapshot: CatalogueSnapshot,
    facts: InsightFacts,
    onProgress?: ProgressListener,
  ): Promise<InsightRowReader> {
    const { log, members, tastes } = this.parts;
    const reader = new InsightRowReader(snapshot, facts);
    const { attributed } = await log.counts();
    await readTrainingSet({
      ...{ members, tastes, snapshot, until: null, log: log.stream(BATCH_COUNT) },
      onRows: (read) => Promise.resolve(reader.add(read)),
      onBatch: (count) =>
        onProgress?.(READING_FRACTION * Math.min(1, count / Math.max(1, attributed)), `${count} decisions`),
    });
    return reader;
  }
}

function rounded(value: number): number {
  return Math.round(value * DIGITS) / DIGITS;
}

function picturesOf(
  snapshot: CatalogueSnapshot,
  facts: InsightFacts,
): (TitlePictures & { artworkIds: string[] })[] {
  const descriptors = new DescriptorCache();
  return snapshot.titles.flatMap(({ titleId }) => {
    const artworks = snapshot.artworksOf(titleId);
    if (artworks.length === 0) return [];
    return [
      {
        title: titleId,
        artworkIds: artworks.map(({ artworkId }) => artworkId),
        slate: artworks.map((artwork) => pictureTraits(descriptors.of(artwork))),
        scenes: artworks.map(({ artworkId }) => facts.scenes.get(artworkId) ?? 0),
      },
    ];
  });
}

function liftsAt(lifts: InsightLifts['lifts'], k: number): PictureLifts {
  const own = Object.entries(lifts).map(([insight, values]) => [insight, rounded(values[k])] as const);
  return Object.fromEntries(own.filter(([, lift]) => lift !== 0));
}

interface ModelSources {
  readonly snapshot: CatalogueSnapshot;
  readonly facts: InsightFacts;
  readonly likeness: TitleLikeness;
}

function linesOf(fit: InsightFit, { snapshot, likeness }: ModelSources): Record<string, string> {
  const lines = snapshot.titles.map((title) => {
    const line = titleLine(fit, title, likeness.slugsOf.get(title.titleId) ?? []);
    return [title.titleId, line] as const;
  });
  return Object.fromEntries(lines.filter(([, line]) => line !== ''));
}

function modelOf(fit: InsightFit, sources: ModelSources): InsightModel {
  const { snapshot, facts } = sources;
  const lifts: Record<string, PictureLifts> = {};
  const regions: Record<string, Record<string, number>> = {};
  for (const title of picturesOf(snapshot, facts)) {
    const found = insightLifts(fit, title);
    title.artworkIds.forEach((artworkId, k) => {
      const own = liftsAt(found.lifts, k);
      if (Object.keys(own).length > 0) lifts[artworkId] = own;
      for (const [region, values] of found.regions)
        if (rounded(values[k]) !== 0) (regions[region] ??= {})[artworkId] = rounded(values[k]);
    });
  }
  const ownRegions = Object.fromEntries([...fit.regions.keys()].map((region) => [region, region]));
  const content = {
    lifts,
    regions,
    titleLines: linesOf(fit, sources),
    regionOf: { ...ownRegions, ...facts.regionOf },
  };
  return { version: `insights-${contentHash(JSON.stringify(content), VERSION_LENGTH)}`, ...content };
}

/** Held-out gains, guards and weights, by name. */
function summaryOf({ similarity, microGenre, weights, regions, rowCount }: InsightFit): ModelSummary {
  const parts = Object.entries({ similarity, 'micro-genre': microGenre }).flatMap(([name, part]) =>
    part === null
      ? []
      : Object.entries({
          isOn: String(part.isOn),
          heldOutGain: rounded(part.gain.fraction),
          heldOutGainError: rounded(part.gain.standardError),
        }).map(([key, value]) => [`${name}.${key}`, value] as const),
  );
  const weighed = Object.entries(weights).map(
    ([name, weight]) => [`${name}.weight`, rounded(weight)] as const,
  );
  return { rowCount, regionCount: regions.size, ...Object.fromEntries([...parts, ...weighed]) };
}
