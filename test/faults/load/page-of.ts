/** A page's request for these titles. */
export function pageOf(memberId: string, titleIds: readonly string[]) {
  return {
    memberId,
    surface: { aspect: '16:9', locale: 'en', region: 'PT', device: 'tv', maturity: '18' },
    titles: titleIds.map((titleId, position) => ({ titleId, row: 0, position })),
  };
}
