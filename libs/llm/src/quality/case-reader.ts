import type { LabelScore, LabelScorer } from '../label-scorer';
import { renderPrompts, type PromptSettings } from '../prompt/prompt-renderer';
import { readLabels } from '../rank/label-reading';
import type { QualityCase } from './quality-case';

/** A case as read, with the scores behind it. */
export interface CaseReading {
  /** `[K]`, larger is better. */
  readonly values: readonly number[];
  readonly scores: readonly LabelScore[];
}

/** Reads one case with a model. */
export class CaseReader {
  constructor(
    private readonly scorer: LabelScorer,
    readonly settings: PromptSettings,
    private readonly signal?: AbortSignal,
  ) {}

  async read(wanted: QualityCase): Promise<CaseReading> {
    const { prompts, labels } = renderPrompts(this.settings, wanted);
    const perPrompt = prompts.map(() => labels);
    const scores = await this.scorer.score({ prompts, labels: perPrompt, signal: this.signal });
    return { values: readLabels(this.settings.formulation, scores).values, scores };
  }
}
