/** Facet name → strength in [0, 1] (artworks, titles) or [-1, 1] (tastes). */
export type FacetStrengths = Readonly<Record<string, number>>;
