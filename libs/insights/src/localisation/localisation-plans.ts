import { localisationPlan, type LocalisationPlan, type PlanQuestion, type Track } from '@keyart/audience';
import type { ArtworkRecord, CountryAudience, TitleRecord, WorkKind } from '@keyart/contracts';
import type { ArtworksRepository, TitlesRepository } from '@keyart/db';
import { loadLocalisationData, type LocalisationData } from './data/load-localisation-data';
import type { ForecastSource } from './forecast-source';

/** What is asked of a plan, besides what is stored. */
export interface PlanRequest {
  readonly titleId: string;
  readonly existing: readonly Track[];
  /** US dollars; null: whatever pays. */
  readonly budget: number | null;
  /** Default: all. */
  readonly kinds?: readonly WorkKind[];
  /** Default: all of the forecast. */
  readonly countries?: readonly string[];
  readonly notOffered?: readonly string[];
  readonly runtimeMinutes?: number;
}

/** A plan with what it was made from, or why there is none. */
export type PlanOutcome =
  | {
      readonly kind: 'planned';
      readonly title: TitleRecord;
      readonly forecast: readonly CountryAudience[];
      readonly plan: LocalisationPlan;
    }
  | { readonly kind: 'unknown-title' }
  | { readonly kind: 'no-model' };

/** What plans are made with. */
export interface LocalisationParts {
  readonly titles: Pick<TitlesRepository, 'findById'>;
  readonly artworks: Pick<ArtworksRepository, 'listByTitle'>;
  readonly forecasts: ForecastSource;
  /** Read anew for each plan, so that an edit counts at once. Default: the data that come with the project. */
  readonly loadData?: () => Promise<LocalisationData>;
}

/** Plans for titles of the catalogue. */
export class LocalisationPlans {
  constructor(private readonly parts: LocalisationParts) {}

  /** @throws InputError `BAD_LOCALISATION_DATA`; LocalisationInputError for a request that cannot be meant */
  async planOf(request: PlanRequest): Promise<PlanOutcome> {
    const { titles, artworks, forecasts, loadData = loadLocalisationData } = this.parts;
    const title = await titles.findById(request.titleId);
    if (!title) return { kind: 'unknown-title' };
    const [data, pictures, forecast] = await Promise.all([
      loadData(),
      artworks.listByTitle(request.titleId),
      forecasts.forecastOf(request.titleId),
    ]);
    if (!forecast) return { kind: 'no-model' };
    const planned = { ...title, artworkLocales: localesOf(pictures) };
    const plan = await localisationPlan({ ...planQuestion({ request, forecast, data }), title: planned });
    return { kind: 'planned', title, forecast, plan };
  }
}

/** A request with a forecast and data. */
interface QuestionParts {
  readonly request: Omit<PlanRequest, 'titleId'>;
  readonly forecast: readonly CountryAudience[];
  readonly data: LocalisationData;
}

/** A request as the plan takes it; countries that were not asked for are left aside. */
export function planQuestion({ request, forecast, data }: QuestionParts): Omit<PlanQuestion, 'title'> {
  const { countries, ...rest } = request;
  if (!countries) return { ...rest, ...data, forecast };
  const asked = new Set(countries);
  return {
    ...{ ...rest, ...data },
    forecast: forecast.filter(({ country }) => asked.has(country)),
    markets: new Map([...asked].flatMap((country) => pairOf(country, data.markets.get(country)))),
    notOffered: rest.notOffered?.filter((country) => asked.has(country)),
  };
}

function pairOf<T>(country: string, market: T | undefined): [string, T][] {
  return market === undefined ? [] : [[country, market]];
}

function localesOf(pictures: readonly ArtworkRecord[]): (string | null)[] {
  return pictures.filter(({ reviewState }) => reviewState === 'approved').map(({ locale }) => locale);
}
