/** English text has about four characters a token; the export has no tokeniser of the model it is for. */
export const CHARACTERS_PER_TOKEN = 4;

/** How the manifest names this way of counting. */
export const TOKEN_COUNT_METHOD = 'characters / 4';

/** About how many tokens a text has, rounded up. */
export function tokenCountOf(characterCount: number): number {
  return Math.ceil(characterCount / CHARACTERS_PER_TOKEN);
}
