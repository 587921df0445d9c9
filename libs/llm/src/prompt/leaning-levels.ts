/**
 * Leanings by clearness, `least` and up: the words that lists of them are told with, and the answers to the question whether a picture of
 * that fits. What is below the last level says nothing.
 */
export const LEANING_LEVELS = [
  { least: 0.35, towards: 'Loves', away: 'Hates', fits: 'Yes', fitsNot: 'No' },
  { least: 0.2, towards: 'Drawn to', away: 'Put off by', fits: 'Often', fitsNot: 'Hardly' },
  { least: 0.1, towards: 'Rather likes', away: 'Rather dislikes', fits: 'Sometimes', fitsNot: 'Rarely' },
  { least: 0.04, towards: 'Open to', away: 'Less keen on', fits: 'Perhaps', fitsNot: 'Seldom' },
] as const;
