import type { Formulation } from './artwork-score';

/** What turns the label scores of an LLM into shares. */
export interface RankerCalibration {
  readonly temperature: number;
  readonly labelMassThreshold: number;
  readonly slotPrior: Readonly<Record<string, number[]>>;
}

/** An LLM ranker as the registry keeps it: what opens it, and what its scores are read with. */
export interface RegisteredRanker {
  readonly schema: 'llm-ranker/1';
  /** As in its score rows: weights, adapter, settings and template. */
  readonly modelVersion: string;
  readonly formulation: Formulation;
  /** Name of the prompt template. */
  readonly template: string;
  readonly historyTokens: number;
  /** Cap of the synopsis in its prompts; absent: the default. */
  readonly synopsisTokens?: number;
  /** Of the prompts it was trained on. */
  readonly templateVersion: string;
  readonly calibration: RankerCalibration;
  /** GGUF file of its adapter; one below the project's `models` folder is named from there. */
  readonly adapterFile: string;
  /** Of that file, hex. */
  readonly adapterSha256: string;
  /** The adapter's card as it was registered. */
  readonly card: unknown;
}
