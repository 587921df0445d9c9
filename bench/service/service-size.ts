/** How much there is in the service under load. */
export interface ServiceSize {
  readonly titleCount: number;
  /** Eligible artworks a title. */
  readonly candidateCount: number;
  /** Members with a history and a taste profile. */
  readonly memberCount: number;
}

/** A page's worth of titles, a few hundred members. */
export const USUAL_SIZE: ServiceSize = { titleCount: 100, candidateCount: 5, memberCount: 200 };

/** The same with `factor` times the titles and members. */
export function grown({ titleCount, candidateCount, memberCount }: ServiceSize, factor: number): ServiceSize {
  return { titleCount: titleCount * factor, candidateCount, memberCount: memberCount * factor };
}
