import path from 'node:path';
import { createLogger, loadConfiguration, projectRoot, SystemClock } from '@keyart/common';
import { RankerInlineScorer } from '@keyart/decisions';
import { openLlm } from '@keyart/llm';
import { createApi } from '../../../apps/api/src/create-api';

/** The API as a process of its own, with the LLM of `LLM_URL` asked inline. */
async function main(): Promise<void> {
  const configuration = loadConfiguration();
  const logger = createLogger('api', configuration.LOG_LEVEL);
  const manifestPath = path.join(projectRoot(), 'models/manifest.json');
  const answer = await openLlm({ configuration, manifestPath, logger });
  const llm = answer.kind === 'opened' ? answer.llm : null;
  const served = llm && { modelVersion: llm.ranker.modelVersion, calibration: llm.calibration };
  const inlineScorer = llm && new RankerInlineScorer(llm.ranker);
  const dependencies = { logger, llm: served, inlineScorer };
  const app = await createApi({ configuration, clock: new SystemClock(), dependencies });
  await app.listen(configuration.PORT, configuration.HOST);
}

void main();
