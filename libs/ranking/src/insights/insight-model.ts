import type { TitleInsight } from '@keyart/contracts';

/**
 * What title intelligence expects of pictures before they were shown (or shown much): the prior means of the bandit. Plain JSON, kept in
 * the model registry, fitted by libs/transfer. A picture that is not in it has prior 0.
 */
export interface InsightModel {
  /** Content hash. */
  readonly version: string;
  /** Artwork id → insight → reward above the title's mean, weighted by what the insight was worth on titles left out. */
  readonly lifts: Readonly<Record<string, PictureLifts>>;
  /** Region → artwork id → score relative to the same picture elsewhere, a fraction; 0.05: five per cent more. */
  readonly regions: Readonly<Record<string, Readonly<Record<string, number>>>>;
  /** Title id → what is known of it before it is shown, in a sentence or two, for language models that are told. */
  readonly titleLines: Readonly<Record<string, string>>;
  /** ISO 3166-1 alpha-2 → region. */
  readonly regionOf: Readonly<Record<string, string>>;
}

/** By insight, reward; absent: it says nothing. */
export type PictureLifts = Readonly<Partial<Record<TitleInsight, number>>>;
