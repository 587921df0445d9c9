/** Kinds of model the registry holds. */
export const MODEL_KINDS = ['bandit', 'popularity'] as const;

/** One of the kinds. */
export type ModelKind = (typeof MODEL_KINDS)[number];

/** A trained model; old versions stay readable, one per kind is active. */
export interface ModelVersionRecord {
  readonly version: string;
  readonly kind: ModelKind;
  readonly isActive: boolean;
  readonly payload: unknown;
  /** What it was trained on, for people. */
  readonly summary: Readonly<Record<string, number | string>>;
  readonly createdAt: Date;
}
