/**
 * What a picture shows, in everyday words that never name the facet. The first letter says who does it:
 * `S` one person, `P` two or more, `N` the scene itself.
 */
export type CaptionKernel = `${'S' | 'P' | 'N'} ${string}`;
