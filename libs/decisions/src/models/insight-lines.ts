import type { Insight } from '@keyart/contracts';
import type { ModelVersionsRepository } from '@keyart/db';
import { chosenInsights, type InsightModel } from '@keyart/ranking';

/** What prompts may tell of titles now, by title id: the lines of the insight model in service, with the insights that are on. */
export async function insightLines(
  models: Pick<ModelVersionsRepository, 'active'>,
  insights: readonly Insight[],
): Promise<ReadonlyMap<string, string>> {
  const record = await models.active('insights');
  const chosen = record && chosenInsights(record.payload as InsightModel, insights);
  return new Map(Object.entries(chosen?.titleLines ?? {}));
}
