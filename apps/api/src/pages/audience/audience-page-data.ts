import type { LocalisationPlan } from '@keyart/audience';
import type { CountryAudience } from '@keyart/contracts';

/** What the page of a title's audience shows. */
export interface AudiencePageData {
  readonly titleId: string;
  readonly titleName: string;
  readonly year: number | null;
  /** null: there is no audience model. */
  readonly audience: {
    readonly forecast: readonly CountryAudience[];
    readonly plan: LocalisationPlan;
  } | null;
}
