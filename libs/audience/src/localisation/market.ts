import type { TrackKind } from './track';

/** A language of a country. */
export interface MarketLanguage {
  /** ISO 639-1. */
  readonly language: string;
  /** `home`: people watch in it, each person counted in one language; `known`: people can use it, at home or not. */
  readonly role: 'home' | 'known';
  /** Share of the people, in [0, 1]. */
  readonly share: number;
}

/** What is known of a country as a market; null and empty where nothing is. */
export interface Market {
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
  readonly people: number | null;
  /** Share of the people that the service can reach, in [0, 1]. */
  readonly streamingFraction: number | null;
  readonly languages: readonly MarketLanguage[];
  /** Share of the people that likes foreign titles this way; the rest likes neither. Sum in [0, 1]. */
  readonly modes: Readonly<Record<TrackKind, number>> | null;
}

/** A market of which everything is known that a plan needs. */
export type CompleteMarket = Market & {
  readonly people: number;
  readonly streamingFraction: number;
  readonly modes: Readonly<Record<TrackKind, number>>;
};

/** Names of what is missing of a market, for people; empty: nothing, and the market is complete. */
export function missingOf(market: Market | undefined): string[] {
  if (!market) return ['market'];
  const parts = {
    'number of people': market.people !== null,
    'streaming share': market.streamingFraction !== null,
    languages: market.languages.some(({ role }) => role === 'home'),
    'dub and subtitle preference': market.modes !== null,
  };
  return Object.entries(parts).flatMap(([name, isThere]) => (isThere ? [] : [name]));
}

/** People whom the service can reach. */
export function reachablePeople({ people, streamingFraction }: CompleteMarket): number {
  return people * streamingFraction;
}

/** Share of the people whose language at home it is. */
export function homeShare({ languages }: Market, language: string): number {
  return shareOf(languages, language, 'home');
}

/** Share of the people who understand it as another language. */
export function understoodShare({ languages }: Market, language: string): number {
  return shareOf(languages, language, 'known');
}

function shareOf(languages: Market['languages'], language: string, role: MarketLanguage['role']): number {
  return languages.find((one) => one.language === language && one.role === role)?.share ?? 0;
}
