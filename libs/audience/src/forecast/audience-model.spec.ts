import { InputError } from '@keyart/common';
import { PLANTED_REGIONS, plantedLaunches } from '../planted-launches.factory';
import type { AudienceForecast } from './audience-forecast';
import type { AudienceTitle } from './audience-title';
import { fitAudienceModel } from './fit-audience-model';
import { forecastAudience } from './forecast-audience';
import { audienceModelFile, readAudienceModel } from './model-file';
import { regionOf } from './region-of';

const DATA = plantedLaunches(240, 'planted/1');
const MODEL = fitAudienceModel(DATA, { catalogue: DATA.titles, seed: 'audience/1' });
const NORDIC: AudienceTitle = {
  ...{ titleId: 'new', name: 'New', year: 2024, synopsis: 'a detective and a murder case in winter' },
  ...{ genres: ['crime'], tags: [], people: [], originCountries: ['AR'], isSeries: false, ageYears: 0 },
};

function chances(forecast: AudienceForecast): Map<string, number> {
  return new Map(forecast.countries.map(({ country, probability }) => [country, probability]));
}

function meanChance(forecast: AudienceForecast, countries: readonly string[]): number {
  const found = chances(forecast);
  return countries.reduce((sum, country) => sum + (found.get(country) ?? NaN), 0) / countries.length;
}

function widthOf({ countries }: AudienceForecast): number {
  return countries.reduce((sum, { low, high }) => sum + high - low, 0);
}

describe('audience model', () => {
  const cold = forecastAudience({ title: NORDIC, observed: [] }, MODEL);

  it('finds the planted regions', () => {
    for (const countries of PLANTED_REGIONS)
      expect(new Set(countries.map((country) => regionOf(country, MODEL))).size).toBe(1);
    expect(regionOf('SE', MODEL)).not.toBe(regionOf('JP', MODEL));
    expect(regionOf('US', MODEL)).toBeNull();
  });

  it('forecasts a new title where its theme is liked, and at home', () => {
    const [south, north, east] = PLANTED_REGIONS;
    expect(meanChance(cold, north)).toBeGreaterThan(2 * meanChance(cold, east));
    expect(chances(cold).get('AR')).toBeGreaterThan(meanChance(cold, south.slice(1)));
    expect(cold.donors[0].weightFraction).toBeGreaterThan(0);
  });

  it('ranks every country once and keeps chances inside their intervals', () => {
    expect(cold.countries.map(({ rank }) => rank)).toEqual(DATA.countries.map((_, i) => i + 1));
    expect(cold.countries.map(({ country }) => country).sort()).toEqual(DATA.countries);
    for (const { low, probability, high } of cold.countries) {
      expect(low).toBeLessThanOrEqual(probability);
      expect(high).toBeGreaterThanOrEqual(probability);
    }
  });

  it('moves with what was observed, the more where countries are alike, and takes facts as facts', () => {
    const observed = ['SE', 'NO'].map((country) => ({ country, hasCharted: false }));
    const after = forecastAudience({ title: NORDIC, observed }, MODEL);
    const fall = (country: string): number =>
      (chances(cold).get(country) ?? NaN) - (chances(after).get(country) ?? NaN);
    expect(fall('DK')).toBeGreaterThan(0);
    expect(fall('DK')).toBeGreaterThan(fall('JP'));
    expect(after.observedCount).toBe(2);
    expect(after.countries.find(({ country }) => country === 'SE')).toMatchObject({
      ...{ probability: 0, low: 0, high: 0, observed: false },
    });
  });

  it('is not moved by a country it does not know', () => {
    const after = forecastAudience({ title: NORDIC, observed: [{ country: 'US', hasCharted: true }] }, MODEL);
    expect(after).toEqual(cold);
  });

  it.each([
    ['nothing to read', { synopsis: '' }],
    ['another script', { synopsis: 'Детектив расследует убийство зимой' }],
  ])('forecasts a title with %s, and is no surer of it', (_, change) => {
    const blind = forecastAudience({ title: { ...NORDIC, ...change }, observed: [] }, MODEL);
    expect(blind.evidence).toBe('no-synopsis');
    expect(widthOf(blind)).toBeGreaterThanOrEqual(widthOf(cold) * 0.9);
    expect(blind.countries.every(({ probability }) => probability > 0 && probability < 1)).toBe(true);
  });

  it('forecasts a title of which nothing is known', () => {
    const bare = { ...NORDIC, synopsis: '', genres: [], originCountries: [], year: null, ageYears: null };
    const { countries, donors } = forecastAudience({ title: bare, observed: [] }, MODEL);
    expect(donors).toEqual([]);
    expect(countries.every(({ probability }) => Number.isFinite(probability))).toBe(true);
  });

  it('comes back from a file as it was, without any synopsis in it', () => {
    const text = JSON.stringify(audienceModelFile(MODEL));
    const again = readAudienceModel(JSON.parse(text));
    expect(forecastAudience({ title: NORDIC, observed: [] }, again)).toEqual(cold);
    for (const { synopsis } of DATA.titles) expect(text).not.toContain(synopsis);
  });

  it('is the same for equal data and seeds', () => {
    const again = fitAudienceModel(DATA, { catalogue: DATA.titles, seed: 'audience/1' });
    expect(JSON.stringify(audienceModelFile(again))).toBe(JSON.stringify(audienceModelFile(MODEL)));
  });

  it('refuses files that do not fit, and data too small to learn from', () => {
    const file = audienceModelFile(MODEL);
    const bad = [
      null,
      { ...file, schema: 'audience-model/0' },
      { ...file, weights: file.weights.slice(1) },
      { ...file, calibration: [NaN, 1] },
      { ...file, donors: file.donors.map((donor) => ({ ...donor, markets: '1' })) },
      { schema: file.schema },
    ];
    for (const value of bad) expect(() => readAudienceModel(value)).toThrow(InputError);
    const few = plantedLaunches(30, 'planted/few');
    expect(() => fitAudienceModel(few, { catalogue: few.titles, seed: 's' })).toThrow('60 launches');
  });
});
