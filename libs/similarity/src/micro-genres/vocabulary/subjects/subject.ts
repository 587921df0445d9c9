/** A subject by slug, words of its name, keywords, and words of lower case that stand for it in texts (names are no subjects). */
export type Subject = readonly [
  slug: string,
  words: string,
  tags: readonly string[],
  text: readonly string[],
];
