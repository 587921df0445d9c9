import type { Formulation } from '@keyart/contracts';
import type { LabelScorer } from '../label-scorer';
import type { PromptSettings } from '../prompt/prompt-renderer';
import { measureChoiceQuality, type ChoiceQuality } from './measure-choice-quality';
import { measurePointwiseQuality, type PointwiseQuality } from './measure-pointwise-quality';
import type { LabelQualityOptions, QualityCase } from './quality-case';

/**
 * Label quality of a model under one formulation, over (viewer, title) cases; the gate figures of a promotion.
 * @throws LlmError of the scorer
 */
export async function measureLabelQuality(
  parts: { readonly scorer: LabelScorer; readonly settings: PromptSettings },
  cases: readonly QualityCase[],
  options: LabelQualityOptions,
): Promise<ChoiceQuality | PointwiseQuality> {
  const measures: Record<Formulation, typeof measureChoiceQuality | typeof measurePointwiseQuality> = {
    choice: measureChoiceQuality,
    pointwise: measurePointwiseQuality,
  };
  return measures[parts.settings.formulation](parts, cases, options);
}
