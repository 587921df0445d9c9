/** What became of a title. */
export type TitleOutcome = 'new' | 'changed' | 'unchanged';

/** What became of an artwork; duplicates and refused ones were left out, whatever was stored of them before stays. */
export type ArtworkOutcome = TitleOutcome | 'duplicate' | 'refused';

/** An artwork of the manifest after its import, or as it would be. */
export interface ImportedRow {
  /** E.g. `titles[3].artworks[1]`. */
  readonly place: string;
  readonly artworkId: string;
  readonly outcome: ArtworkOutcome;
  /** Of what it is a duplicate, or why it was refused; null otherwise. */
  readonly detail: string | null;
}

/** What an import did, or a dry run would do. */
export interface ImportReport {
  readonly isDryRun: boolean;
  readonly titles: Readonly<Record<TitleOutcome, number>>;
  readonly artworks: Readonly<Record<ArtworkOutcome, number>>;
  /** In the manifest's order. */
  readonly rows: readonly ImportedRow[];
}

/** A title after its import, with its artworks. */
export interface ImportedTitle {
  readonly outcome: TitleOutcome;
  readonly rows: readonly ImportedRow[];
}

/** Counts what became of all. */
export function reportOf(titles: readonly ImportedTitle[], isDryRun: boolean): ImportReport {
  const rows = titles.flatMap((title) => title.rows);
  const counts = { new: 0, changed: 0, unchanged: 0 };
  return {
    isDryRun,
    titles: counted(titles, { ...counts }),
    artworks: counted(rows, { ...counts, duplicate: 0, refused: 0 }),
    rows,
  };
}

function counted<Outcome extends string>(
  items: readonly { readonly outcome: Outcome }[],
  counts: Record<Outcome, number>,
): Record<Outcome, number> {
  for (const { outcome } of items) counts[outcome]++;
  return counts;
}
