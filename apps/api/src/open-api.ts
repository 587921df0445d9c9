import { setTimeout as pause } from 'node:timers/promises';
import { SystemClock, type ProcessStart, type RunningProcess } from '@keyart/common';
import { openStudent } from '@keyart/decisions';
import { openLlmOrWarn } from '@keyart/llm';
import { startTracing } from '@keyart/operations';
import { openSentimentOrWarn } from '@keyart/voice';
import { Draining } from './core/draining';
import { llmParts } from './core/llm-parts';
import { createApi } from './create-api';
import { ApiMetrics } from './operations/api-metrics';

/**
 * Opens the API from the configuration alone and listens. `close` drains: readiness says no for `DRAIN_MS` while requests are
 * still taken, then nothing new is accepted and what is in flight is answered.
 */
export async function openApi({ configuration, logger }: ProcessStart): Promise<RunningProcess> {
  const tracing = startTracing('keyart-api', configuration.OTEL_EXPORTER_OTLP_ENDPOINT);
  const metrics = new ApiMetrics();
  const student = await openStudent(configuration);
  const llm = await openLlmOrWarn({ configuration, logger, listener: metrics.llm });
  const sentiment = await openSentimentOrWarn(logger);
  const dependencies = { logger, metrics, student, sentiment, ...llmParts(llm) };
  const app = await createApi({ configuration, clock: new SystemClock(), dependencies });
  await app.listen(configuration.PORT, configuration.HOST);
  logger.info({ url: await app.getUrl() }, 'listening');
  return {
    close: async () => {
      app.get(Draining).begin();
      await pause(configuration.DRAIN_MS);
      await app.close();
      await llm?.scorer.close();
      await student?.close();
      await tracing.close();
    },
  };
}
