/**
 * Whether PostgreSQL can store the text: no U+0000, no half surrogate pairs.
 * Borders check what comes from outside with it; a batch with one bad text would fail as a whole (`UNSTORABLE_TEXT`).
 */
export function isStorableText(text: string): boolean {
  return text.isWellFormed() && !text.includes('\u0000');
}
