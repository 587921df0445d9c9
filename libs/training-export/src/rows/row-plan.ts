import type { PromptSettings } from '@keyart/llm';
import type { ExportContext } from '../context/export-context';
import type { LogSurvey } from '../decisions/log-survey';
import type { Rationales } from './rationale';
import type { Recipe } from './recipe';

/** How rows are made. */
export interface RowSettings {
  readonly recipe: Recipe;
  /** Template, formulation and cap of the history, as the model will be served. */
  readonly prompt: PromptSettings;
  /** Largest 1 / propensity, ≥ 1. */
  readonly maxWeight: number;
  /** Draws the order of options and the losing pictures. */
  readonly seed: string;
  /** What a picture nobody was shown counts as a negative, in [0, 1). */
  readonly neverShownWeight: number;
  /** Whether decisions not taken are rows too, where the recipe can do without. */
  readonly hasNegatives: boolean;
  /** Least cosine of tastes that are of a kind, in [-1, 1]. */
  readonly similarity: number;
  /** Rows with more tokens are left out. */
  readonly maxTokens: number;
}

/** Settings and all that is known beside the decision at hand. */
export interface RowPlan {
  readonly settings: RowSettings;
  readonly context: ExportContext;
  readonly survey: Pick<LogSurvey, 'isShown' | 'notTakenScale'>;
  readonly rationales: Rationales;
}
