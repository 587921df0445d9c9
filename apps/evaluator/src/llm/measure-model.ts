import { showProgress } from '@keyart/common';
import { FORMULATIONS, type Formulation } from '@keyart/contracts';
import {
  measureLabelQuality,
  templateByName,
  type ChoiceQuality,
  type OpenedLlm,
  type PointwiseQuality,
  type QualityCase,
} from '@keyart/llm';
import { TimedScorer } from './timed-scorer';
import { withConfiguredLlm } from './with-configured-llm';

/** Label quality of the configured model, both ways of asking. */
export interface ModelReport {
  readonly modelVersion: string;
  readonly template: string;
  readonly servedFormulation: Formulation;
  readonly labelMassThreshold: number;
  /** Mean time of a prompt, over all that were asked, milliseconds. */
  readonly promptMs: number;
  readonly formulations: readonly (ChoiceQuality | PointwiseQuality)[];
}

/**
 * Measures the configured LLM on the cases, under each formulation.
 * @throws DependencyError `LLM_MISSING` when there is none
 */
export async function measureModel(cases: readonly QualityCase[]): Promise<ModelReport> {
  return withConfiguredLlm((llm) => measureFormulations(llm, cases));
}

async function measureFormulations(llm: OpenedLlm, cases: readonly QualityCase[]): Promise<ModelReport> {
  const { model, calibration } = llm;
  const scorer = new TimedScorer(llm.scorer);
  const template = templateByName(model.template);
  const formulations: (ChoiceQuality | PointwiseQuality)[] = [];
  for (const formulation of FORMULATIONS) {
    const progress = showProgress(`label quality, ${formulation}`);
    const { historyTokens, synopsisTokens } = model;
    const settings = { template, formulation, historyTokens, synopsisTokens };
    const { labelMassThreshold } = calibration;
    const onProgress = (done: number, all: number): void =>
      progress.update(done / all, `${done} of ${all} cases`);
    formulations.push(
      await measureLabelQuality({ scorer, settings }, cases, { labelMassThreshold, onProgress }),
    );
    progress.done(`${cases.length} cases`);
  }
  return {
    modelVersion: scorer.modelVersion,
    template: template.name,
    servedFormulation: model.formulation,
    labelMassThreshold: calibration.labelMassThreshold,
    promptMs: scorer.promptMs,
    formulations,
  };
}
