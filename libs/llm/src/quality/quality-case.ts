import type { PromptTitle } from '../prompt/title-part';
import type { PromptViewer } from '../prompt/viewer-part';

/** A viewer before a title: one unit of every label-quality figure. */
export interface QualityCase {
  readonly viewer: PromptViewer;
  readonly title: PromptTitle;
  /** Captions of the title's candidates, at least one; for `choice` in a shuffled order. */
  readonly captions: readonly string[];
}

/** Label mass summary, stability and position bias of one model under one formulation. */
export interface LabelQualityOptions {
  readonly labelMassThreshold: number;
  readonly signal?: AbortSignal;
  /** Called after each case with the number done. */
  readonly onProgress?: (doneCount: number, caseCount: number) => void;
}
