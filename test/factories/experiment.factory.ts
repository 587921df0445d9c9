import { LAYER_CELL_COUNT, type ExperimentRamp, type ExperimentRecord } from '@keyart/contracts';
import type { ExperimentsRepository, NewExperiment } from '@keyart/db';
import { EVENING } from '../support/record.factory';

/** A draft of the LLM against production, half and half, over the whole layer. */
export function anExperiment(changes: Partial<NewExperiment> = {}): NewExperiment {
  return {
    ...{ experimentId: 'llm-trial', name: 'LLM against production', hypothesis: 'The LLM takes more.' },
    shareFraction: 1,
    arms: [
      { name: 'control', weight: 1, policy: 'production' },
      { name: 'treatment', weight: 1, policy: 'llm' },
    ],
    guardrails: [],
    ...{ createdAt: EVENING, createdBy: 'test' },
    ...changes,
  };
}

/** Creates and starts it over the whole layer. */
export async function aRunningExperiment(
  experiments: ExperimentsRepository,
  changes: Partial<NewExperiment> = {},
  ramp?: ExperimentRamp,
): Promise<ExperimentRecord> {
  const { experimentId } = anExperiment(changes);
  await experiments.create(anExperiment(changes));
  const whole = { fromCell: 0, toCell: LAYER_CELL_COUNT };
  const who = { startedAt: EVENING, startedBy: 'test' };
  const outcome = await experiments.start({ experimentId, ...who, ramp, allot: () => whole });
  if (outcome.kind !== 'started') throw new Error(`not started: ${outcome.kind}`);
  return outcome.experiment;
}
