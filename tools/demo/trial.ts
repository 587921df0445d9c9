import { experimentKey, type ExperimentDefinition } from '@keyart/contracts';
import { ApiRefusedError, type ApiClient } from './api-client';

/** The ready-made experiment; the first arm is the control. */
const LLM_VS_PRODUCTION: ExperimentDefinition = {
  experimentId: 'llm-vs-production',
  name: 'The language model against production',
  hypothesis: 'Members take more of what the language model shows, and call no more pictures misleading.',
  shareFraction: 1,
  arms: [
    { name: 'production', weight: 1, policy: 'production' },
    { name: 'llm', weight: 1, policy: 'llm' },
  ],
  guardrails: [
    { metric: 'reports', marginFraction: 0.1 },
    { metric: 'reward', marginFraction: 0.1 },
  ],
};

/** A run of the experiment. */
export interface Trial {
  /** With version, as decisions name it. */
  readonly experiment: string;
  /** Ends what this call started; another's run goes on. */
  stop(): Promise<void>;
}

/**
 * Drafts the experiment where there is none, and starts its next version unless it runs already.
 * @returns null where too few members are free of other experiments
 */
export async function startTrial(api: ApiClient): Promise<Trial | null> {
  const { experimentId } = LLM_VS_PRODUCTION;
  await unlessConflict(api.createExperiment(LLM_VS_PRODUCTION));
  const started = await unlessConflict(api.startExperiment(experimentId));
  const { status, run } = started ?? (await api.experiment(experimentId));
  if (status !== 'running' || !run) return null;
  return {
    experiment: experimentKey({ experimentId, version: run.version }),
    stop: async () => {
      if (started) await api.stopExperiment(experimentId);
    },
  };
}

/** null: it stands against what is there. */
async function unlessConflict<T>(answer: Promise<T>): Promise<T | null> {
  try {
    return await answer;
  } catch (error) {
    if (error instanceof ApiRefusedError && error.status === 409) return null;
    throw error;
  }
}
