import type { CatalogueCache, PictureStore } from '@keyart/catalog';
import type { Clock, Configuration, Logger } from '@keyart/common';
import type { Database } from '@keyart/db';
import type { ServedLlm, Student } from '@keyart/decisions';
import type { ArtworkRanker } from '@keyart/llm';
import type { ForecastSource } from '@keyart/insights';
import type { SentimentEngine } from '@keyart/sentiment';
import type { JobProducer } from '@keyart/queue';
import type { ApiMetrics } from '../operations/api-metrics';

/** What the service stands on. What a caller gives, the caller closes; what is left out is made from the configuration. */
export interface ApiDependencies {
  readonly database: Database;
  readonly jobs: JobProducer;
  readonly pictures: PictureStore;
  readonly catalogue: CatalogueCache;
  readonly logger: Logger;
  readonly metrics: ApiMetrics;
  /** The LLM whose precomputed scores are served; null: its tier is off. */
  readonly llm: ServedLlm | null;
  /** Asked where the LLM has no scores; null: its tier is off. */
  readonly student: Student | null;
  /** Says in which countries a title finds its audience. */
  readonly forecasts: ForecastSource;
  /** Reads reviews; null: texts cannot be analysed on demand. */
  readonly sentiment: SentimentEngine | null;
  /** Asked where a request names a deadline; null: never. */
  readonly inlineRanker: Pick<ArtworkRanker, 'rank' | 'mostArtworkCount' | 'modelVersion'> | null;
}

export interface ApiOptions {
  readonly configuration: Configuration;
  readonly clock: Clock;
  readonly dependencies?: Partial<ApiDependencies>;
  /** Viewers' pages at `/`. They need no key and show viewers' tastes: for demonstrations only. Default: off. */
  readonly withPages?: boolean;
}
