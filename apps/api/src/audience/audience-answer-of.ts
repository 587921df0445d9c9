import type { AudienceForecast } from '@keyart/audience';
import type { AudienceDto, AudienceQueryDto } from '@keyart/contracts';
import { ProblemException } from '../problems/problem.exception';

/** The forecast as it is told. @throws ProblemException `unknown-resource` for a country that the model does not know */
export function audienceAnswerOf(
  titleId: string,
  forecast: AudienceForecast,
  { country, limit }: AudienceQueryDto,
): AudienceDto {
  const asked = forecast.countries.filter((one) => country === undefined || one.country === country);
  if (asked.length === 0) {
    const known = forecast.countries.length;
    const detail = `the audience model ${forecast.modelVersion} knows ${known} countries, not ${country}`;
    throw new ProblemException('unknown-resource', detail);
  }
  return {
    titleId,
    countries: asked.slice(0, limit).map((one) => ({ ...one })),
    donors: forecast.donors.map((donor) => ({ ...donor, countries: [...donor.countries] })),
    effectiveDonorCount: forecast.effectiveDonorCount,
    evidence: forecast.evidence,
    observedCount: forecast.observedCount,
    isUpdated: forecast.observedCount > 0,
    modelVersion: forecast.modelVersion,
  };
}
