import type { AudienceForecast } from '@keyart/audience';
import { InputError } from '@keyart/common';
import type { AudienceForecasts, AudienceOutcome } from '@keyart/insights';
import { ProblemException } from '../problems/problem.exception';

/** A forecast, or the problem that says why there is none. */
export async function requiredForecast(
  forecasts: AudienceForecasts,
  titleId: string,
): Promise<AudienceForecast> {
  const outcome = await forecasts.audienceOf(titleId).catch(asDependency);
  if (outcome.kind === 'unknown-title')
    throw new ProblemException('unknown-resource', 'there is no such title');
  if (outcome.kind === 'no-model')
    throw new ProblemException(
      'conflict',
      'there is no audience model: fit one by `keyart audience fit --import`, then ask again',
    );
  return outcome.forecast;
}

/** The stored model is ours, not the caller's. */
function asDependency(error: unknown): AudienceOutcome {
  if (!(error instanceof InputError)) throw error;
  const detail =
    'the audience model in service cannot be read by this version: fit one anew by `keyart audience fit --import`';
  throw new ProblemException('dependency-unavailable', detail, { cause: error });
}
