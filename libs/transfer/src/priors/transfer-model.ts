/** What is told of where a prior comes from. */
export interface PriorDonor {
  readonly titleId: string;
  /** In (0, 1]. */
  readonly similarity: number;
  /** What it counted for, see `Donor`. */
  readonly weight: number;
  /** Decisions of the log about it. */
  readonly rowCount: number;
}

/** Whether a kind of transfer is used, and why. */
export interface TransferGuard {
  /** False: its priors are 0. */
  readonly isOn: boolean;
  /** In words. */
  readonly reason: string;
  /** Share of the variance that was predicted on titles left out, ≤ 1, below 0 where it does harm; 0 where nothing was fitted. */
  readonly heldOutGain: number;
  /** Of the gain, by title. */
  readonly standardError: number;
  /** Titles that were left out in turn. */
  readonly titleCount: number;
  /** What a prior is multiplied by, ≥ 0; how much of it stands beside what else is known. */
  readonly weight: number;
}

/** What one kind of transfer says of a title. */
export interface TransferredEffects {
  /** Reward per unit, by the model's names, `[T]`, weighted; 0 where the guard is off. */
  readonly effects: readonly number[];
  /** Outcomes of the title itself that would say as much, ≥ 0. */
  readonly effectiveCount: number;
  /** Largest weight first. */
  readonly donors: readonly PriorDonor[];
}

/** Kinds of transfer: of what pictures earn, from similar titles and from titles of the same micro-genres; of how much and by whom a title is taken. */
export const TRANSFER_KINDS = ['similarity', 'micro-genre', 'level', 'taste'] as const;

/** One of the kinds. */
export type TransferKind = (typeof TRANSFER_KINDS)[number];

/** What all kinds say of a title, and the tones of its donors where tones are known. */
export type TitleTransfer = Readonly<Partial<Record<TransferKind, TransferredEffects>>> & {
  /** Tone → share of the donors' tones, in [0, 1], by similarity. */
  readonly tones?: Readonly<Record<string, number>>;
};

/** Priors of all titles of a catalogue, as learnt from others; plain JSON, kept in the model registry. */
export interface TransferModel {
  /** Content hash. */
  readonly version: string;
  /** Decisions it was learnt from. */
  readonly rowCount: number;
  /** Mean reward of the log. */
  readonly meanReward: number;
  readonly guards: Readonly<Record<TransferKind, TransferGuard>>;
  /** By title id; a title without donors of any kind is left out. */
  readonly titles: Readonly<Record<string, TitleTransfer>>;
}
