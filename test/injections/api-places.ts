/** Places of the API that outside text comes in by. */
export const API_PLACES = ['title name', 'caption', 'history title', 'region', 'display name'] as const;

/** One of the places. */
export type ApiPlace = (typeof API_PLACES)[number];
