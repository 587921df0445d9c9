import path from 'node:path';
import { projectRoot, type Configuration } from '@keyart/common';
import type { RegisteredRanker } from '@keyart/contracts';
import type { RankingAdapter } from '../adapter/ranking-adapter';
import { LLM_INPUT_CODES, LlmInputError } from '../errors';
import { templateVersionOf } from '../prompt/template-version';
import { promptSettingsOf } from '../prompt/prompt-settings-of';
import { openLlm, type OpenedLlm } from './open-llm';
import type { OpenLlmOptions } from './open-llm-options';

const MODELS = path.join(projectRoot(), 'models');

/** A ranker and its adapter as the registry keeps them. */
export function registeredRankerOf({ ranker, model }: OpenedLlm, adapter: RankingAdapter): RegisteredRanker {
  const { formulation, template, historyTokens, synopsisTokens, calibration } = model;
  const { temperature, labelMassThreshold, slotPrior } = calibration;
  const inside = path.relative(MODELS, adapter.file);
  return {
    schema: 'llm-ranker/1',
    ...{ formulation, template, historyTokens, ...(synopsisTokens !== undefined && { synopsisTokens }) },
    modelVersion: ranker.modelVersion,
    templateVersion: ranker.templateVersion,
    calibration: { temperature, labelMassThreshold, slotPrior },
    adapterFile: inside.startsWith('..') || path.isAbsolute(inside) ? adapter.file : inside,
    adapterSha256: adapter.sha256,
    card: adapter.card,
  };
}

/** Where a registered ranker's adapter lies on this machine. */
export function adapterFileOf({ adapterFile }: Pick<RegisteredRanker, 'adapterFile'>): string {
  return path.resolve(MODELS, adapterFile);
}

/** The template version that this service gives the ranker's prompts; another than it was trained on makes its scores worthless. */
export function renderedVersionOf(ranker: RegisteredRanker): string {
  return templateVersionOf(promptSettingsOf(ranker));
}

/**
 * What the registry keeps of the embedded model with an adapter, once everything about it was checked; the model is not loaded.
 * @throws LlmInputError `LLM_BAD_ADAPTER` with the reason, its own code first
 */
export async function describeRanker(
  options: OpenLlmOptions,
  adapterFile: string,
): Promise<RegisteredRanker> {
  const answer = await openLlm({
    ...options,
    configuration: withAdapter(options.configuration, adapterFile),
  });
  const reason = answer.kind === 'missing' ? answer.reason : 'no adapter was opened';
  if (answer.kind === 'missing' || !answer.llm.adapter)
    throw new LlmInputError(LLM_INPUT_CODES.badAdapter, reason);
  await answer.llm.scorer.close();
  return registeredRankerOf(answer.llm, answer.llm.adapter);
}

/** The configuration under which `openLlm` opens the embedded model with that adapter. */
export function withAdapter(configuration: Configuration, adapterFile: string): Configuration {
  return { ...configuration, LLM: 'on', LLM_URL: undefined, RANKING_ADAPTER: adapterFile };
}
