/** What an API key may do. */
export const API_SCOPES = ['decide', 'events', 'catalogue', 'analyst', 'admin'] as const;

/** One of the scopes; none contains another. */
export type ApiScope = (typeof API_SCOPES)[number];
