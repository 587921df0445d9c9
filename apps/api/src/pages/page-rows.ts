import type { TitleRecord } from '@keyart/contracts';
import { FACETS, type TasteProfile } from '@keyart/features';

/** One leads the page as the hero, the others fill two lines of two. */
const FIRST_ROW_LENGTH = 5;

/** Titles of one row of a viewer's page. */
export interface PageRow {
  readonly name: string;
  readonly titles: readonly TitleRecord[];
}

/** A viewer's page: the titles nearest to the taste first. Deterministic; ties by title id. */
export function pageRows(titles: readonly TitleRecord[], taste: TasteProfile): PageRow[] {
  const ordered = [...titles].sort(
    (a, b) => affinity(b, taste) - affinity(a, taste) || (a.titleId < b.titleId ? -1 : 1),
  );
  const rows = [
    {
      name: taste.historyCount === 0 ? 'Start here' : 'Picked for you',
      titles: ordered.slice(0, FIRST_ROW_LENGTH),
    },
    { name: 'More to discover', titles: ordered.slice(FIRST_ROW_LENGTH) },
  ];
  return rows.filter((row) => row.titles.length > 0);
}

function affinity({ facets }: TitleRecord, taste: TasteProfile): number {
  return FACETS.reduce((sum, facet) => sum + (taste.facets[facet] ?? 0) * (facets[facet] ?? 0), 0);
}
