/** Kinds of model that training on the log makes. */
export const TRAINED_KINDS = ['bandit', 'popularity', 'guard', 'hybrid'] as const;

/** One of those. */
export type TrainedKind = (typeof TRAINED_KINDS)[number];

/**
 * Kinds of model the registry holds; `llm`: rankers that are registered, see `RegisteredRanker`; `insights`: prior means of pictures; `transfer`:
 * what is expected of titles and why, see `TransferModel`; `audience`: where titles find their audience.
 */
export const MODEL_KINDS = [...TRAINED_KINDS, 'llm', 'insights', 'transfer', 'audience'] as const;

/** One of the kinds. */
export type ModelKind = (typeof MODEL_KINDS)[number];

/**
 * Where a model stands: beside the one in service, in service, out of it, refused. At most one of a kind is `shadow` and one
 * `active`; the rest stays loadable.
 */
export const MODEL_STAGES = ['shadow', 'active', 'retired', 'rejected'] as const;

/** One of the stages. */
export type ModelStage = (typeof MODEL_STAGES)[number];

/** What people should know of a model: on what it was trained, how it did in the shadow. */
export type ModelSummary = Readonly<Record<string, number | string | readonly string[]>>;

/** A trained model; old versions stay readable. */
export interface ModelVersionRecord {
  readonly version: string;
  readonly kind: ModelKind;
  readonly stage: ModelStage;
  readonly payload: unknown;
  readonly summary: ModelSummary;
  readonly createdAt: Date;
  /** When it last went into service; null: never. */
  readonly activatedAt: Date | null;
}

/** A model without its payload. */
export type ModelHead = Omit<ModelVersionRecord, 'payload'>;
