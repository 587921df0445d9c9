import { setTimeout as pause } from 'node:timers/promises';
import { SystemClock, type ProcessStart, type RunningProcess } from '@keyart/common';
import { openLlm } from '@keyart/llm';
import { Draining } from './core/draining';
import { llmParts } from './core/llm-parts';
import { createApi } from './create-api';

/**
 * Opens the API from the configuration alone and listens. `close` drains: readiness says no for `DRAIN_MS` while requests are
 * still taken, then nothing new is accepted and what is in flight is answered.
 */
export async function openApi({ configuration, logger }: ProcessStart): Promise<RunningProcess> {
  const answer = await openLlm({ configuration, logger });
  if (answer.kind === 'missing') logger.warn({ reason: answer.reason }, 'the LLM tier is out');
  const llm = answer.kind === 'opened' ? answer.llm : null;
  const dependencies = { logger, ...llmParts(llm) };
  const app = await createApi({ configuration, clock: new SystemClock(), dependencies });
  await app.listen(configuration.PORT, configuration.HOST);
  logger.info({ url: await app.getUrl() }, 'listening');
  return {
    close: async () => {
      app.get(Draining).begin();
      await pause(configuration.DRAIN_MS);
      await app.close();
      await llm?.scorer.close();
    },
  };
}
