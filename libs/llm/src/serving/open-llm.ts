import path from 'node:path';
import { projectRoot } from '@keyart/common';
import type { RankingAdapter } from '../adapter/ranking-adapter';
import type { LabelScorer } from '../label-scorer';
import { loadLlmModels } from '../manifest/load-model-manifest';
import type { LlmCalibration, LlmModel } from '../manifest/llm-model';
import { templateByName } from '../prompt/templates';
import { ArtworkRanker } from '../rank/artwork-ranker';
import { endpointScorer } from './endpoint-scorer';
import { openEmbedded } from './open-embedded';
import type { OpenLlmOptions } from './open-llm-options';

const MANIFEST = path.join(projectRoot(), 'models/manifest.json');

/** The LLM this process serves with; the model itself is loaded at its first use. */
export interface OpenedLlm {
  readonly ranker: ArtworkRanker;
  readonly scorer: LabelScorer;
  readonly model: LlmModel;
  readonly calibration: LlmCalibration;
  /** What the model was post-trained to; null: it serves as its makers trained it, or behind an endpoint. */
  readonly adapter: RankingAdapter | null;
}

/** An LLM, or in one line why there is none. */
export type OpenLlmAnswer =
  | { readonly kind: 'opened'; readonly llm: OpenedLlm }
  | { readonly kind: 'missing'; readonly reason: string };

/**
 * Chooses the LLM: the endpoint of `LLM_URL` where that is set, else the embedded model where its file is here. A ranking adapter that is
 * broken or was made for anything else leaves no LLM, never one without it.
 * @throws LlmInputError `LLM_BAD_MANIFEST`; InputError `BAD_MODEL_MANIFEST`
 */
export async function openLlm(options: OpenLlmOptions): Promise<OpenLlmAnswer> {
  const { configuration, manifestPath = MANIFEST } = options;
  if (configuration.LLM === 'off') return { kind: 'missing', reason: 'LLM=off' };
  const wanted = configuration.LLM_URL ? 'endpoint' : 'embedded';
  const model = (await loadLlmModels(manifestPath)).find(({ adapter }) => adapter === wanted);
  if (!model) return { kind: 'missing', reason: `${manifestPath} names no ${wanted} model` };
  if (wanted === 'endpoint')
    return opened({ model, scorer: endpointScorer(configuration, options.listener), adapter: null });
  const answer = await openEmbedded({ ...options, manifestPath }, model);
  if (answer.kind === 'missing') return answer;
  const { scorer, adapter } = answer;
  const calibration = adapter?.card.calibration ?? model.calibration;
  return opened({ model: { ...model, calibration }, scorer, adapter });
}

function opened(parts: Pick<OpenedLlm, 'model' | 'scorer' | 'adapter'>): OpenLlmAnswer {
  const { scorer, model } = parts;
  const ranker = new ArtworkRanker({ scorer, model, template: templateByName(model.template) });
  return { kind: 'opened', llm: { ...parts, ranker, calibration: model.calibration } };
}
